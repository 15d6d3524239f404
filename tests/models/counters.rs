//! Conversations of plain counters, which a general model checker can hold as well as Amends: beats in a row whose choices add small
//! raw `moves` to the customer's values, and, where asked for, facts, promises, conditions, ways back and a customer near the limits.
//! Nothing failed before them, and no choice shows a competency. The last beat reads all that can have changed, so every part
//! of a state matters to the end.

use std::fmt::Write;

use super::dice::Dice;

/// The customer's values in the order in which [`Counters::values`] takes them.
const VALUES: [&str; 6] = ["trust", "calm", "effort", "outcome", "treatment", "process"];

/// What kind of conversation to generate.
#[derive(Clone, Copy, Debug)]
pub struct Counters {
    /// Decides every number in it.
    pub seed: u64,
    /// Beats in the row, 2 or more.
    pub beats: usize,
    /// Choices in each, 2 to 5.
    pub choices: usize,
    /// Greatest move, 1 to 100.
    pub size: i32,
    /// How many of the six values the choices move.
    pub values: usize,
    /// Facts that some beats reveal, and conditions that ask for them.
    pub facts: usize,
    /// Promises that some choices make, with a beat where each falls due.
    pub promises: usize,
    /// Choices offered only under conditions on the values, and ways that depend on them.
    pub gates: bool,
    /// Choices that lead back.
    pub loops: bool,
    /// Whether the customer starts so close to the limits that they may leave.
    pub edgy: bool,
}

impl Counters {
    /// Beats in a row and nothing else.
    pub const fn plain(seed: u64, beats: usize, choices: usize, size: i32) -> Self {
        let (facts, promises, gates, loops, edgy) = (0, 0, false, false, false);
        Self { seed, beats, choices, size, values: 3, facts, promises, gates, loops, edgy }
    }

