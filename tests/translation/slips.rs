//! Each slip of a translator is told with its line.

use amends::diag::Source;
use amends::translation::{Translation, findings};

use super::shop::{SHOP, short, translation, whole};
use crate::bots::scenario;

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
    assert_eq!(said_of("‹She writes.›", "‹She writes.›"), "");
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
        ("‹She writes.›", " ", vec!["S136", "outcomes/Complains"]),
        ("You said *two* days.›", "You said two days.›", vec!["S138", "`beats/desk/says/1` emphasises 0"]),
        ("‹The shop at 8:40›", "‹The shop at 8:45›", vec!["S139", "45, 8 here, 40, 8 in the text"]),
        ("‹The shop at 8:40›", "‹The shop›", vec!["S139", "none here"]),
        ("‹Let us see.›", &"la ".repeat(90), vec!["S140", "has 270 characters", "takes 240"]),
        ("‹It is a gift for Friday.›", "It is a gift for Friday.", vec!["S141", "is still in `en`"]),
    ] {
        let said = said_of(from, to);
        for part in parts {
            assert!(said.contains(part), "{from} -> {to}: `{part}` is not in: {said}");
        }
    }
    assert_eq!(
        said_of("text: \"‹The shop at 8:40›\"", "text: \"‹The shop›\", meant: true"),
        "",
        "a slip that is meant"
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_no_place() {
    let shop = scenario(SHOP);
    let text = whole(&shop).replace("‹The shop at 8:40›", "‹The shop›");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let found = findings(&shop, &translation(&windows));
    assert_eq!(found.len(), 1);
    assert_eq!(&windows[found[0].span.clone().unwrap()], "\"‹The shop›\"");
}
