//! A scenario with every kind of text, and its translation.

use std::fs;
use std::path::{Path, PathBuf};

use amends::diag::{Diagnostic, Source, render_short};
use amends::scenario::Checked;
use amends::translation::{New, TextItem, Translation, merge, texts};

/// A scenario with every kind of text, in few lines.
pub const SHOP: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "shop",
    title: "The shop at 8:40",
    sector: "test",
    language: "en",
    role: "You stand behind the counter of the shop.",
    briefing: "It is early.",
    may: ["give 10 back", "call the owner"],
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    facts: {
        "late": (text: "the parcel is two days late", root_cause: true),
        "gift": (text: "it is a gift"),
    },
    promises: {
        "call": (what: "call back", owner: "you", by: Days(1), when: "tomorrow by noon"),
    },
    start: "desk",
    beats: {
        "desk": (
            scene: "She puts a slip on the counter.",
            says: [
                (if: Feels(Upset), text: "Where is my parcel? You said *two* days."),
                (text: "Where is it?"),
            ],
            reveals: ["late"],
            timer: 20,
            silence: (because: "She waits for a word.", to: "asks"),
            reply: Choose({
                "own": (
                    act: "You look it up.",
                    say: "It is late, and I am sorry.",
                    shows: {"accountability": 2},
                    because: "It owns the delay.",
                    to: "asks",
                ),
                "shrug": (say: "I would not know about that.", shows: {"accountability": 0}, to: "asks"),
            }),
        ),
        "asks": (
            says: "It is a gift for Friday.",
            reveals: ["gift"],
            reply: Paraphrase(
                decoys: ["she wants her money back", "she has called before"],
                because: "Say back both.",
                to: "promise",
            ),
        ),
        "promise": (
            channel: Chat,
            says: "So?",
            reply: Commit(offers: {
                "ring": (say: "I ring you.", shows: {"follow-through": 3}, promise: "call", to: "end"),
                "wait": (what: "nothing at all", say: "Let us see.", shows: {"follow-through": 0}, to: "end"),
            }),
        ),
        "end": (says: "All right."),
        "never": (says: "Nobody hears this."),
    },
    outcomes: {
        ReturnsAndRefers: "She comes back.",
        Passive: "She stays away.",
        Complains: "She writes.",
        WalksAway: "She goes.",
        GoesPublic: "She tells everybody.",
    },
)
"#;

/// Every text of a scenario, translated by `word`.
pub fn all(scenario: &Checked, word: impl Fn(&TextItem) -> String) -> Vec<New> {
    let new = |item: TextItem| New { key: item.key.to_string(), text: word(&item), of: item.text, note: String::new() };
    texts(scenario).into_iter().map(new).collect()
}

/// Recognisable, and with the same numbers and emphasis.
pub fn marked(item: &TextItem) -> String {
    format!("‹{}›", item.text)
}

pub fn translation(text: &str) -> Translation {
    Translation::parse(&Source::new("shop.sw.ron", text)).unwrap_or_else(|found| panic!("{}", short(&found)))
}

pub fn short(found: &[Diagnostic]) -> String {
    found.iter().map(|one| format!("{} {}", one.code, render_short(one))).collect::<Vec<_>>().join("\n")
}

/// The shop fully translated, as it is written.
pub fn whole(scenario: &Checked) -> String {
    merge(scenario, "sw", None, &all(scenario, marked)).text
}

pub fn folder_with_shop() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.ron");
    fs::write(&file, SHOP).unwrap();
    (folder, file)
}

pub fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}
