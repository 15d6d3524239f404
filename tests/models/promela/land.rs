//! What a reply does to a model's variables, up to the next question or the end.

use std::collections::BTreeSet;
use std::fmt::Write;

use amends::customer::{Moves, Variable};
use amends::scenario::{Beat, BeatId, Goto, Move, Promise, PromiseId, ReplyId, ReplyPath};

use super::scan::choices;
use super::{Value, Writer, mul, taken, variable};

impl Writer<'_> {
    /// Whether a reply can be given.
    pub(super) fn offered(&self, beat: &BeatId, reply: &ReplyId, one: &Move) -> Result<String, String> {
        let path = ReplyPath { beat: beat.clone(), reply: reply.clone() };
        let fresh = if self.kept.replies.contains(&path) { format!("!{}", taken(&path)) } else { "true".into() };
        Ok(match &one.when {
            None => fresh,
            Some(condition) => format!("({fresh} && {})", self.condition(condition)?),
        })
    }

    /// What a reply does, up to the next question or the end.
    pub(super) fn land(
        &self,
        text: &mut String,
        id: &BeatId,
        beat: &Beat,
        reply: &ReplyId,
        one: &Move,
    ) -> Result<(), String> {
        let path = ReplyPath { beat: id.clone(), reply: reply.clone() };
        if self.kept.replies.contains(&path) {
            let _ = write!(text, "{} = 1; ", taken(&path));
        }
        if let Some(promise) = &one.promise {
            let _ = write!(text, "{} = 1; ", variable("promise", promise.as_str()));
        }
        if let Some(due) = &beat.due {
            if one.keeps.is_some() {
                let gain = self.gain;
                self.by_broken(text, |number| self.row([70, 30, -20, 20, 30, 60], gain[number.min(1)], 1000));
                let _ = write!(text, "{} = 2; ", variable("promise", due.as_str()));
            } else if one.renegotiates.is_some() {
                text.push_str(&self.row([-20, -15, 10, 0, 20, -20], 1000, 1000));
            } else {
                self.break_promise(text, due)?;
            }
        }
        text.push_str(&self.raw_moves(one.moves));
        let mut on = String::new();
        self.go(&mut on, &one.to)?;
        self.unless_leaving(text, &on);
        Ok(())
    }

    /// The first way whose condition holds. Each beat that can follow is entered in one place of the text, which would else grow
    /// beyond what SPIN reads.
    fn go(&self, text: &mut String, to: &Goto) -> Result<(), String> {
        if to.cases.is_empty() {
            return self.enter(text, &to.last, false);
        }
        for (condition, beat) in &to.cases {
            let _ = write!(text, "if :: {} -> next = {} :: else -> ", self.condition(condition)?, self.number(beat)?);
        }
        let _ = write!(text, "next = {}{}; if ", self.number(&to.last)?, " fi".repeat(to.cases.len()));
        for beat in to.values().collect::<BTreeSet<_>>() {
            let mut on = String::new();
            self.enter(&mut on, beat, false)?;
            let _ = write!(text, ":: next == {} -> next = 0; {on} ", self.number(beat)?);
        }
        text.push_str("fi;");
        Ok(())
    }

    fn number(&self, beat: &BeatId) -> Result<usize, String> {
        self.beats.iter().position(|one| *one == beat).ok_or_else(|| format!("no beat {beat}"))
    }

    /// Enters a beat, and what follows it where it has nothing to ask.
    pub(super) fn enter(&self, text: &mut String, id: &BeatId, first: bool) -> Result<(), String> {
        let beat = self.beat(id)?;
        if let Some(due) = &beat.due
            && !self.promise(due)?.can_keep
        {
            let mut breaks = String::new();
            self.break_promise(&mut breaks, due)?;
            let _ = write!(text, "if :: {} == 1 -> {breaks} :: else -> skip fi; ", variable("promise", due.as_str()));
        }
        for fact in beat.reveals.iter().filter(|fact| self.kept.facts.contains(*fact)) {
            let _ = write!(text, "{} = 1; ", variable("knows", fact.as_str()));
        }
        let mut asks = String::new();
        if beat.reply.is_none() {
            asks.push_str(&self.end());
        } else {
            let number = self.number(id)?;
            let offered: Vec<String> =
                choices(beat).iter().map(|(reply, one)| self.offered(id, reply, one)).collect::<Result<_, _>>()?;
            let offered = format!("({})", offered.join(" || "));
            let open = beat.due.as_ref().map(|due| format!("{} == 1 && ", variable("promise", due.as_str())));
            let mut passed = String::new();
            match &beat.otherwise {
                Some(otherwise) => self.enter(&mut passed, otherwise, false)?,
                None => passed.push_str(&self.end()),
            }
            let _ = write!(
                asks,
                "if :: ({}{offered}) -> beat = {number} :: else -> {passed} fi;",
                open.unwrap_or_default()
            );
        }
        if first {
            text.push_str(&asks);
        } else {
            self.unless_leaving(text, &asks);
        }
        Ok(())
    }

    fn unless_leaving(&self, text: &mut String, stays: &str) {
        let (calm, effort) = (self.read(Variable::Calm), self.read(Variable::Effort));
        let (calm_under, effort_over) = self.limits;
        let (Ok(calm), Ok(effort)) = (calm, effort) else { return };
        let _ = write!(
            text,
            "if :: ({calm} < {calm_under} || {effort} > {effort_over}) -> {} :: else -> {stays} fi;",
            self.end()
        );
    }

    /// All endings are one state.
    fn end(&self) -> String {
        format!("{}beat = {};", self.forget(), self.beats.len() + 1)
    }

    pub(super) fn forget(&self) -> String {
        let values = self.values.iter().filter(|value| value.moved).map(|value| value.name.to_owned());
        let facts = self.kept.facts.iter().map(|fact| variable("knows", fact.as_str()));
        let promises = self.kept.promises.iter().map(|promise| variable("promise", promise.as_str()));
        let broken = (!self.kept.promises.is_empty()).then(|| "broken".to_owned());
        let replies = self.kept.replies.iter().map(taken);
        values.chain(facts).chain(promises).chain(broken).chain(replies).map(|name| format!("{name} = 0; ")).collect()
    }

    fn promise(&self, id: &PromiseId) -> Result<&Promise, String> {
        self.scenario.promises.get(id).ok_or_else(|| format!("no promise {id}"))
    }

    fn break_promise(&self, text: &mut String, id: &PromiseId) -> Result<(), String> {
        const BROKEN: [i32; 6] = [-160, -120, 100, -80, -120, -140];
        let promise = self.promise(id)?;
        let vague = promise.owner.is_none() || promise.by.is_none();
        let row = if vague { BROKEN.map(|change| mul(change, 500)) } else { BROKEN };
        self.by_broken(text, |number| self.row(row, 1000, self.loss[number]));
        if !vague {
            text.push_str("broken = KEEP(broken + 1, 0, 20); ");
        }
        let _ = write!(text, "{} = 3; ", variable("promise", id.as_str()));
        Ok(())
    }

    /// What depends on how many promises were broken: none, one, more.
    fn by_broken(&self, text: &mut String, does: impl Fn(usize) -> String) {
        let _ =
            write!(text, "if :: broken == 0 -> {} :: broken == 1 -> {} :: else -> {} fi; ", does(0), does(1), does(2));
    }

    /// A row of changes lands: what is good has less room the better things are, except effort.
    fn row(&self, row: [i32; 6], gain: i32, loss: i32) -> String {
        let mut text = String::new();
        for (value, change) in self.values.iter().zip(row) {
            let Value { name, least, .. } = value;
            let does = match (*name, change) {
                (_, 0) => continue,
                ("effort", ..0) => format!("{name} + ({})", mul(change, gain)),
                (_, ..0) | ("effort", _) => format!("{name} + ({})", mul(change, loss)),
                (_, _) => {
                    let (full, narrow) = if *least == 0 { (1300, 300) } else { (800, 100) };
                    format!("{name} + MUL({}, KEEP({full} - {name}, {narrow}, 1000))", mul(change, gain))
                }
            };
            let _ = write!(text, "{name} = KEEP({does}, {least}, 1000); ");
        }
        text
    }

    pub(super) fn raw_moves(&self, moves: Moves) -> String {
        let Moves { trust, calm, effort, outcome, treatment, process } = moves;
        let mut text = String::new();
        for (value, change) in self.values.iter().zip([trust, calm, effort, outcome, treatment, process]) {
            let Value { name, least, bounded, .. } = value;
            let _ = match (change, bounded) {
                (0, _) => Ok(()),
                (_, true) => write!(text, "{name} = {name} + ({change}); "),
                (_, false) => write!(text, "{name} = KEEP({name} + ({change}), {least}, 1000); "),
            };
        }
        text
    }
}
