//! A conversation of plain counters as a Promela model, for the independent model checker SPIN. The rules are written out here anew,
//! from the design and the customer model, so that the two programs have nothing in common but the scenario.
//!
//! Each state that SPIN stores is one state of the conversation at which the trainee is asked something: what a reply does up to the
//! next question is one `d_step`. Two more are not: where the model has the general form, its beginning before the first
//! beat is entered; and in both forms the end, one state for all endings, in which every variable is 0.

mod run;
mod scan;

use std::collections::BTreeSet;
use std::fmt::Write;

use amends::customer::{Feeling, Moves, Personas, Variable};
use amends::scenario::{Beat, BeatId, Checked, Condition, FactId, Goto, Move, Promise, PromiseId, ReplyId, ReplyPath};

pub use run::{FAST, Found, SOON, missing, run};
use scan::{choices, has_cycle, kept, moves, restricted, widest};

/// A model and how its states are to be counted.
pub struct Model {
    /// Promela.
    pub text: String,
    /// Stored states that are no question to the trainee.
    pub extra: usize,
    /// What of the history the model keeps.
    pub kept: Kept,
}

/// What of a conversation's history some condition asks for, or a beat that is entered again.
#[derive(Default)]
pub struct Kept {
    /// Facts that are asked for.
    pub facts: BTreeSet<FactId>,
    /// Every promise there is.
    pub promises: BTreeSet<PromiseId>,
    /// Replies that are asked for, or stand in a beat that can be entered again.
    pub replies: BTreeSet<ReplyPath>,
}

const END: &str = "over";

/// The model of a scenario.
///
/// # Errors
/// What stands in the scenario that no model can be made of.
pub fn model(scenario: &Checked) -> Result<Model, String> {
    Writer::new(scenario)?.model()
}

struct Writer<'a> {
    scenario: &'a Checked,
    beats: Vec<&'a BeatId>,
    kept: Kept,
    /// The six values, each with its start, in the order of [`Moves`]; those that nothing changes stand as numbers.
    values: [Value; 6],
    /// How strongly a gain lands without and with a broken promise, thousandths.
    gain: [i32; 2],
    /// How strongly a loss lands after no, one and more broken promises, thousandths.
    loss: [i32; 3],
    limits: (i32, i32),
}

struct Value {
    name: &'static str,
    start: i32,
    least: i32,
    moved: bool,
    /// Whether it could ever pass its range.
    bounded: bool,
}

impl<'a> Writer<'a> {
    fn new(scenario: &'a Checked) -> Result<Self, String> {
        restricted(scenario)?;
        let personas = Personas::builtin();
        let persona = personas.get(&scenario.customer.persona).ok_or("no such persona")?;
        let start = scenario.customer.start;
        let [trust, calm, effort, outcome, treatment, process] = [
            (start.trust, persona.trust),
            (start.calm, persona.calm),
            (start.effort, 100),
            (start.outcome, 250),
            (start.treatment, 250),
            (start.process, 250),
        ]
        .map(|(own, usual)| own.unwrap_or(usual));
        let any_due = scenario.beats.values().any(|beat| beat.due.is_some());
        let all: Vec<Moves> = moves(scenario).map(|(_, _, one)| one.moves).collect();
        let value = |name, start, least, of: fn(&Moves) -> i32| {
            let most: i32 = scenario.beats.values().map(|beat| widest(beat, of)).sum();
            let within = start - most >= least && start + most <= 1000;
            let moved = any_due || all.iter().any(|one| of(one) != 0);
            // A beat that can be entered again can move more than its widest choice.
            Value { name, start, least, moved, bounded: within && !any_due && !has_cycle(scenario) }
        };
        let values = [
            value("trust", trust, 0, |one| one.trust),
            value("calm", calm, 0, |one| one.calm),
            value("effort", effort, 0, |one| one.effort),
            value("outcome", outcome, -1000, |one| one.outcome),
            value("treatment", treatment, -1000, |one| one.treatment),
            value("process", process, -1000, |one| one.process),
        ];
        let close = start.relationship.unwrap_or(persona.relationship) >= 600;
        let locus = scenario.failure.locus.or(persona.locus).unwrap_or(1000);
        let mut gain = if close { mul(1000, 1100) } else { 1000 };
        if locus <= 300 {
            gain = mul(gain, 1150);
        }
        let broken = |factor| mul(mul(persona.react, factor), if close { 1300 } else { 1000 });
        Ok(Self {
            scenario,
            beats: scenario.beats.keys().collect(),
            kept: kept(scenario),
            values,
            gain: [gain, mul(gain, 700)],
            loss: [persona.react, broken(1500), broken(1800)],
            limits: (persona.leaves.calm_under, persona.leaves.effort_over),
        })
    }

