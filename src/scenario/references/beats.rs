//! What stands in a beat besides its replies: words, time, timer, and what a paraphrase is made of.

use super::{References, has_length, listed_once, says_something, wait_is_sound};
use crate::scenario::ids::CompetencyId;
use crate::scenario::locate::Part;
use crate::scenario::model::{Beat, Commit, Paraphrase, Reply, Silence};
use crate::scenario::problem::At;
use crate::scenario::time::Channel;

/// Seconds that a timer may run: time enough to read four replies, and no longer than anybody waits.
const TIMER: std::ops::RangeInclusive<u32> = 5..=600;

impl References<'_> {
    pub(super) fn beat(&self, at: &At<'_>, beat: &Beat) {
        if beat.says.is_none() && beat.scene.is_none() {
            at.report_name(
                "S113",
                "nothing is said and nothing happens in this beat",
                "Add `says: \"…\"`, or `scene: \"…\"` for what happens.",
            );
        }
        if let Some(scene) = &beat.scene {
            says_something(&at.at("scene"), scene);
        }
        if let Some(says) = &beat.says {
            self.says(&at.at("says"), says);
        }
        if let Some(audience) = beat.audience {
            Self::audience(&at.at("audience"), audience, self.channel(beat));
        }
        self.facts(&at.at("reveals"), &beat.reveals);
        if let Some(after) = beat.after {
            has_length(&at.at("after"), after);
        }
        if let Some(waits) = beat.waits {
            wait_is_sound(&at.at("waits"), waits, self.channel(beat));
        }
        if beat.fails.is_some_and(|failure| !(1..=3).contains(&failure.severity)) {
            at.at("fails").at("severity").report(
                "S111",
                "the severity of a further failure is out of range",
                "Write 1 to 3.",
            );
        }
        if let Some(promise) = &beat.due {
            self.promise(&at.at("due"), promise);
        }
        if let Some(otherwise) = &beat.otherwise {
            self.beat_exists(&at.at("otherwise"), Part::Value, otherwise);
        }
        if let Some(scores) = &beat.scores {
            let at = at.at("scores");
            for (index, competency) in scores.iter().enumerate() {
                self.competency(&at.at(index), Part::Value, competency);
            }
            listed_once(&at, scores.iter().map(CompetencyId::as_str));
        }
        self.timer(at, beat);
        let reply_at = at.at("reply");
        match &beat.reply {
            None => {}
            Some(Reply::Choose(choices)) => self.moves(&reply_at, choices, beat, "choices"),
            Some(Reply::Commit(Commit { offers })) => self.offers(&reply_at.at("offers"), offers, beat),
            Some(Reply::Paraphrase(paraphrase)) => self.paraphrase(&reply_at, paraphrase, beat),
        }
    }

    /// People read along in public, and nowhere else.
    fn audience(at: &At<'_>, audience: u32, channel: Channel) {
        if channel != Channel::Social {
            at.report_name(
                "S128",
                "nobody reads along here",
                "Take `audience` out: it is for what is written in public, on `Social`.",
            );
        } else if audience == 0 {
            at.report("S111", "an audience of nobody", "Write how many read along, at least 1, or leave the line out.");
        }
    }

    /// A timer and what happens when it ends come together, and only where there is something to answer.
    fn timer(&self, at: &At<'_>, beat: &Beat) {
        if let Some(seconds) = beat.timer
            && !TIMER.contains(&seconds)
        {
            at.at("timer").report(
                "S111",
                format!("a timer of `{seconds}` seconds is out of range"),
                "Write 5 to 600 seconds.",
            );
        }
        if let Some(silence) = &beat.silence {
            self.silence(&at.at("silence"), silence, self.channel(beat));
        }
        let (field, title, help, why) = match (beat.timer.is_some(), beat.silence.is_some(), beat.reply.is_some()) {
            (false, false, _) | (true, true, true) => return,
            (true, _, false) => (
                "timer",
                "a timer runs in a beat that asks for no reply",
                "Add a `reply`, or take the timer out.",
                "There is nothing to be silent about.",
            ),
            (true, false, true) => (
                "timer",
                "nothing is said about what happens when the timer ends",
                "Add `silence: (to: \"…\")` to the beat, or take the timer out.",
                "A trainee who says nothing would wait for ever.",
            ),
            (false, true, _) => (
                "silence",
                "`silence` stands in a beat without a timer",
                "Add `timer: 30` (seconds) to the beat, or take `silence` out.",
                "Without a timer nobody is ever silent.",
            ),
        };
        at.at(field).report_name("S120", title, help).because(why);
    }

    fn silence(&self, at: &At<'_>, silence: &Silence, channel: Channel) {
        let Silence { shows, errors, because: _, waits, does: _, moves, to } = silence;
        self.shows(&at.at("shows"), shows);
        self.errors(&at.at("errors"), errors);
        if let Some(waits) = waits {
            wait_is_sound(&at.at("waits"), *waits, channel);
        }
        Self::raw_moves(&at.at("moves"), moves);
        self.goto(&at.at("to"), to);
    }

    fn paraphrase(&self, at: &At<'_>, paraphrase: &Paraphrase, beat: &Beat) {
        if let Some(about) = &paraphrase.about {
            self.facts(&at.at("about"), about);
            if about.is_empty() {
                at.at("about").report_name(
                    "S125",
                    "this paraphrase is about nothing",
                    "Name the facts it is about, or take `about` out for all that are known.",
                );
            }
        }
        let decoys_at = at.at("decoys");
        if !(2..=4).contains(&paraphrase.decoys.len()) {
            decoys_at
                .report_name(
                    "S115",
                    format!("a paraphrase needs 2 to 4 decoys, and this one has {}", paraphrase.decoys.len()),
                    "Write things nobody said, but somebody might have.",
                )
                .because("Without decoys the trainee could tick everything without having listened.");
        }
        for (index, decoy) in paraphrase.decoys.iter().enumerate() {
            says_something(&decoys_at.at(index), decoy);
        }
        listed_once(&decoys_at, paraphrase.decoys.iter().map(String::as_str));
        if beat.due.is_some() {
            at.report_name(
                "S116",
                "a paraphrase cannot keep or break a promise",
                "Use `Choose` or `Commit` in a beat with `due`.",
            );
        }
        self.goto(&at.at("to"), &paraphrase.to);
    }
}
