//! Small conversations of every construct, for properties that must hold of any scenario: all three replies, facts, promises that
//! fall due, conditions of every kind, ways back, failures, time, waits, silence, every persona. They always load, and have few enough
//! plays to try them all.

use std::fmt::Write;

use super::dice::Dice;

/// Most plays of a generated conversation.
pub const MOST_PLAYS: usize = 20_000;

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

/// A conversation of `size` beats and two endings: the same text for the same seed and size. From 2 to about 10 beats.
pub fn random(seed: u64, size: usize) -> String {
    // Of the few that have too many plays, the next one is taken.
    (0..)
        .map(|again| Plan::roll(seed.wrapping_add(again << 32), size))
        .find(|plan| plan.plays() <= MOST_PLAYS)
        .unwrap()
        .ron()
}

/// What a beat asks, and where each reply leads: for a choice or an offer the beats it can lead to, for a paraphrase how many sets
/// of fragments there are.
enum Asks {
    Choose(Vec<Vec<usize>>),
    Commit(Vec<Vec<usize>>),
    Paraphrase { about: Option<Vec<usize>>, decoys: usize, to: Vec<usize> },
}

struct Beat {
    asks: Asks,
    reveals: Vec<usize>,
    due: Option<usize>,
    silence: Option<usize>,
    /// Where to go when there is nothing to ask; always forward.
    otherwise: Option<usize>,
    /// Whether every reply may be withheld.
    guarded: bool,
}

/// The shape of a conversation, before its words and numbers.
struct Plan {
    beats: Vec<Beat>,
    facts: usize,
    promises: usize,
    dice: Dice,
}

impl Plan {
    fn roll(seed: u64, size: usize) -> Self {
        let mut dice = Dice::new(seed);
        let size = size.max(2);
        let facts = 1 + dice.below(3);
        let promises = dice.below(3).min(size / 2);
        let mut beats: Vec<Beat> = (0..size).map(|here| Self::beat(&mut dice, here, size, facts)).collect();
        // A promise falls due in the second half, if a beat there can hold it.
        for promise in 0..promises {
            let here = size / 2 + dice.below(size - size / 2);
            let beat = &mut beats[here];
            if matches!(beat.asks, Asks::Choose(_) | Asks::Commit(_)) && beat.due.is_none() {
                beat.due = Some(promise);
                beat.otherwise = Some(ahead(&mut dice, here, size));
            }
        }
        // A way back from a choice, and a way on from every beat that it can lead through again.
        if size > 2 && dice.percent(50) {
            let from = 1 + dice.below(size - 1);
            let back = dice.below(from + 1);
            if let Asks::Choose(ways) = &mut beats[from].asks
                && let Some(way) = ways.last_mut()
            {
                *way = vec![back];
                for (here, beat) in beats.iter_mut().enumerate().take(from + 1).skip(back) {
                    beat.otherwise.get_or_insert(here + 1);
                }
            }
        }
        Self { beats, facts, promises, dice }
    }

    fn beat(dice: &mut Dice, here: usize, size: usize, facts: usize) -> Beat {
        let reveals: Vec<usize> = (0..facts).filter(|_| dice.percent(40)).collect();
        let ways = |dice: &mut Dice, most: usize| -> Vec<Vec<usize>> {
            (0..2 + dice.below(most - 1)).map(|reply| goals(dice, here, size, reply == 0)).collect()
        };
        let asks = match dice.below(10) {
            0 | 1 => {
                let some: Vec<usize> = (0..facts).filter(|_| dice.percent(60)).collect();
                let about = (dice.percent(50) && !some.is_empty()).then_some(some);
                Asks::Paraphrase { about, decoys: 2, to: goals(dice, here, size, true) }
            }
            2 | 3 => Asks::Commit(ways(dice, 3)),
            _ => Asks::Choose(ways(dice, 4)),
        };
        let guarded = dice.percent(15);
        let needs = guarded || matches!(asks, Asks::Paraphrase { .. });
        let otherwise = (needs || dice.percent(15)).then(|| ahead(dice, here, size));
        let silence = dice.percent(20).then(|| ahead(dice, here, size));
        Beat { asks, reveals, due: None, silence, otherwise, guarded }
    }

    /// An upper bound on the plays: every way of every reply, whatever the conditions say.
    fn plays(&self) -> usize {
        let mut taken = vec![0_u8; self.beats.len()];
        self.plays_from(0, &mut taken, MOST_PLAYS + 1)
    }