    fn model(self) -> Result<Model, String> {
        let mut text = String::from(
            "/* Made from a scenario. Rounding is half away from zero (MUL) and towards minus infinity (FLOOR). */\n\
             #define MUL(x,k) ((x) < 0 -> 0-(((0-(x))*(k)+500)/1000) : (((x)*(k)+500)/1000))\n\
             #define FLOOR(x,n) ((x) < 0 -> 0-((0-(x)+(n)-1)/(n)) : ((x)/(n)))\n\
             #define KEEP(x,lo,hi) ((x) < (lo) -> (lo) : ((x) > (hi) -> (hi) : (x)))\n",
        );
        for value in self.values.iter().filter(|value| value.moved) {
            let _ = writeln!(text, "short {} = {};", value.name, value.start);
        }
        for fact in &self.kept.facts {
            let _ = writeln!(text, "bit {};", variable("knows", fact.as_str()));
        }
        for promise in &self.kept.promises {
            let _ = writeln!(text, "byte {};", variable("promise", promise.as_str()));
        }
        if !self.kept.promises.is_empty() {
            text.push_str("byte broken;\n");
        }
        for reply in &self.kept.replies {
            let _ = writeln!(text, "bit {};", taken(reply));
        }
        let extra = if self.is_plain() {
            self.plain(&mut text)?;
            1
        } else {
            self.general(&mut text)?;
            2
        };
        Ok(Model { text, extra, kept: self.kept })
    }

    /// Whether every reply leads to one next question, whatever the state: then a beat is a place in the process.
    fn is_plain(&self) -> bool {
        self.kept.replies.is_empty()
            && self.kept.promises.is_empty()
            && self.kept.facts.is_empty()
            && self.never_leaves()
            && moves(self.scenario).all(|(_, _, one)| one.when.is_none() && one.to.cases.is_empty())
    }

    fn never_leaves(&self) -> bool {
        let lowest = |value: &Value, of: fn(&Moves) -> i32| {
            value.start - self.scenario.beats.values().map(|beat| widest(beat, of)).sum::<i32>()
        };
        let highest = |value: &Value, of: fn(&Moves) -> i32| {
            value.start + self.scenario.beats.values().map(|beat| widest(beat, of)).sum::<i32>()
        };
        self.values.iter().all(|value| value.bounded || !value.moved)
            && lowest(&self.values[1], |one| one.calm) >= self.limits.0
            && highest(&self.values[2], |one| one.effort) <= self.limits.1
    }

    /// A label for each beat: the form in which SPIN is fastest.
    fn plain(&self, text: &mut String) -> Result<(), String> {
        let _ = writeln!(text, "active proctype play() {{\ngoto {};", label(&self.scenario.start));
        for (id, beat) in self.scenario.beats.iter().filter(|(_, beat)| beat.reply.is_some()) {
            let _ = writeln!(text, "{}: if", label(id));
            for one in choices(beat).values() {
                let next = &one.to.last;
                let ends = self.beat(next)?.reply.is_none();
                let mut does = self.raw_moves(one.moves);
                if ends {
                    does = self.forget();
                }
                let to = if ends { format!("end_{END}") } else { label(next) };
                let does = if does.is_empty() { "skip".into() } else { does };
                let _ = writeln!(text, "  :: d_step {{ {does} }} goto {to}");
            }
            text.push_str("  fi;\n");
        }
        let _ = writeln!(text, "end_{END}: false\n}}");
        Ok(())
    }

    /// One loop that looks up the beat: any condition can stand in it.
    fn general(&self, text: &mut String) -> Result<(), String> {
        let _ = writeln!(text, "byte beat = {};", self.beats.len());
        text.push_str("active proctype play() {\nend_over: do\n");
        let mut first = String::new();
        self.enter(&mut first, &self.scenario.start, true)?;
        let _ = writeln!(text, "  :: d_step {{ beat == {} -> {first} }}", self.beats.len());
        for (number, id) in self.beats.iter().enumerate() {
            let beat = self.beat(id)?;
            if beat.reply.is_none() {
                continue;
            }
            for (reply, one) in choices(beat) {
                let mut does = String::new();
                self.land(&mut does, id, beat, reply, one)?;
                let offered = self.offered(id, reply, one)?;
                let _ = writeln!(text, "  :: d_step {{ (beat == {number} && {offered}) -> {does} }}");
            }
        }
        text.push_str("od\n}\n");
        Ok(())
    }

