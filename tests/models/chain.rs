//! A conversation of any length: a chain of decisions with four choices of four scores each, about 110 characters a line.
//! The same turns are told in RON here and in other languages beside it, so that engines can be measured on one conversation.

use std::fmt::Write;

/// The competencies that every choice shows, in the order of [`Choice::levels`].
pub const SCORES: [&str; 4] = ["listening", "apology", "accountability", "follow-through"];

/// What the choices of a turn show. Whatever is chosen, a customer without a failure ends calmer than before, so that no play is cut
/// short by a customer who leaves.
const LEVELS: [[u8; 4]; 4] = [[3, 3, 2, 2], [2, 2, 3, 1], [3, 1, 2, 3], [3, 2, 1, 3]];

const WHAT: [&str; 6] = ["parcel", "booking", "refund", "repair", "invoice", "delivery"];
const WHO: [&str; 5] =
    ["your colleague", "the driver", "the lady on the phone", "the evening shift", "the man at the desk"];
const WHEN: [&str; 7] =
    ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"];
const START: [&str; 4] = ["I am sorry", "Thank you for telling me", "I see what that did", "Let me be plain"];
const END: [&str; 4] = [
    "and I will ring you before five today",
    "and this one is ours to put right",
    "and I want to hear how it went",
    "and here is what I can do right now",
];

/// One decision of the chain.
pub struct Turn {
    /// Its id; ids sort in the order of the chain.
    pub id: String,
    /// The id of what follows it.
    pub next: String,
    /// The customer's words. Letters, digits, commas and full stops only, so that no language takes them for its own signs.
    pub says: String,
    /// The four choices.
    pub choices: [Choice; 4],
}

/// One choice of a turn.
pub struct Choice {
    /// Its id within the turn.
    pub id: &'static str,
    /// The trainee's words, of the same letters.
    pub say: String,
    /// Level 0–3 for each of [`SCORES`].
    pub levels: [u8; 4],
}

/// The turns of a chain of `n` decisions; after the last comes `end`.
pub fn turns(n: usize) -> impl Iterator<Item = Turn> {
    (0..n).map(move |index| {
        let pick = |words: &'static [&'static str], salt: usize| words[(index / salt + index) % words.len()];
        let (what, who, when) = (pick(&WHAT, 2), pick(&WHO, 3), pick(&WHEN, 5));
        let says =
            format!("It is about {what} number {index}, {who} told me {when} that it was done, and nobody rang me.");
        let choices = std::array::from_fn(|choice| Choice {
            id: ["a", "b", "c", "d"][choice],
            say: format!(
                "{}. The {what} was due {when}, I have number {index} here {}.",
                START[(choice + index) % 4],
                END[(choice + index / 4) % 4]
            ),
            levels: LEVELS[choice],
        });
        Turn { id: id(index), next: if index + 1 == n { "end".into() } else { id(index + 1) }, says, choices }
    })
}

fn id(index: usize) -> String {
    format!("b{index:06}")
}

/// The chain as an Amends scenario.
pub fn ron(n: usize) -> String {
    let mut text = String::with_capacity(n * 1100 + 1000);
    text.push_str(
        r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "chain",
    title: "A long morning",
    sector: "test",
    language: "en",
    role: "You are at the desk.",
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 0, kind: Economic),
    start: "b000000",
    beats: {
"#,
    );
    for turn in turns(n) {
        let _ = writeln!(
            text,
            "        \"{}\": (\n            says: \"{}\",\n            reply: Choose({{",
            turn.id, turn.says
        );
        for choice in &turn.choices {
            let shows: Vec<String> =
                SCORES.iter().zip(choice.levels).map(|(name, level)| format!("\"{name}\": {level}")).collect();
            let _ = writeln!(
                text,
                "                \"{}\": (say: \"{}\", shows: {{{}}}, to: \"{}\"),",
                choice.id,
                choice.say,
                shows.join(", "),
                turn.next
            );
        }
        text.push_str("            }),\n        ),\n");
    }
    text.push_str(
        r#"        "end": (says: "Thank you. That is all I came for."),
    },
    outcomes: {
        ReturnsAndRefers: "She comes back.", Passive: "She stays.", Complains: "She complains.", WalksAway: "She goes.",
        GoesPublic: "She tells everybody.",
    },
)
"#,
    );
    text
}
