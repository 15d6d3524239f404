//! The translator, and the trainer who waits for them: texts go out and come back without loss, what is missing or old is told
//! with its line, and a translated conversation is the same conversation.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use amends::diag::{Diagnostic, Source, render_short};
use amends::scenario::{Checked, Rules, load};
use amends::score::scorecard;
use amends::session::Given;
use amends::translation::{New, Standing, TextItem, Translation, apply, compare, findings, merge, progress, texts};
use proptest::prelude::*;

use crate::bots::{play, scenario, session, the_pool};
use crate::program::{amends, err, out, pool, root};

/// A scenario with every kind of text, in few lines.
const SHOP: &str = r#"#![enable(implicit_some)]
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
fn all(scenario: &Checked, word: impl Fn(&TextItem) -> String) -> Vec<New> {
    let new = |item: TextItem| New { key: item.key.to_string(), text: word(&item), of: item.text, note: String::new() };
    texts(scenario).into_iter().map(new).collect()
}

/// Recognisable, and with the same numbers and emphasis.
fn marked(item: &TextItem) -> String {
    format!("«{}»", item.text)
}

fn translation(text: &str) -> Translation {
    Translation::parse(&Source::new("shop.sw.ron", text)).unwrap_or_else(|found| panic!("{}", short(&found)))
}

fn short(found: &[Diagnostic]) -> String {
    found.iter().map(|one| format!("{} {}", one.code, render_short(one))).collect::<Vec<_>>().join("\n")
}

/// The shop fully translated, as it is written.
fn whole(scenario: &Checked) -> String {
    merge(scenario, "sw", None, &all(scenario, marked)).text
}

fn folder_with_shop() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.ron");
    fs::write(&file, SHOP).unwrap();
    (folder, file)
}

fn name(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn every_text_stands_once_in_the_order_of_the_story() {
    let shop = scenario(SHOP);
    let keys: Vec<String> = texts(&shop).iter().map(|item| item.key.to_string()).collect();
    assert_eq!(
        keys.join("\n"),
        "title\ncustomer/name\nrole\nbriefing\nmay/1\nmay/2\nbeats/desk/scene\nbeats/desk/says/1\nbeats/desk/says/2\nfacts/late
beats/desk/reply/own/act\nbeats/desk/reply/own/say\nbeats/desk/reply/own/because\nbeats/desk/reply/shrug/say
beats/desk/silence/because\nbeats/asks/says\nfacts/gift\nbeats/asks/decoys/1\nbeats/asks/decoys/2\nbeats/asks/because
beats/promise/says\nbeats/promise/reply/ring/say\npromises/call/what\npromises/call/owner\npromises/call/when
beats/promise/reply/wait/what\nbeats/promise/reply/wait/say\nbeats/end/says\nbeats/never/says
outcomes/ReturnsAndRefers\noutcomes/Passive\noutcomes/Complains\noutcomes/WalksAway\noutcomes/GoesPublic"
    );
}

/// Whatever the language of the model, what serde writes as a text for people is a text here: nothing a trainee reads is left
/// behind in the old language.
#[test]
fn no_text_is_left_behind() {
    for original in [scenario(SHOP), the_pool()] {
        let told = apply(&original, &translation(&whole(&original).replace("of: \"heated-pool\"", "of: \"shop\"")));
        assert!(texts(&told).iter().all(|item| item.text.starts_with('«')), "a slot differs from its list");
        let json = serde_json::to_value(&*told).unwrap();
        let mut left = Vec::new();
        sentences(&json, &mut left);
        assert!(left.is_empty(), "not translated: {left:#?}");
    }
}

/// Every text with a space in it that is not translated: ids and words of the language have none.
fn sentences(value: &serde_json::Value, left: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') && !text.starts_with('«') => left.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| sentences(item, left)),
        serde_json::Value::Object(fields) => fields.values().for_each(|item| sentences(item, left)),
        _ => {}
    }
}

