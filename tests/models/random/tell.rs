//! The words and numbers of a random conversation, once its shape is known.

use std::fmt::Write;

use super::super::dice::Dice;
use super::{Asks, Beat};

const PERSONAS: [&str; 8] =
    ["expressive", "analytical", "anxious", "loyal-regular", "vip", "language-learner", "at-fault", "silent"];
const COMPETENCIES: [&str; 4] = ["listening", "apology", "accountability", "follow-through"];
const VARIABLES: [&str; 10] = [
    "trust",
    "calm",
    "effort",
    "outcome",
    "treatment",
    "process",
    "satisfaction",
    "relationship",
    "returning",
    "anger",
];
const DEEDS: [&str; 13] = [
    "Explanation",
    "OfferChoice",
    "InterimSolution",
    "ProgressUpdate",
    "PreventionTip",
    "ProcessChanged",
    "CheckBack",
    "ReAsk",
    "ColdTransfer",
    "WarmTransfer",
    "ForcedSwitch",
    "Jargon",
    "SurveyOrUpsell",
];
const SKILLS: [&str; 4] = ["L1", "A1", "C3", "F1"];
const ERRORS: [&str; 6] = ["E1", "E3", "E5", "E7", "E9", "E10"];

pub(super) fn head(dice: &mut Dice) -> String {
    let persona = *dice.one_of(&PERSONAS);
    let severity = *dice.one_of(&[0, 1, 1, 2, 2, 3]);
    let kind = *dice.one_of(&["Economic", "Social"]);
    let mut more = String::new();
    if dice.percent(30) {
        let _ = write!(more, ", locus: {}", dice.between(0, 1000));
    }
    if dice.percent(20) {
        more.push_str(", future: false");
    }
    // Now and then somebody close to leaving, or somebody fond of the place.
    let start = match dice.below(4) {
        0 => ", start: (calm: 800, effort: 480)",
        1 => ", start: (trust: 850, relationship: 700, outcome: 500)",
        _ => "",
    };
    format!(
        r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "random",
    title: "Anything at all",
    sector: "test",
    language: "en",
    role: "You are at the desk.",
    customer: (name: "Amina", persona: "{persona}"{start}),
    failure: (severity: {severity}, kind: {kind}{more}),
"#
    )
}

pub(super) fn fact_text(dice: &mut Dice, fact: usize) -> String {
    let root = if dice.percent(30) { ", root_cause: true" } else { "" };
    format!("\"f{fact}\": (text: \"fact number {fact}\"{root})")
}

pub(super) fn promise_text(dice: &mut Dice, promise: usize) -> String {
    let how = *dice.one_of(&[", owner: \"you\", by: Days(2)", ", owner: \"you\", by: Hours(1), can_keep: false", ""]);
    format!("\"p{promise}\": (what: \"call back\"{how})")
}

/// Writes out the beats of a plan.
pub(super) struct Teller<'a> {
    pub beats: &'a [Beat],
    pub facts: usize,
    pub promises: usize,
    pub dice: &'a mut Dice,
}

