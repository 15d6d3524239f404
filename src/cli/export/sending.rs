//! Statements to a learning record store.

use std::env;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::pace::Pace;
use super::walk::{Walked, chosen, there, walk};
use super::{As, Command, holds, note, statements, tell_unreadable};
use crate::cli::terminal::{complain, counted, harmless, paragraph};
use crate::cli::{CannotRun, Places, Status};
use crate::export::lrs::{Keys, Lrs, News, Patience, Place, Sender, Sent, endpoint};
use crate::export::xapi::Maker;
use crate::scenario::Rules;
use crate::store::hex;

/// Refused statements that are told one by one.
const MOST_TOLD: usize = 10;

/// Sends them. What is refused is a finding.
pub fn send(command: &Command, kind: As, places: &Places) -> Result<Status, CannotRun> {
    let asked = command.to.as_deref().unwrap_or_default();
    let to = endpoint(asked).map_err(|why| CannotRun(format!("`--to`: {why}.")))?;
    let keys = Keys::new(secret("AMENDS_LRS_KEY")?, secret("AMENDS_LRS_SECRET")?);
    let rules = Arc::new(Rules::builtin());
    let made = Timestamp::now();
    let store = places.store()?;
    crate::cli::attempts::tell_adopted(&*store)?;
    there(command, &*store)?;
    let maker = statements::maker(command, kind, &*store, &rules)?;
    let file = place_file(command, &to, &maker, &rules, places)?;
    let place = Place::in_file(&file).map_err(|error| {
        CannotRun(format!(
            "How far it came cannot be written to `{}` ({error}). Name a folder you may write to with `--data FOLDER`.",
            file.display()
        ))
    })?;
    // Noted before anything goes there: whatever cuts it off, the store knows where it may be.
    // To the millisecond: a note of the same name would take the place of the one before.
    let address = format!("{to} ({made:.3})");
    note(&*store, &address, made, &chosen(command, &*store)?)?;
    let mut pace = Pace::new();
    let mut tell = |news: &News| tell_news(news, &mut pace);
    let mut sender = Sender::new(Lrs::new(&to, keys, Patience::default()), place, &mut tell);
    let mut walked = Walked::default();
    let stopped = |stop: crate::export::lrs::Stop| CannotRun(stop.0);
    let all = walk(command, &*store, places, &rules, &mut walked, |told| {
        sender.take(told.start().attempt, maker.statements(told)).map_err(stopped)
    });
    let all = all.and_then(|()| sender.finish().map_err(stopped));
    let sent = sender.sent().clone();
    if !sender.may_be_there() {
        note(&*store, &address, made, &[])?;
    } else if all.is_ok() {
        note(&*store, &address, made, &walked.attempts)?;
    }
    if let Err(CannotRun(why)) = all {
        let so_far = match sent.taken + sent.known {
            0 => "Nothing was sent this time.".to_owned(),
            some => format!("{} went there, and the place is kept.", counted(some, "statement")),
        };
        return Err(CannotRun(format!("{why} {so_far} The same command goes on from there.")));
    }
    told(command, &to, &sent, &walked)
}

fn secret(name: &str) -> Result<String, CannotRun> {
    env::var(name).ok().filter(|value| !value.is_empty()).ok_or_else(|| {
        CannotRun(format!("{name} is not set. Put the record store's key and secret into the environment, as AMENDS_LRS_KEY and AMENDS_LRS_SECRET: so they stand in no list of commands."))
    })
}

/// Where it is written down how far it came: a file for each record store and each way of making statements.
fn place_file(
    command: &Command,
    to: &str,
    maker: &Maker,
    rules: &Rules,
    places: &Places,
) -> Result<PathBuf, CannotRun> {
    let digest = Sha256::digest(format!("{to}\n{maker:?}\n{}\n{}", rules.hash(), command.names));
    let name = hex(digest.get(..8).unwrap_or_default());
    Ok(places.data_folder()?.join("sent").join(format!("{name}.txt")))
}

fn tell_news(news: &News, pace: &mut Pace) {
    match news {
        News::Sent(count) => pace.tell(|| format!("{} sent so far …", counted(*count, "statement"))),
        News::Waiting { why, pause } => {
            let pause = pause.as_secs().max(1);
            complain(&format!(
                "The record store: {why}. Going on in {pause} s … Ctrl-C loses nothing: the same command goes on from there."
            ));
        }
    }
}

fn told(command: &Command, to: &str, sent: &Sent, walked: &Walked) -> Result<Status, CannotRun> {
    let out = &mut io::stdout().lock();
    let Sent { taken, known, before, refused } = sent;
    if command.json {
        let refused: Vec<_> = refused.iter().map(|one| json!({"statement": one.statement, "why": one.why})).collect();
        let told = json!({
            "to": to, "attempts": walked.attempts.len(), "sent_before": before, "taken": taken, "known": known, "refused": refused,
            "not_recomputed": walked.unreadable.len(), "names": command.names,
        });
        crate::cli::store::print(&told, out)?;
    } else {
        let attempts = counted(walked.attempts.len(), "attempt");
        let taken = counted(*taken, "statement");
        let before =
            if *before > 0 { format!(" {} had been sent before.", counted(*before, "attempt")) } else { String::new() };
        let known = if *known > 0 { format!(" It had {known} already.") } else { String::new() };
        paragraph(out, "", &format!("{attempts} for `{to}`: it took {taken}.{known}{before}"))?;
        paragraph(
            out,
            "",
            &format!(
                "{} The store cannot reach what is there: `amends store forget` will list it.",
                holds(command, walked.people.len())
            ),
        )?;
    }
    for one in refused.iter().take(MOST_TOLD) {
        complain(&harmless(&format!("The statement {} is not there: {}.", one.statement, one.why)));
    }
    if refused.len() > MOST_TOLD {
        complain(&format!("{} more are not there. `--json` lists all of them.", refused.len() - MOST_TOLD));
    }
    let readable = tell_unreadable(&walked.unreadable);
    Ok(if refused.is_empty() { readable } else { Status::Findings })
}
