//! What conditions, ways on and the customer's words mention.

use super::{References, says_something};
use crate::scenario::condition::{Cases, Condition, Goto, Says, Spoken};
use crate::scenario::ids::{BeatId, ReplyId, ReplyPath};
use crate::scenario::locate::Part;
use crate::scenario::model::{Commit, Reply};
use crate::scenario::problem::At;

impl References<'_> {
    pub(super) fn goto(&self, at: &At<'_>, to: &Goto) {
        self.cases(at, to);
        if to.cases.is_empty() {
            self.beat_exists(at, Part::Value, &to.last);
        } else {
            for (index, beat) in to.values().enumerate() {
                self.beat_exists(&at.at(index).at("go"), Part::Value, beat);
            }
        }
    }

    pub(super) fn says(&self, at: &At<'_>, says: &Says) {
        self.cases(at, says);
        if says.cases.is_empty() {
            Self::spoken(at, &says.last);
        } else {
            for (index, spoken) in says.values().enumerate() {
                Self::spoken(&at.at(index).at("text"), spoken);
            }
        }
    }

    fn spoken(at: &At<'_>, spoken: &Spoken) {
        match spoken {
            Spoken::One(text) => says_something(at, text),
            Spoken::AnyOf(texts) => {
                for (index, text) in texts.iter().enumerate() {
                    says_something(&at.at(index), text);
                }
            }
        }
    }

    fn cases<T>(&self, at: &At<'_>, cases: &Cases<T>) {
        for (index, condition) in cases.conditions().enumerate() {
            self.condition(&at.at(index).at("if"), condition);
        }
    }

    // The loader limits how deep a file may be nested, and so how deep this goes.
    pub(super) fn condition(&self, at: &At<'_>, condition: &Condition) {
        match condition {
            Condition::Knows(fact) | Condition::Noticed(fact) => self.fact(at, Part::Value, fact),
            Condition::Promised(promise) | Condition::Kept(promise) | Condition::Broke(promise) => {
                self.promise(at, promise);
            }
            Condition::Chose(path) => self.reply_exists(at, Part::Value, path),
            Condition::Understood(level) => {
                if !(1..=3).contains(level) {
                    at.report(
                        "S111",
                        format!("`Understood({level})` can never be told from chance"),
                        "Write `Understood(1)`, `Understood(2)` or `Understood(3)`.",
                    );
                }
            }
            Condition::AtLeast(variable, value) | Condition::AtMost(variable, value) => {
                let (least, most) = variable.range();
                if !(least..=most).contains(value) {
                    let name = format!("{variable:?}").to_lowercase();
                    at.report(
                        "S111",
                        format!("`{name}` is never `{value}`"),
                        format!("Write a whole number from {least} to {most}."),
                    );
                }
            }
            Condition::Feels(_) => {}
            Condition::All(parts) | Condition::Any(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    self.condition(&at.at(index), part);
                }
            }
            Condition::Not(part) => self.condition(at, part),
        }
    }

    pub(super) fn reply_exists(&self, at: &At<'_>, part: Part, path: &ReplyPath) {
        let Some(beat) = self.scenario.beats.get(&path.beat) else {
            let known = self.scenario.beats.keys().map(BeatId::as_str);
            let title = format!("there is no reply `{path}`, because there is no beat `{}`", path.beat);
            return at.report_unknown("S101", part, title, path.beat.as_str(), known);
        };
        let replies = match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => Some(moves),
            Some(Reply::Paraphrase(_)) | None => None,
        };
        if replies.is_none_or(|moves| !moves.contains_key(&path.reply)) {
            let known = replies.into_iter().flatten().map(|(id, _)| ReplyId::as_str(id));
            let title = format!("there is no reply `{path}`");
            at.report_unknown("S101", part, title, path.reply.as_str(), known);
        }
    }
}
