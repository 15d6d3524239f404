//! A conversation of plain counters as a Promela model, for the independent model checker SPIN. The rules are written out here anew,
//! from the design and the customer model, so that the two programs have nothing in common but the scenario.
//!
//! Each state that SPIN stores is one state of the conversation at which the trainee is asked something: what a reply does up to the
//! next question is one `d_step`. Two more are not: where the model has the general form, its beginning before the first
//! beat is entered; and in both forms the end, one state for all endings, in which every variable is 0.

mod condition;
mod land;
pub mod run;
mod scan;

use std::collections::BTreeSet;
use std::fmt::Write;

use amends::customer::{Moves, Personas};
use amends::scenario::{Beat, BeatId, Checked, FactId, PromiseId, ReplyPath};

use scan::{choices, has_cycle, kept, moves, restricted, widest};

/// A model and how its states are to be counted.
pub struct Model {
    /// Promela.
    pub text: String,
    /// Stored states that are no question to the trainee.
    pub extra: usize,
    /// What of the history the model keeps.
    #[allow(dead_code, reason = "the benches count by states alone")]
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
        let _ = writeln!(text, "byte beat = {}; byte next = 0;", self.beats.len());
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