/// The same scenario read again from its own words, so that its shape is computed anew.
fn read_again(told: &Checked, language: &str) -> Checked {
    let mut plain = (**told).clone();
    language.clone_into(&mut plain.language);
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES);
    let text = options.to_string_pretty(&plain, ron::ser::PrettyConfig::default()).unwrap();
    load(&Source::new("again.ron", text), &Rules::builtin()).unwrap_or_else(|found| panic!("{}", short(&found)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever is translated, and into whatever: same ids, same shape, same plays, same scores.
    #[test]
    fn a_translation_changes_words_and_nothing_else(
        chosen in proptest::collection::vec(any::<bool>(), 500),
        word in "\\PC{1,20}",
        seed in any::<u64>(),
        picks in proptest::collection::vec(any::<usize>(), 40),
    ) {
        for original in [scenario(SHOP), the_pool()] {
            let new: Vec<New> = all(&original, |item| format!("{word} {}", item.key))
                .into_iter()
                .zip(&chosen)
                .filter_map(|(one, chosen)| chosen.then_some(one))
                .collect();
            let written = merge(&original, "sw", None, &new).text;
            let told = Arc::new(apply(&original, &translation(&written)));
            prop_assert_eq!(told.hash(), original.hash());
            prop_assert_eq!(told.shape(), original.shape());
            let again = read_again(&told, &original.language);
            prop_assert_eq!(again.shape(), original.shape());
            let (first, second) = (session(&original, seed), session(&told, seed));
            let mut at = 0;
            let turns = play(&first, |_, _, replies| {
                at += 1;
                replies[picks[at % picks.len()] % replies.len()].clone()
            });
            let given: Vec<Given> = turns.iter().map(|turn| turn.given.clone()).collect();
            let (one, other) = (scorecard(&first, &turns), scorecard(&second, &second.play(&given).unwrap()));
            prop_assert_eq!(one.overall, other.overall);
            prop_assert_eq!(one.competencies, other.competencies);
            prop_assert_eq!(one.curve, other.curve);
            prop_assert_eq!(one.promises, other.promises);
            prop_assert_eq!(one.ending.map(|end| end.outcome), other.ending.map(|end| end.outcome));
        }
    }

    /// No text a person can write is lost or changed on its way into the file.
    #[test]
    fn every_text_comes_back_as_it_was_written(words in proptest::collection::vec("[^\\r]{1,60}", 34), note in "[^\\r]{0,20}") {
        let shop = scenario(SHOP);
        let mut words = words.iter().filter(|word| !word.trim().is_empty()).cycle();
        prop_assume!(words.next().is_some());
        let mut new = all(&shop, marked);
        for one in &mut new {
            one.text.clone_from(words.next().unwrap());
            one.note.clone_from(&note);
        }
        let read = translation(&merge(&shop, "he", None, &new).text);
        let back: Vec<(&str, &str, &str)> =
            read.entries.iter().map(|one| (one.key.as_str(), one.text.as_str(), one.note.as_str())).collect();
        let there: Vec<(&str, &str, &str)> =
            new.iter().map(|one| (one.key.as_str(), one.text.as_str(), one.note.as_str())).collect();
        prop_assert_eq!(back, there);
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(text in "\\PC{0,200}", at in 0..2000_usize) {
        let _ = Translation::parse(&Source::new("x.sw.ron", text.clone()));
        let whole = whole(&scenario(SHOP));
        let cut = whole.char_indices().map(|(at, _)| at).nth(at % whole.chars().count()).unwrap();
        let _ = Translation::parse(&Source::new("x.sw.ron", whole[..cut].to_owned()));
        let _ = Translation::parse(&Source::new("x.sw.ron", format!("{}{text}{}", &whole[..cut], &whole[cut..])));
    }
}

#[test]
fn a_line_that_has_changed_since_is_told_with_its_place() {
    let written = whole(&scenario(SHOP));
    let now = scenario(&SHOP.replace("All right.", "All right, then."));
    let read = translation(&written);
    let told = compare(&now, &read);
    let counts = progress(&told);
    assert_eq!((counts.stale, counts.missing), (1, 0));
    let found = findings(&now, &read);
    assert_eq!(found.len(), 1, "{}", short(&found));
    let place = found[0].place().unwrap();
    assert_eq!(written.lines().nth(place.line - 1).unwrap().trim(), "of: \"All right.\",");
    assert!(found[0].code == "S137" && short(&found).contains("All right, then."), "{}", short(&found));
    let played = apply(&now, &read);
    assert!(
        texts(&played).iter().any(|item| item.text == "«All right.»"),
        "an old translation is still better than none"
    );
}

#[test]
fn what_is_missing_is_told_by_beat_and_shown_in_the_scenarios_own_language() {
    let shop = scenario(SHOP);
    let new: Vec<New> = all(&shop, marked).into_iter().filter(|one| !one.key.starts_with("beats/promise")).collect();
    let read = translation(&merge(&shop, "sw", None, &new).text);
    let found = findings(&shop, &read);
    assert_eq!(found.len(), 1, "{}", short(&found));
    let told = short(&found);
    assert!(told.contains("S136") && told.contains("4 texts of the beat `promise` have"), "{told}");
    assert!(told.contains("beats/promise/says, beats/promise/reply/ring/say"), "{told}");
    let played = apply(&shop, &read);
    let said = |key: &str| texts(&played).into_iter().find(|item| item.key.to_string() == key).unwrap().text;
    assert_eq!((said("beats/promise/says").as_str(), said("beats/end/says").as_str()), ("So?", "«All right.»"));
}

#[test]
fn a_new_line_among_others_never_puts_one_text_in_the_place_of_another() {
    let written = whole(&scenario(SHOP));
    let longer = scenario(&SHOP.replace("decoys: [", "decoys: [\"she is in a hurry today\", "));
    let read = translation(&written);
    let played = apply(&longer, &read);
    let decoys: Vec<String> = texts(&played)
        .into_iter()
        .filter(|item| item.key.to_string().contains("decoys"))
        .map(|item| item.text)
        .collect();
    assert_eq!(decoys, ["she is in a hurry today", "«she wants her money back»", "«she has called before»"]);
    assert_eq!(compare(&longer, &read).iter().filter(|one| one.standing == Standing::Missing).count(), 1);
}

#[test]
fn a_renamed_beat_keeps_its_translation_and_its_comment() {
    let written = whole(&scenario(SHOP)).replacen("of: \"So?\"", "// chat: keep it short\n            of: \"So?\"", 1);
    let renamed = scenario(&SHOP.replace("\"promise\":", "\"pledge\":").replace("to: \"promise\"", "to: \"pledge\""));
    let read = translation(&written);
    assert_eq!(progress(&compare(&renamed, &read)).missing, 0);
    let found = findings(&renamed, &read);
    assert!(found.iter().all(|one| one.code == "S142") && found.len() == 4, "{}", short(&found));
    let merged = merge(&renamed, "sw", Some(&read), &all(&renamed, marked));
    let again = translation(&merged.text);
    assert!(findings(&renamed, &again).is_empty(), "{}", short(&findings(&renamed, &again)));
    assert!(merged.text.contains("\"beats/pledge/says\": (\n            // chat: keep it short"), "{}", merged.text);
}

#[test]
fn a_merge_touches_only_what_has_changed() {
    let shop = scenario(SHOP);
    let by_hand = "// Asante, Wanjiru!\nTranslation(format: 1, of: \"shop\", language: \"sw\",\n  texts: { /* first */ \"title\": (of: \"The shop at 8:40\", text: \"Duka\"), // short\n\n    \"beats/end/says\": (text: r#\"Haya.\"#, of: \"All right.\", meant: true) // last\n  },\n)\n// end\n";
    let new = |key: &str, of: &str, text: &str, note: &str| New {
        key: key.into(),
        of: of.into(),
        text: text.into(),
        note: note.into(),
    };
    let merged = merge(
        &shop,
        "sw",
        Some(&translation(by_hand)),
        &[
            new("title", "The shop at 8:40", "Duka la saa 8:40", ""),
            new("role", "You stand behind the counter of the shop.", "Uko dukani.", "duka, not soko"),
            new("beats/end/says", "All right.", "Haya.", "as she says it"),
            new("outcomes/Passive", "She stays away.", "Anakaa mbali.", ""),
            new("outcomes/Nowhere", "?", "!", ""),
        ],
    );
    assert_eq!((merged.added, merged.changed, merged.same), (2, 1, 1));
    assert_eq!(merged.unknown, ["outcomes/Nowhere"]);
    assert_eq!(
        merged.text,
        "// Asante, Wanjiru!\nTranslation(format: 1, of: \"shop\", language: \"sw\",\n  texts: { /* first */ \"title\": (of: \"The shop at 8:40\", text: \"Duka la saa 8:40\"), // short
        \"role\": (\n            of: \"You stand behind the counter of the shop.\",\n            text: \"Uko dukani.\",\n            note: \"duka, not soko\",\n        ),

    \"beats/end/says\": (text: r#\"Haya.\"#,\n            note: \"as she says it\", of: \"All right.\", meant: true), // last

        // ---------- outcomes
        \"outcomes/Passive\": (\n            of: \"She stays away.\",\n            text: \"Anakaa mbali.\",\n        ),
  },\n)\n// end\n"
    );
    assert_eq!(translation(&merged.text).entries.len(), 4);
    let nothing = translation("Translation(format: 1, of: \"shop\", language: \"sw\", texts: {})");
    let first = merge(&shop, "sw", Some(&nothing), &[new("title", "The shop at 8:40", "Duka la 8:40", "")]);
    assert_eq!(translation(&first.text).entries.len(), 1);
    let windows = by_hand.replace('\n', "\r\n");
    let merged = merge(&shop, "sw", Some(&translation(&windows)), &all(&shop, marked));
    assert!(!merged.text.replace("\r\n", "").contains('\n'), "line ends stay what they were");
}