    /// Plays from a beat on, counted no further than `most`. `taken` has a bit for each reply given before.
    fn plays_from(&self, here: usize, taken: &mut [u8], most: usize) -> usize {
        let Some(beat) = self.beats.get(here) else { return 1 };
        let mut plays = 0;
        let may_pass = beat.otherwise.is_some();
        match &beat.asks {
            Asks::Choose(ways) | Asks::Commit(ways) => {
                let commit = matches!(beat.asks, Asks::Commit(_));
                for (reply, to) in ways.iter().enumerate() {
                    let before = taken[here];
                    if before & (1 << reply) != 0 || (commit && before != 0) {
                        continue;
                    }
                    taken[here] |= 1 << reply;
                    for next in to {
                        if plays < most {
                            plays += self.plays_from(*next, taken, most - plays);
                        }
                    }
                    taken[here] = before;
                }
            }
            Asks::Paraphrase { about, decoys, to } => {
                let facts = about.as_ref().map_or(self.facts, Vec::len);
                let sets = (1 << (facts + decoys)) - 1;
                for next in to {
                    if plays < most {
                        plays += sets * self.plays_from(*next, taken, most.div_ceil(sets));
                    }
                }
            }
        }
        for next in beat.silence.iter().chain(beat.otherwise.iter().filter(|_| may_pass)) {
            if plays < most {
                plays += self.plays_from(*next, taken, most - plays);
            }
        }
        plays.min(most)
    }

    fn ron(mut self) -> String {
        let dice = &mut self.dice;
        let mut text = head(dice);
        let all: Vec<String> = (0..self.facts).map(|fact| fact_text(dice, fact)).collect();
        let _ = writeln!(text, "    facts: {{ {} }},", all.join(", "));
        let all: Vec<String> = (0..self.promises).map(|promise| promise_text(dice, promise)).collect();
        let _ = writeln!(text, "    promises: {{ {} }},\n    start: \"b0\",\n    beats: {{", all.join(", "));
        let mut teller = Teller { beats: &self.beats, facts: self.facts, promises: self.promises, dice };
        for here in 0..self.beats.len() {
            teller.beat(&mut text, here);
        }
        let size = self.beats.len();
        let _ = writeln!(text, "        \"b{size}\": (says: \"Thank you.\"),");
        let _ = writeln!(text, "        \"b{}\": (scene: \"Later.\", channel: Social),", size + 1);
        text.push_str(
            r#"    },
    outcomes: {
        ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e",
    },
)
"#,
        );
        text
    }
}

/// A beat further on; the two after the last beat are endings.
fn ahead(dice: &mut Dice, here: usize, size: usize) -> usize {
    let far = *dice.one_of(&[1, 1, 1, 1, 2, 2, 3]);
    here + far.min(size + 1 - here)
}

/// One to three beats further on, the first of them the next one where `next` is set, so that every beat can be reached.
fn goals(dice: &mut Dice, here: usize, size: usize, next: bool) -> Vec<usize> {
    let count = if dice.percent(25) { 2 } else { 1 };
    let mut to: Vec<usize> = (0..count).map(|_| ahead(dice, here, size)).collect();
    if next && let Some(last) = to.last_mut() {
        *last = here + 1;
    }
    to
}

fn head(dice: &mut Dice) -> String {
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

fn fact_text(dice: &mut Dice, fact: usize) -> String {
    let root = if dice.percent(30) { ", root_cause: true" } else { "" };
    format!("\"f{fact}\": (text: \"fact number {fact}\"{root})")
}

fn promise_text(dice: &mut Dice, promise: usize) -> String {
    let how = *dice.one_of(&[", owner: \"you\", by: Days(2)", ", owner: \"you\", by: Hours(1), can_keep: false", ""]);
    format!("\"p{promise}\": (what: \"call back\"{how})")
}

/// Writes out the beats of a plan.
struct Teller<'a> {
    beats: &'a [Beat],
    facts: usize,
    promises: usize,
    dice: &'a mut Dice,
}

impl Teller<'_> {
    fn beat(&mut self, text: &mut String, here: usize) {
        let beats = self.beats;
        let beat = &beats[here];
        let _ = writeln!(text, "        \"b{here}\": (");
        let says = if self.dice.percent(20) {
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
        if self.dice.percent(10) {
            let explained = self.dice.percent(50);
            let _ = writeln!(text, "            waits: (time: Minutes(4), explained: {explained}),");
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
            .filter_map(|one| dice.percent(45).then(|| format!("\"{one}\": {}", dice.below(4))))
            .collect();
        if !shows.is_empty() {
            let _ = write!(text, "shows: {{{}}}, ", shows.join(", "));
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