    /// The scenario's text.
    pub fn ron(&self) -> String {
        let mut dice = Dice::new(self.seed);
        let mut text = self.head();
        for beat in 0..self.beats {
            self.beat(&mut text, &mut dice, beat);
        }
        for promise in 0..self.promises {
            self.due(&mut text, &mut dice, promise);
        }
        if self.asks_at_the_end() {
            self.last(&mut text);
        }
        text.push_str(
            r#"        "end": (says: "Thank you."),
        "end-too": (says: "Good-bye."),
    },
    outcomes: {
        ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e",
    },
)
"#,
        );
        text
    }

    fn head(&self) -> String {
        let start = if self.edgy { "trust: 40, calm: 260, effort: 690" } else { "trust: 500, calm: 600, effort: 400" };
        let mut text = format!(
            r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "counters",
    title: "Counters",
    sector: "test",
    language: "en",
    role: "You are at the desk.",
    customer: (name: "Amina", persona: "analytical", start: ({start}, outcome: 0, treatment: 0, process: 0)),
    failure: (severity: 0, kind: Economic),
"#
        );
        let facts: Vec<String> =
            (0..self.facts).map(|fact| format!("\"f{fact}\": (text: \"fact number {fact}\")")).collect();
        let _ = writeln!(text, "    facts: {{ {} }},", facts.join(", "));
        let promise = |promise: usize| {
            // One in three is vague, and one in three cannot be kept.
            let how = [", owner: \"you\", by: Days(1)", ", owner: \"you\", by: Days(1), can_keep: false", ""];
            format!("\"p{promise}\": (what: \"call back\"{})", how[promise % 3])
        };
        let promises: Vec<String> = (0..self.promises).map(promise).collect();
        let _ = writeln!(text, "    promises: {{ {} }},\n    start: \"b00\",\n    beats: {{", promises.join(", "));
        text
    }

    fn asks_at_the_end(&self) -> bool {
        self.facts + self.promises > 0 || self.gates || self.loops
    }

    /// Where a beat of the row leads: the next one, then each promise's due date, then the end.
    fn after(&self, beat: usize) -> String {
        if beat + 1 < self.beats { format!("b{:02}", beat + 1) } else { self.after_row(0) }
    }

    fn after_row(&self, promise: usize) -> String {
        if promise < self.promises {
            format!("due{promise}")
        } else if self.asks_at_the_end() {
            "last".into()
        } else {
            "end".into()
        }
    }

    fn beat(&self, text: &mut String, dice: &mut Dice, beat: usize) {
        let next = self.after(beat);
        let _ = writeln!(text, "        \"b{beat:02}\": (\n            says: \"Beat {beat}.\",");
        // Every other beat tells a fact, until all are told.
        let told = beat / 2;
        if beat % 2 == 1 && told < self.facts {
            let _ = writeln!(text, "            reveals: [\"f{told}\"],");
        }
        if self.loops {
            let _ = writeln!(text, "            otherwise: \"{next}\",");
        }
        let _ = writeln!(text, "            reply: Choose({{");
        for choice in 0..self.choices {
            let mut more = String::new();
            if choice > 0 && self.gates && dice.percent(40) {
                let _ = write!(more, ", if: {}", self.condition(dice, beat));
            }
            if self.promises > 0 && beat < self.promises && choice == 1 {
                let _ = write!(more, ", promise: \"p{beat}\"");
            }
            let _ = write!(more, ", moves: ({})", self.moves(dice));
            let to = self.to(dice, beat, choice, &next);
            let _ = writeln!(text, "                \"c{choice}\": (say: \"Choice {choice}.\"{more}, to: {to}),");
        }
        text.push_str("            }),\n        ),\n");
    }

    fn to(&self, dice: &mut Dice, beat: usize, choice: usize, next: &str) -> String {
        if self.loops && beat > 0 && choice == 1 && beat.is_multiple_of(2) {
            return format!("\"b{:02}\"", beat - 1);
        }
        if self.gates && beat + 2 < self.beats && choice == 2 {
            return format!("[(if: {}, go: \"b{:02}\"), (go: \"{next}\")]", self.condition(dice, beat), beat + 2);
        }
        if self.facts > 0 && beat + 2 < self.beats && choice == 0 && beat % 3 == 1 {
            return format!("\"b{:02}\"", beat + 2);
        }
        format!("\"{next}\"")
    }

    fn moves(&self, dice: &mut Dice) -> String {
        let one = |name: &&str| format!("{name}: {}", dice.between(-self.size, self.size));
        VALUES.iter().take(self.values).map(one).collect::<Vec<_>>().join(", ")
    }

    /// Something that may hold or not hold at a beat of the row.
    fn condition(&self, dice: &mut Dice, beat: usize) -> String {
        let value = VALUES[dice.below(self.values)];
        let near = |dice: &mut Dice| match value {
            "trust" => 500 + dice.between(-self.size, self.size),
            "calm" => 600 + dice.between(-self.size, self.size),
            "effort" => 400 + dice.between(-self.size, self.size),
            _ => dice.between(-self.size, self.size),
        };
        match dice.below(6) {
            0 if self.facts > 0 => format!("Knows(\"f{}\")", dice.below(self.facts)),
            1 if self.promises > 0 => format!("Not(Promised(\"p{}\"))", dice.below(self.promises)),
            2 => format!("Feels({})", dice.one_of(&["Happy", "Indifferent", "Upset"])),
            3 if beat > 0 => format!("Not(Chose(\"b{:02}/c0\"))", dice.below(beat)),
            4 => format!("Any([AtLeast({value}, {}), AtMost(satisfaction, 500)])", near(dice)),
            _ => format!("All([AtMost({value}, {}), AtLeast(relationship, 0)])", near(dice)),
        }
    }

    /// The beat where a promise falls due.
    fn due(&self, text: &mut String, dice: &mut Dice, promise: usize) {
        let next = self.after_row(promise + 1);
        let _ = writeln!(
            text,
            "        \"due{promise}\": (\n            says: \"You said so.\",\n            due: \"p{promise}\",\n            otherwise: \"{next}\",\n            reply: Choose({{"
        );
        for fate in ["keeps", "breaks", "renegotiates"] {
            let _ = writeln!(
                text,
                "                \"{fate}\": (say: \"So.\", {fate}: \"p{promise}\", moves: ({}), to: \"{next}\"),",
                self.moves(dice)
            );
        }
        text.push_str("            }),\n        ),\n");
    }

    /// The beat that asks for everything.
    fn last(&self, text: &mut String) {
        let mut conditions: Vec<String> = (0..self.facts).map(|fact| format!("Knows(\"f{fact}\")")).collect();
        for promise in 0..self.promises {
            for asked in ["Promised", "Kept", "Broke"] {
                conditions.push(format!("{asked}(\"p{promise}\")"));
            }
        }
        if self.loops || self.gates {
            for beat in 0..self.beats {
                conditions.extend((0..self.choices).map(|choice| format!("Chose(\"b{beat:02}/c{choice}\")")));
            }
        }
        let to: Vec<String> = conditions
            .iter()
            .enumerate()
            .map(|(number, condition)| {
                format!("(if: {condition}, go: \"{}\")", if number % 2 == 0 { "end" } else { "end-too" })
            })
            .collect();
        let _ = writeln!(
            text,
            "        \"last\": (\n            says: \"Is that all?\",\n            reply: Choose({{\n                \"yes\": (say: \"Yes.\", to: [{}, (go: \"end\")]),\n                \"no\": (say: \"No.\", to: \"end-too\"),\n            }}),\n        ),",
            to.join(", ")
        );
    }
}