/// The whole shop in Swahili with `from` replaced, and what is said of it.
fn said_of(from: &str, to: &str) -> String {
    let shop = scenario(SHOP);
    let whole = whole(&shop);
    assert_eq!(whole.matches(from).count(), 1, "`{from}` stands once in:\n{whole}");
    match Translation::parse(&Source::new("shop.sw.ron", whole.replace(from, to))) {
        Ok(read) => short(&findings(&shop, &read)),
        Err(found) => short(&found),
    }
}

#[test]
fn each_slip_of_a_translator_is_told_with_its_line() {
    assert_eq!(said_of("«She writes.»", "«She writes.»"), "");
    for (from, to, parts) in [
        ("texts: {", "texts: [", vec!["S130", "shop.sw.ron:10:"]),
        ("of: \"shop\"", "off: \"shop\"", vec!["S130", "no field `off`", "Did you mean `of`?"]),
        ("format: 1", "format: 7", vec!["S131", "format `7`"]),
        ("of: \"shop\"", "of: \"shoe\"", vec!["S132", "not of `shop`", "shop.sw.ron:8:"]),
        ("language: \"sw\"", "language: \"swahili!\"", vec!["S133", "`swahili!` is not a language tag"]),
        ("language: \"sw\"", "language: \"fr\"", vec!["S133", "name says `sw`", "shop.sw.ron:9:"]),
        ("language: \"sw\"", "language: \"en\"", vec!["S133", "the scenario itself is in `en`"]),
        ("\"role\"", "\"rule\"", vec!["S142", "the text of `rule` is now called `role`"]),
        (
            "\"role\": (\n            of: \"You",
            "\"rule\": (\n            of: \"I",
            vec!["S134", "no text `rule`", "Did you mean `role`?"],
        ),
        ("\"role\"", "\"title\"", vec!["S135", "`title` is translated twice"]),
        ("«She writes.»", " ", vec!["S136", "outcomes/Complains"]),
        ("You said *two* days.»", "You said two days.»", vec!["S138", "`beats/desk/says/1` emphasises 0"]),
        ("«The shop at 8:40»", "«The shop at 8:45»", vec!["S139", "45, 8 here, 40, 8 in the text"]),
        ("«The shop at 8:40»", "«The shop»", vec!["S139", "none here"]),
        ("«Let us see.»", &"la ".repeat(90), vec!["S140", "has 270 characters", "takes 240"]),
        ("«It is a gift for Friday.»", "It is a gift for Friday.", vec!["S141", "is still in `en`"]),
    ] {
        let said = said_of(from, to);
        for part in parts {
            assert!(said.contains(part), "{from} -> {to}: `{part}` is not in: {said}");
        }
    }
    assert_eq!(
        said_of("text: \"«The shop at 8:40»\"", "text: \"«The shop»\", meant: true"),
        "",
        "a slip that is meant"
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_no_place() {
    let shop = scenario(SHOP);
    let text = whole(&shop).replace("«The shop at 8:40»", "«The shop»");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let found = findings(&shop, &translation(&windows));
    assert_eq!(found.len(), 1);
    assert_eq!(&windows[found[0].span.clone().unwrap()], "\"«The shop»\"");
}

/// Texts that a careless way would break.
const HARD: [&str; 8] = [
    "“Habari” \"ya\" asubuhi",
    "mstari\nwa pili\n",
    "100 % %s %d {0} \\n \\ C:\\new",
    "\u{200f}שלום, מה שלומך? (8:40)",
    "مرحبا – كيف حالك؟",
    "日本語のテキスト。とても長い文章をここに書いて、折り返しがどうなるかを見ます。もっと長く、もっと長く、もっと長く。",
    "tab\there, and  two spaces ",
    "# no comment // neither /* nor this */",
];

#[test]
fn texts_go_out_and_come_back_without_loss() {
    let (folder, file) = folder_with_shop();
    let po = folder.path().join("shop.sw.po");
    let extracted = amends(&["translate", "extract", name(&file), "--language", "sw"], "");
    assert!(extracted.status.success(), "{}", err(&extracted));
    assert!(out(&extracted).contains("0 of 34 texts translated, 34 missing"), "{}", out(&extracted));
    let empty = fs::read_to_string(&po).unwrap();
    assert!(
        empty.contains(
            "#. Amina speaks to the trainee. Face to face, during the visit.\n#. Said only if Feels(Upset).\n"
        )
    );
    assert!(empty.contains("#: shop.ron:25\n"), "{empty}");
    // A translator's program fills in the texts in turn.
    let mut hard = HARD.iter().cycle();
    let filled: String = empty
        .split_inclusive("\n\n")
        .enumerate()
        .map(|(at, message)| {
            if at == 0 {
                return message.to_owned();
            }
            let text = hard.next().unwrap().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            let text = text.replace('\t', "\\t");
            message.replace("msgstr \"\"", &format!("msgstr \"{text}\""))
        })
        .map(|message| format!("# asante\n{message}"))
        .collect();
    fs::write(&po, &filled).unwrap();
    let refused = amends(&["translate", "extract", name(&file), "--language", "sw"], "");
    assert_eq!(refused.status.code(), Some(2), "what is not merged is not written over");
    assert!(err(&refused).contains("has 34 translations that are not in"), "{}", err(&refused));
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert!(out(&merged).contains("34 new, 0 changed, 0 as before. 34 of 34 texts translated"), "{}", out(&merged));
    let kept = folder.path().join("shop.sw.ron");
    let read = Translation::parse(&Source::new("shop.sw.ron", fs::read_to_string(&kept).unwrap())).unwrap();
    for (entry, hard) in read.entries.iter().zip(HARD.iter().cycle()) {
        assert_eq!((entry.text.as_str(), entry.note.as_str()), (*hard, "asante"));
    }
    let again = amends(&["translate", "extract", name(&file), "--language", "sw", "--po", "-"], "");
    let (first, second) = (messages(&filled), messages(&out(&again)));
    assert_eq!(first.len(), second.len());
    for (one, other) in first.iter().zip(&second) {
        assert_eq!(one, other);
    }
    let before = fs::read_to_string(&kept).unwrap();
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert!(out(&merged).contains("0 new, 0 changed, 34 as before"), "{}", out(&merged));
    assert_eq!(fs::read_to_string(&kept).unwrap(), before, "a second merge changes nothing");
}

/// The context, text and translation of every message, whatever way its lines are broken.
fn messages(po: &str) -> Vec<String> {
    po.split("\n\n")
        .skip(1)
        .map(|message| {
            let body: Vec<&str> = message.lines().filter(|line| !line.starts_with('#')).collect();
            body.join("\n").replace("\"\n\"", "")
        })
        .collect()
}

#[test]
fn an_old_text_goes_out_as_fuzzy_and_comes_back_only_when_looked_at() {
    let (folder, file) = folder_with_shop();
    let kept = folder.path().join("shop.sw.ron");
    fs::write(&kept, whole(&scenario(SHOP))).unwrap();
    fs::write(&file, SHOP.replace("All right.", "All right, then.")).unwrap();
    let po = folder.path().join("sw.po");
    amends(&["translate", "extract", name(&file), "--language", "sw", "--po", name(&po)], "");
    let text = fs::read_to_string(&po).unwrap();
    assert_eq!(text.matches("#, fuzzy").count(), 1);
    assert!(text.contains("#. The text has changed. The translation was made from: All right.\n"), "{text}");
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert_eq!(merged.status.code(), Some(1));
    assert!(err(&merged).contains("beats/end/says"), "{}", err(&merged));
    fs::write(&po, text.replace("#, fuzzy\n", "").replace("«All right.»", "«Haya basi.»")).unwrap();
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert!(merged.status.success(), "{}", err(&merged));
    assert!(out(&merged).contains("0 new, 1 changed, 33 as before"), "{}", out(&merged));
    // A translator who worked on the file of last week does not undo this week's work.
    fs::write(&po, text.replace("#, fuzzy\n", "").replace("All right, then.", "All right.")).unwrap();
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert_eq!(merged.status.code(), Some(1));
    assert!(err(&merged).contains("made from a newer text"), "{}", err(&merged));
    assert!(fs::read_to_string(&kept).unwrap().contains("«Haya basi.»"));
}

#[test]
fn what_is_no_translation_of_this_scenario_is_refused() {
    let (folder, file) = folder_with_shop();
    let po = folder.path().join("x.po");
    let head = "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: ID\\n\"\n\"Language: sw\\n\"\n\n";
    for (text, part) in [
        (head.replace("ID", "pool"), "is for `pool`"),
        (head.replace("ID", "shop").replace("sw", "en"), "is in `en` already"),
        (head.replace("ID", "shop").replace("sw", ""), "is not a language"),
        ("\"".to_owned(), "line 1"),
        ("#\n".to_owned(), "head"),
        (head.replace("ID", "shop") + "msgctxt \"a\"\nmsgid \"b\"\nmsgid_plural \"c\"\nmsgstr[0] \"d\"\n", "plural"),
        (head.replace("ID", "shop") + "msgctxt \"a\nmsgid \"b\"\n", "line 6"),
    ] {
        fs::write(&po, &text).unwrap();
        let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
        assert_eq!(merged.status.code(), Some(2), "{text}");
        assert!(err(&merged).contains(part), "`{part}` is not in: {}", err(&merged));
    }
    assert!(!folder.path().join("shop.sw.ron").exists());
    let own = amends(&["translate", "extract", name(&file), "--language", "en"], "");
    assert!(own.status.code() == Some(2) && err(&own).contains("in `en` already"), "{}", err(&own));
}

#[test]
fn the_status_counts_each_language_and_lists_the_lines() {
    let (folder, file) = folder_with_shop();
    let status = |arguments: &[&str]| amends(&[&["translate", "status"], arguments].concat(), "");
    let none = status(&[name(&file)]);
    assert!(none.status.success() && out(&none).contains("no translation"), "{}", out(&none));
    assert_eq!(status(&[name(&file), "--language", "sw"]).status.code(), Some(1), "asked for, and not there");
    fs::write(folder.path().join("shop.sw.ron"), whole(&scenario(SHOP))).unwrap();
    fs::write(folder.path().join("shop.plays.ron"), "Plays()").unwrap();
    let whole = status(&[name(folder.path())]);
    assert!(whole.status.success(), "{}", out(&whole));
    assert!(out(&whole).contains("sw: 34 of 34 texts translated\n"), "{}", out(&whole));
    let grown = SHOP.replace("All right.", "All right, then.").replace("may: [", "may: [\"close the shop\", ");
    fs::write(&file, grown).unwrap();
    let now = status(&[name(&folder.path().join("shop.sw.ron"))]);
    assert_eq!(now.status.code(), Some(1));
    assert!(out(&now).contains("33 of 35 texts translated, 1 older than their text, 1 missing"), "{}", out(&now));
    assert!(out(&now).contains("shop.ron:10  may/1") && out(&now).contains("beats/end/says"), "{}", out(&now));
    let json: serde_json::Value = serde_json::from_str(&out(&status(&[name(&file), "--json"]))).unwrap();
    let sw = &json[0]["translations"][0];
    assert_eq!((&sw["language"], &sw["translated"], &sw["stale"]), (&"sw".into(), &33.into(), &1.into()));
    assert_eq!((&sw["lines"][0]["key"], &sw["lines"][0]["line"]), (&"may/1".into(), &10.into()));
    fs::rename(folder.path().join("shop.sw.ron"), folder.path().join("gone.sw.ron")).unwrap();
    let orphan = status(&[name(folder.path())]);
    assert!(err(&orphan).contains("gone.sw.ron` has no scenario"), "{}", err(&orphan));
}

#[test]
fn a_conversation_is_played_in_its_translation_and_the_attempt_says_so() {
    let (folder, file) = folder_with_shop();
    let data = folder.path().join("data");
    let play = |more: &[&str], typed: &str| {
        amends(&[&["play", name(&file), "--text", "--data", name(&data)], more].concat(), typed)
    };
    let missing = play(&["--language", "sw"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("It is in: en."), "{}", err(&missing));
    fs::write(folder.path().join("shop.sw.ron"), whole(&scenario(SHOP))).unwrap();
    let begun = play(&["--language", "sw", "--seed", "1"], "own\n");
    assert!(begun.status.success(), "{}", err(&begun));
    assert!(out(&begun).contains("«The shop at 8:40»") && out(&begun).contains("«It is a gift for Friday.»"));
    let line = fs::read_to_string(data.join("attempts.jsonl")).unwrap();
    assert!(line.lines().next().unwrap().contains("\"language\":\"sw\""), "{line}");
    let resumed = play(&["--resume"], "1 2\n1\n");
    assert!(resumed.status.success(), "{}", err(&resumed));
    assert!(out(&resumed).contains("«So?»"), "an attempt goes on in its language: {}", out(&resumed));
    fs::write(folder.path().join("shop.sw.ron"), "Translation(").unwrap();
    assert_eq!(play(&["--language", "sw"], "").status.code(), Some(1), "a broken translation is told, not played");
    assert!(play(&["--language", "en"], "own\n").status.success());
    let listed = amends::library::list(folder.path(), &Rules::builtin()).unwrap();
    assert_eq!(listed.len(), 1, "a translation is no scenario of its own");
}

#[test]
fn every_shipped_translation_is_complete() {
    let status = amends(&["translate", "status", name(&root().join("scenarios"))], "");
    assert!(status.status.success(), "{}", out(&status));
    for (_, path) in amends::library::translations(&pool()) {
        let read = amends::library::read_translation(&path).unwrap_or_else(|found| panic!("{}", short(&found)));
        let found = findings(&the_pool(), &read);
        assert!(found.is_empty(), "{}", short(&found));
    }
}

/// The commands of the page for translators, typed in a folder of their own, one after the other.
#[test]
fn the_page_for_translators_keeps_its_word() {
    let page = fs::read_to_string(root().join("docs/translating.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("scenarios")).unwrap();
    fs::copy(pool(), folder.path().join("scenarios/heated-pool.ron")).unwrap();
    let commands: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("amends ")).collect();
    assert_eq!(commands.len(), 4);
    for command in commands {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_amends"))
            .args(command.split_whitespace())
            .args(["--data", name(&folder.path().join("data"))])
            .current_dir(folder.path())
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        // Nothing is translated yet when the page merges and plays, so the count at the end is a finding.
        let expected = i32::from(command.starts_with("translate status"));
        assert_eq!(run.status.code(), Some(expected), "amends {command}: {}", err(&run));
    }
    let example = page.split("```ron\n").nth(1).unwrap().split("```").next().unwrap();
    let read = Translation::parse(&Source::new("heated-pool.sw.ron", example)).unwrap();
    let found = findings(&the_pool(), &read);
    assert!(found.iter().all(|one| one.code == "S136"), "{}", short(&found));
}
