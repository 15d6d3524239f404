//! A scenario that has changed since, and what a merge does to the file.

use amends::translation::{New, Standing, apply, compare, findings, merge, progress, texts};

use super::shop::{SHOP, all, marked, short, translation, whole};
use crate::bots::scenario;

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
        texts(&played).iter().any(|item| item.text == "‹All right.›"),
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
    assert_eq!((said("beats/promise/says").as_str(), said("beats/end/says").as_str()), ("So?", "‹All right.›"));
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
    assert_eq!(decoys, ["she is in a hurry today", "‹she wants her money back›", "‹she has called before›"]);
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