    fn beat(&self, id: &BeatId) -> Result<&'a Beat, String> {
        self.scenario.beats.get(id).ok_or_else(|| format!("no beat {id}"))
    }

    /// Whether a reply can be given.
    fn offered(&self, beat: &BeatId, reply: &ReplyId, one: &Move) -> Result<String, String> {
        let path = ReplyPath { beat: beat.clone(), reply: reply.clone() };
        let fresh = if self.kept.replies.contains(&path) { format!("!{}", taken(&path)) } else { "true".into() };
        Ok(match &one.when {
            None => fresh,
            Some(condition) => format!("({fresh} && {})", self.condition(condition)?),
        })
    }

    /// What a reply does, up to the next question or the end.
    fn land(&self, text: &mut String, id: &BeatId, beat: &Beat, reply: &ReplyId, one: &Move) -> Result<(), String> {
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

    /// The first way whose condition holds.
    fn go(&self, text: &mut String, to: &Goto) -> Result<(), String> {
        for (condition, beat) in &to.cases {
            let mut on = String::new();
            self.enter(&mut on, beat, false)?;
            let _ = write!(text, "if :: {} -> {on} :: else -> ", self.condition(condition)?);
        }
        self.enter(text, &to.last, false)?;
        text.push_str(&" fi;".repeat(to.cases.len()));
        Ok(())
    }

    /// Enters a beat, and what follows it where it has nothing to ask.
    fn enter(&self, text: &mut String, id: &BeatId, first: bool) -> Result<(), String> {
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
            let number = self.beats.iter().position(|one| *one == id).ok_or("no such beat")?;
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

    fn forget(&self) -> String {
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

    fn raw_moves(&self, moves: Moves) -> String {
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

    fn read(&self, variable: Variable) -> Result<String, String> {
        let value = |index: usize| {
            let value = &self.values[index];
            if value.moved { value.name.to_owned() } else { format!("({})", value.start) }
        };
        let weighed = |[outcome, treatment, process]: [i32; 3]| {
            format!("(500 + FLOOR({outcome}*{} + {treatment}*{} + {process}*{}, 2000))", value(3), value(4), value(5))
        };
        match variable {
            Variable::Trust => Ok(value(0)),
            Variable::Calm => Ok(value(1)),
            Variable::Effort => Ok(value(2)),
            Variable::Outcome => Ok(value(3)),
            Variable::Treatment => Ok(value(4)),
            Variable::Process => Ok(value(5)),
            Variable::Satisfaction => Ok(weighed([500, 320, 180])),
            Variable::Relationship => Ok(weighed([370, 410, 220])),
            Variable::Returning | Variable::Anger => Err(format!("{variable:?} is not modelled")),
        }
    }

    fn condition(&self, condition: &Condition) -> Result<String, String> {
        let of_promise = |promise: &PromiseId| variable("promise", promise.as_str());
        let all = |parts: &[Condition], sign: &str, none: &str| -> Result<String, String> {
            let parts: Vec<String> = parts.iter().map(|part| self.condition(part)).collect::<Result<_, _>>()?;
            Ok(if parts.is_empty() { none.into() } else { format!("({})", parts.join(sign)) })
        };
        Ok(match condition {
            Condition::Knows(fact) => variable("knows", fact.as_str()),
            Condition::Promised(promise) => format!("({} != 0)", of_promise(promise)),
            Condition::Kept(promise) => format!("({} == 2)", of_promise(promise)),
            Condition::Broke(promise) => format!("({} == 3)", of_promise(promise)),
            Condition::Chose(path) => taken(path),
            Condition::Feels(feeling) => {
                let (calm, satisfied) = (self.read(Variable::Calm)?, self.read(Variable::Satisfaction)?);
                let related = self.read(Variable::Relationship)?;
                let upset = format!("({calm} < 420 || {satisfied} < 420)");
                let happy = format!("({calm} >= 600 && {satisfied} >= 580 && {related} >= 580)");
                match feeling {
                    Feeling::Upset => upset,
                    Feeling::Happy => format!("(!{upset} && {happy})"),
                    Feeling::Indifferent => format!("(!{upset} && !{happy})"),
                }
            }
            Condition::AtLeast(variable, number) => format!("({} >= ({number}))", self.read(*variable)?),
            Condition::AtMost(variable, number) => format!("({} <= ({number}))", self.read(*variable)?),
            Condition::All(parts) => all(parts, " && ", "true")?,
            Condition::Any(parts) => all(parts, " || ", "false")?,
            Condition::Not(part) => format!("(!{})", self.condition(part)?),
            Condition::Noticed(_) | Condition::Understood(_) => return Err(format!("{condition:?} is not modelled")),
        })
    }
}

fn label(beat: &BeatId) -> String {
    variable("at", beat.as_str())
}

/// An id as a name of Promela.
fn variable(kind: &str, id: &str) -> String {
    format!("{kind}_{}", id.replace('-', "_"))
}

fn taken(path: &ReplyPath) -> String {
    variable("took", &format!("{}_of_{}", path.reply, path.beat))
}

/// `x * thousandths / 1000`, rounded half away from zero.
fn mul(x: i32, thousandths: i32) -> i32 {
    let size = (x.abs() * thousandths + 500) / 1000;
    if x < 0 { -size } else { size }
}
