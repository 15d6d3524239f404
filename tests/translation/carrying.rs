//! Texts go out to a translator and come back.

use std::fs;

use amends::diag::Source;
use amends::translation::Translation;

use super::shop::{SHOP, folder_with_shop, name, whole};
use crate::bots::scenario;
use crate::program::{amends, err, out};

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
    fs::write(&po, text.replace("#, fuzzy\n", "").replace("‹All right.›", "‹Haya basi.›")).unwrap();
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert!(merged.status.success(), "{}", err(&merged));
    assert!(out(&merged).contains("0 new, 1 changed, 33 as before"), "{}", out(&merged));
    // A translator who worked on the file of last week does not undo this week's work.
    fs::write(&po, text.replace("#, fuzzy\n", "").replace("All right, then.", "All right.")).unwrap();
    let merged = amends(&["translate", "merge", name(&file), name(&po)], "");
    assert_eq!(merged.status.code(), Some(1));
    assert!(err(&merged).contains("made from a newer text"), "{}", err(&merged));
    assert!(fs::read_to_string(&kept).unwrap().contains("‹Haya basi.›"));
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
