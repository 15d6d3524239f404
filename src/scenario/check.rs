//! A scenario that can be played: every name exists, every number is in range, every play ends.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::hash::{content_hash, shape_hash};
use super::ids::{BeatId, CompetencyId, FormId};
use super::map::Map;
use super::model::{Beat, Commit, Phase, Reply, Scenario};
use super::problem::{At, Problem, Problems};
use super::references::References;
use super::rules::Rules;
use super::time::Channel;
use super::walk::{self, Positions};
use crate::customer::{Apology, Behaviour};

/// A scenario without anything that would keep it from being played. It is made only by loading a file, and reads like
/// the [`Scenario`] it holds.
#[derive(Clone, Debug)]
pub struct Checked {
    scenario: Scenario,
    /// The form it is told in; none for the scenario itself.
    form: Option<FormId>,
    beats: Arc<Beats>,
    // Worked out when somebody asks, because reading a file does not need them.
    hash: OnceLock<String>,
    shape: OnceLock<String>,
}

/// What is worked out about the beats while they are checked. It is the same in every form.
#[derive(Debug)]
struct Beats {
    positions: Positions,
    /// Whether each can come after itself.
    again: Vec<bool>,
}

impl PartialEq for Checked {
    fn eq(&self, other: &Self) -> bool {
        self.scenario == other.scenario
    }
}

impl Checked {
    /// Checks a scenario.
    ///
    /// # Errors
    /// Everything that keeps it from being played.
    pub(super) fn new(mut scenario: Scenario, rules: &Rules) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let at = At::root(&problems);
        let positions: Positions = scenario.beats.keys().cloned().zip(0..).collect();
        References::new(&scenario, &positions, rules).check(&at);
        // Cycles are looked for only where every way leads somewhere.
        let again = if problems.is_empty() { walk::check(&scenario, &positions, &at) } else { Vec::new() };
        if !problems.is_empty() {
            return Err(problems.into_list());
        }
        show_apologies(&mut scenario, rules);
        leave_out_defaults(&mut scenario);
        let beats = Arc::new(Beats { positions, again });
        Ok(Self { scenario, form: None, beats, hash: OnceLock::new(), shape: OnceLock::new() })
    }

    /// The same file told in a form: its hash stays, and so does its shape where the case is the same.
    pub(super) fn formed(&self, mut scenario: Scenario, form: FormId, same_case: bool) -> Self {
        leave_out_defaults(&mut scenario);
        let hash = OnceLock::from(self.hash().to_owned());
        let shape = if same_case { OnceLock::from(self.shape().to_owned()) } else { OnceLock::new() };
        Self { scenario, form: Some(form), beats: Arc::clone(&self.beats), hash, shape }
    }

    /// The form it is told in; none for the scenario itself.
    #[must_use]
    pub fn form(&self) -> Option<&FormId> {
        self.form.as_ref()
    }

    /// The same conversation in other words: it keeps its hashes, because translations do not count. `edit` changes texts for
    /// people and nothing else.
    pub(crate) fn with_texts(&self, edit: impl FnOnce(&mut Scenario)) -> Self {
        // Worked out before anything is edited, so that the copy brings them along.
        let _ = (self.hash(), self.shape());
        let mut told = self.clone();
        edit(&mut told.scenario);
        told
    }

    /// SHA-256 of everything that is played, lower-case hexadecimal.
    #[must_use]
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| content_hash(&self.scenario))
    }

    /// SHA-256 of everything that is played except texts for people, lower-case hexadecimal.
    #[must_use]
    pub fn shape(&self) -> &str {
        self.shape.get_or_init(|| shape_hash(&self.scenario))
    }

    /// The position of a beat in order of the ids, from 0, at once however many there are.
    pub(crate) fn position(&self, beat: &BeatId) -> Option<usize> {
        self.beats.positions.get(beat).copied()
    }

    /// Whether the beat at a position can come after itself, whatever the conditions say.
    pub(crate) fn comes_again(&self, position: usize) -> bool {
        self.beats.again.get(position).copied().unwrap_or_default()
    }

    /// The phase of a beat.
    #[must_use]
    pub fn phase(&self, beat: &Beat) -> Phase {
        beat.phase.or(self.first().and_then(|first| first.phase)).unwrap_or_default()
    }

    /// The channel of a beat.
    #[must_use]
    pub fn channel(&self, beat: &Beat) -> Channel {
        beat.channel.or(self.first().and_then(|first| first.channel)).unwrap_or_default()
    }

    /// The place of a beat.
    #[must_use]
    pub fn place<'a>(&'a self, beat: &'a Beat) -> Option<&'a str> {
        beat.place.as_deref().or(self.first().and_then(|first| first.place.as_deref()))
    }

    fn first(&self) -> Option<&Beat> {
        self.scenario.beats.value_at(self.position(&self.scenario.start)?)
    }
}

impl Deref for Checked {
    type Target = Scenario;

    fn deref(&self) -> &Scenario {
        &self.scenario
    }
}

/// Writes the level that an apology earns by its parts among the others, so that nobody after this has to know about parts.
pub(crate) fn show_apologies(scenario: &mut Scenario, rules: &Rules) {
    let Some(competency) = rules.rubric.competency_of(Behaviour::Apology) else { return };
    let show = |apology: &Option<Apology>, errors: &[String], shows: &mut Map<CompetencyId, u8>| {
        if let Some(apology) = apology {
            let level = rules.rubric.effective(&competency.id, apology.level(), errors);
            shows.insert(competency.id.as_str().into(), level);
        }
    };
    for reply in scenario.beats.iter_mut().filter_map(|(_, beat)| beat.reply.as_mut()) {
        let (Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) = reply else { continue };
        moves.iter_mut().for_each(|(_, one)| show(&one.apology, &one.errors, &mut one.shows));
    }
    for worth in scenario.forms.iter_mut().flat_map(|(_, form)| form.replies.iter_mut()).map(|(_, worth)| worth) {
        show(&worth.apology, &worth.errors, &mut worth.shows);
    }
}

/// What is written out though it is the default anyway is left out, so that it does not change the hash.
fn leave_out_defaults(scenario: &mut Scenario) {
    let start = scenario.start.clone();
    let (phase, channel, place) = scenario
        .beats
        .get(&start)
        .map(|first| (first.phase.unwrap_or_default(), first.channel.unwrap_or_default(), first.place.clone()))
        .unwrap_or_default();
    for (id, beat) in scenario.beats.iter_mut() {
        let first = *id == start;
        let (phase, channel) = if first { (Phase::default(), Channel::default()) } else { (phase, channel) };
        beat.phase = beat.phase.filter(|own| *own != phase);
        beat.channel = beat.channel.filter(|own| *own != channel);
        if !first && beat.place == place {
            beat.place = None;
        }
        let reply = &beat.reply;
        beat.scores = beat.scores.take().filter(|scores| {
            let mut scores = scores.clone();
            scores.sort();
            scores != reply.as_ref().map(shown_competencies).unwrap_or_default()
        });
    }
}

/// The competencies that some reply of a beat shows, in order of their ids. A paraphrase shows listening.
pub(crate) fn shown_competencies(reply: &Reply) -> Vec<super::ids::CompetencyId> {
    let mut shown: Vec<_> = match reply {
        Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => {
            moves.values().flat_map(|one| one.shows.keys().cloned()).collect()
        }
        Reply::Paraphrase(_) => vec![super::LISTENING.into()],
    };
    shown.sort();
    shown.dedup();
    shown
}
