//! Passes over the attempts that are to be exported, one at a time, whatever the store holds.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;

use uuid::Uuid;

use super::Command;
use super::pace::Pace;
use super::replayed::Recomputed;
use crate::cli::shelf::Shelf;
use crate::cli::terminal::harmless;
use crate::cli::{CannotRun, Places};
use crate::diag::did_you_mean;
use crate::export::{Standings, Told, Who};
use crate::scenario::Rules;
use crate::store::{Filter, Kept, Store};

/// What was passed over.
#[derive(Debug, Default)]
pub struct Walked {
    /// The attempts.
    pub attempts: Vec<Uuid>,
    /// How many decisions they have.
    pub decisions: usize,
    /// Who played them, as the file calls them.
    pub people: BTreeSet<String>,
    /// Attempts that cannot be recomputed, each with why.
    pub unreadable: Vec<String>,
}

/// Gives each attempt to `take`, in the order in which they were started, until that has an error. What was passed over until then is
/// told in `walked`.
///
/// # Errors
/// Why the store cannot be read, and the errors of `take`.
pub fn walk(
    command: &Command,
    store: &dyn Store,
    places: &Places,
    rules: &Arc<Rules>,
    walked: &mut Walked,
    mut take: impl FnMut(&Told) -> Result<(), CannotRun>,
) -> Result<(), CannotRun> {
    let mut who = if command.names { Who::by_name() } else { Who::masked(store.masks()?) };
    let mut recomputed = Recomputed::new(Shelf::beside(None, BTreeMap::new(), places, rules), Arc::clone(rules));
    let (mut standings, mut pace, mut failed) = (Standings::default(), Pace::new(), None);
    // The other filters are applied here: what was played before then, or elsewhere, decides which attempt is a person's first.
    let filter = Filter { trainee: command.trainee.clone(), scenario: command.scenario.clone(), ..Filter::default() };
    store.each(&filter, &mut |kept| {
        let wanted = is_wanted(command, &kept);
        let Some(mut attempt) = kept.told() else { return ControlFlow::Continue(()) };
        let standing = standings.next(&attempt);
        if !wanted || command.since.is_some_and(|since| attempt.start.started < since) {
            return ControlFlow::Continue(());
        }
        if attempt.start.cohort.is_none() {
            attempt.start.cohort.clone_from(&command.as_cohort);
        }
        let who = attempt.start.trainee.as_deref().map(|name| who.of(name));
        let replayed = recomputed.of(&attempt);
        let told = Told { attempt, who, replayed, standing };
        walked.note(&told);
        pace.tell(|| format!("{} attempts so far …", walked.attempts.len()));
        match take(&told) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    failed.map_or(Ok(()), Err)
}

/// The attempts that [`walk`] will give, as far as they are there by now.
///
/// # Errors
/// Why the store cannot be read.
pub fn chosen(command: &Command, store: &dyn Store) -> Result<Vec<Uuid>, CannotRun> {
    let mut chosen = Vec::new();
    store.each(&command.filter(), &mut |kept| {
        chosen.push(kept.attempt);
        ControlFlow::Continue(())
    })?;
    Ok(chosen)
}

/// Refuses a cohort, a person or a scenario of which the store holds nothing: an empty table would look like an answer.
///
/// # Errors
/// Which of them it is, and what there is in its place; or why the store cannot be read.
pub fn there(command: &Command, store: &dyn Store) -> Result<(), CannotRun> {
    let Command { cohort, trainee, scenario, .. } = command;
    if let Some(name) = trainee {
        let theirs = Filter { trainee: Some(name.clone()), ..Filter::default() };
        if !any(store, &theirs, |_| true)? {
            return Err(CannotRun(harmless(&format!(
                "Nobody has played under the name or code `{name}`. Names are told apart by every letter."
            ))));
        }
    }
    if let Some(id) = scenario {
        let at_it = Filter { scenario: Some(id.clone()), ..Filter::default() };
        if !any(store, &at_it, |_| true)? {
            let all = every(store, |kept| kept.told().map(|told| told.start.scenario))?;
            let what = format!("There is no attempt at the scenario `{id}`.");
            return Err(instead(&what, id, &all, "There is no attempt at all yet."));
        }
    }
    if let Some(name) = cohort
        && !any(store, &Filter::default(), |kept| kept.cohort.as_ref() == Some(name))?
    {
        let all = every(store, |kept| kept.cohort)?;
        let what = format!("There is no cohort `{name}`.");
        return Err(instead(&what, name, &all, "No attempt here belongs to a cohort."));
    }
    Ok(())
}

/// Whether any attempt that the filter lets through is such a one.
fn any(store: &dyn Store, filter: &Filter, is: impl Fn(&Kept) -> bool) -> Result<bool, CannotRun> {
    let mut found = false;
    store.each(filter, &mut |kept| {
        found = is(&kept);
        if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(found)
}

/// What attempts are called by, each once.
fn every(store: &dyn Store, of: impl Fn(Kept) -> Option<String>) -> Result<BTreeSet<String>, CannotRun> {
    let mut all = BTreeSet::new();
    store.each(&Filter::default(), &mut |kept| {
        all.extend(of(kept));
        ControlFlow::Continue(())
    })?;
    Ok(all)
}

/// What is not there, and what may have been meant.
fn instead(what: &str, asked: &str, all: &BTreeSet<String>, none: &str) -> CannotRun {
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let help = match did_you_mean(asked, all.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None if all.is_empty() => none.to_owned(),
        None => format!("There are: {}.", all.join(", ")),
    };
    CannotRun(harmless(&format!("{what} {help}")))
}

fn is_wanted(command: &Command, kept: &Kept) -> bool {
    command.cohort.is_none() || command.cohort == kept.cohort
}

impl Walked {
    fn note(&mut self, told: &Told) {
        self.attempts.push(told.start().attempt);
        self.decisions += told.attempt.decisions.len();
        self.people.extend(told.who.clone());
        if let Err(why) = &told.replayed {
            self.unreadable.push(format!("{}: {why}", told.start().attempt));
        }
    }
}