impl Teller<'_> {
    pub fn beat(&mut self, text: &mut String, here: usize) {
        let beats = self.beats;
        let beat = &beats[here];
        let _ = writeln!(text, "        \"b{here}\": (");
        let says = if self.dice.percent(10) {
            "AnyOf([\"One way to say it.\", \"Another way.\"])".into()
        } else if self.dice.percent(20) {
            format!("[(if: {}, text: \"So.\"), (text: \"Well.\")]", self.condition(2))
        } else {
            format!("\"This is beat {here}.\"")
        };
        let _ = writeln!(text, "            says: {says},");
        if !beat.reveals.is_empty() {
            let facts: Vec<String> = beat.reveals.iter().map(|fact| format!("\"f{fact}\"")).collect();
            let _ = writeln!(text, "            reveals: [{}],", facts.join(", "));
        }
        self.time(text, here);
        if let Some(due) = beat.due {
            let _ = writeln!(text, "            due: \"p{due}\",");
        }
        if let Some(otherwise) = beat.otherwise {
            let _ = writeln!(text, "            otherwise: \"b{otherwise}\",");
        }
        if let Some(to) = beat.silence {
            let level = self.dice.below(2);
            let _ = writeln!(
                text,
                "            timer: 20,\n            silence: (shows: {{\"listening\": {level}}}, moves: (calm: -20), to: \"b{to}\"),"
            );
        }
        match &beat.asks {
            Asks::Choose(ways) => {
                text.push_str("            reply: Choose({\n");
                self.moves(text, here, ways, false);
                text.push_str("            }),\n        ),\n");
            }
            Asks::Commit(ways) => {
                text.push_str("            reply: Commit(offers: {\n");
                self.moves(text, here, ways, true);
                text.push_str("            }),\n        ),\n");
            }
            Asks::Paraphrase { about, decoys, to } => {
                let facts =
                    |about: &Vec<usize>| about.iter().map(|fact| format!("\"f{fact}\"")).collect::<Vec<_>>().join(", ");
                let about = about.as_ref().map_or(String::new(), |about| format!("about: [{}], ", facts(about)));
                let decoys: Vec<String> = (0..*decoys).map(|decoy| format!("\"decoy number {decoy}\"")).collect();
                let to = self.to(to);
                let _ = writeln!(
                    text,
                    "            reply: Paraphrase({about}decoys: [{}], to: {to}),\n        ),",
                    decoys.join(", ")
                );
            }
        }
    }

    /// What time and trouble a beat brings.
    fn time(&mut self, text: &mut String, here: usize) {
        if here > 0 && self.dice.percent(15) {
            let after = *self.dice.one_of(&["Hours(5)", "Days(1)", "Days(9)", "Days(70)"]);
            let _ = writeln!(text, "            phase: After,\n            after: {after},");
        }
        if here > 0 && self.dice.percent(12) {
            let (severity, same) = (1 + self.dice.below(2), self.dice.percent(50));
            let _ = writeln!(text, "            fails: (severity: {severity}, kind: Social, same_cause: {same}),");
        }
        match self.dice.below(10) {
            0 => {
                let explained = self.dice.percent(50);
                let _ = writeln!(text, "            waits: (time: Minutes(4), explained: {explained}),");
            }
            1 => {
                text.push_str(
                    "            channel: FaceToFace,\n            waits: (time: Minutes(1), onlookers: true),\n",
                );
                return;
            }
            _ => {}
        }
        if self.dice.percent(15) {
            let channel = *self.dice.one_of(&["Phone", "Email", "Chat", "Social"]);
            let _ = writeln!(text, "            channel: {channel},");
        }
    }

    fn moves(&mut self, text: &mut String, here: usize, ways: &[Vec<usize>], offers: bool) {
        let beats = self.beats;
        let beat = &beats[here];
        for (reply, to) in ways.iter().enumerate() {
            let mut more = String::new();
            if beat.guarded || (reply > 0 && self.dice.percent(20)) {
                let _ = write!(more, "if: {}, ", self.condition(2));
            }
            let _ = write!(more, "say: \"Reply {reply}.\", ");
            let promise = (self.promises > 0 && self.dice.percent(45)).then(|| self.dice.below(self.promises));
            if let Some(due) = beat.due {
                let fate = *self.dice.one_of(&["keeps", "breaks", "renegotiates"]);
                let _ = write!(more, "{fate}: \"p{due}\", ");
            } else if let Some(promise) = promise {
                let _ = write!(more, "promise: \"p{promise}\", ");
            }
            if offers && (beat.due.is_some() || promise.is_none()) {
                more.push_str("what: \"something\", ");
            }
            self.effects(&mut more);
            let to = self.to(to);
            let _ = writeln!(text, "                \"r{reply}\": ({more}to: {to}),");
        }
    }

    /// Levels, deeds, raw moves.
    fn effects(&mut self, text: &mut String) {
        let dice = &mut *self.dice;
        let shows: Vec<String> = COMPETENCIES
            .iter()
            .filter_map(|one| if dice.percent(45) { Some(format!("\"{one}\": {}", dice.below(4))) } else { None })
            .collect();
        if !shows.is_empty() {
            let _ = write!(text, "shows: {{{}}}, ", shows.join(", "));
        }
        if !shows.iter().any(|shown| shown.starts_with("\"apology\"")) && dice.percent(25) {
            let parts = ["Responsibility", "Repair", "Regret", "Explanation", "Resolve", "Forgiveness"];
            let parts: Vec<&str> = parts.into_iter().filter(|_| dice.percent(50)).collect();
            let (empathy, timing) = (dice.percent(50), dice.percent(50));
            let _ = write!(text, "apology: (parts: [{}], empathy: {empathy}, timing: {timing}), ", parts.join(", "));
        }
        if dice.percent(20) {
            let _ = write!(text, "skills: [\"{}\"], ", dice.one_of(&SKILLS));
        }
        if dice.percent(20) {
            let _ = write!(text, "errors: [\"{}\"], ", dice.one_of(&ERRORS));
        }
        if dice.percent(25) {
            let _ = write!(text, "uses: [\"f{}\"], ", dice.below(self.facts));
        }
        if dice.percent(25) {
            let _ = write!(text, "does: [{}], ", dice.one_of(&DEEDS));
        }
        match dice.below(10) {
            0 => text.push_str("pace: Fast, "),
            1 => text.push_str("pace: Slow, "),
            2 => text.push_str("fixes: 500, "),
            3 => text.push_str("pays: 120, "),
            4 => text.push_str("waits: (time: Minutes(3)), "),
            _ => {}
        }
        if dice.percent(30) {
            let (variable, by) = (*dice.one_of(&VARIABLES[..6]), dice.between(-100, 100));
            let _ = write!(text, "moves: ({variable}: {by}), ");
        }
    }

    /// A way on: to one beat, or to one of two by a condition.
    fn to(&mut self, to: &[usize]) -> String {
        match to {
            [first, second, ..] => {
                format!("[(if: {}, go: \"b{first}\"), (go: \"b{second}\")]", self.condition(2))
            }
            _ => format!("\"b{}\"", to[0]),
        }
    }

    /// A condition of any kind, nested no deeper than `depth`.
    fn condition(&mut self, depth: usize) -> String {
        let kinds = if depth > 0 { 13 } else { 10 };
        let fact = self.dice.below(self.facts);
        match self.dice.below(kinds) {
            0 => format!("Knows(\"f{fact}\")"),
            1 => format!("Noticed(\"f{fact}\")"),
            kind @ 2..=4 if self.promises > 0 => {
                let name = ["Promised", "Kept", "Broke"][kind - 2];
                format!("{name}(\"p{}\")", self.dice.below(self.promises))
            }
            5 => format!("Understood({})", 1 + self.dice.below(3)),
            6 | 2 => format!("Feels({})", self.dice.one_of(&["Happy", "Indifferent", "Upset"])),
            7 | 3 => self.chose(),
            10 => format!("Not({})", self.condition(depth - 1)),
            11 => format!("All([{}, {}])", self.condition(depth - 1), self.condition(depth - 1)),
            12 => format!("Any([{}, {}])", self.condition(depth - 1), self.condition(depth - 1)),
            number => {
                let variable = *self.dice.one_of(&VARIABLES);
                let least = if ["outcome", "treatment", "process"].contains(&variable) { -400 } else { 200 };
                let at = if number % 2 == 0 { "AtLeast" } else { "AtMost" };
                format!("{at}({variable}, {})", self.dice.between(least, 700))
            }
        }
    }

    /// Some reply of some beat that has named ones.
    fn chose(&mut self) -> String {
        let here = self.dice.below(self.beats.len());
        match &self.beats[here].asks {
            Asks::Choose(ways) | Asks::Commit(ways) => {
                format!("Chose(\"b{here}/r{}\")", self.dice.below(ways.len()))
            }
            Asks::Paraphrase { .. } => "Understood(2)".into(),
        }
    }
}
