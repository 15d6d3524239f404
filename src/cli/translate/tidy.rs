//! A `.po` file as its library can read it. What translators' programs write differs in small ways, and the library takes a
//! line for granted that it cannot read; so each line is looked at first, and what is wrong is told with its number.

/// Longest line there can be: the library reads no longer one.
const LONGEST: usize = 60_000;

/// What a line stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    Comment,
    Context,
    Id,
    Translation,
}

/// The same file with one blank line between messages, without obsolete messages, and nothing that cannot be read.
///
/// # Errors
/// The number of the line that is none of a `.po` file, and why.
pub fn tidy(text: &str) -> Result<String, String> {
    let mut tidied = String::with_capacity(text.len() + 1024);
    let mut after = After::Nothing;
    for (index, line) in text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate() {
        let line = line.trim();
        let wrong = |why: &str| format!("line {}: {why}", index + 1);
        if line.len() > LONGEST {
            return Err(wrong("it is too long"));
        }
        if line.is_empty() || line == "#" || line.starts_with("#~") || line.starts_with("#|") {
            continue;
        }
        let (next, line) = if let Some(comment) = line.strip_prefix('#') {
            // `#,fuzzy` is written with a space, as everybody else does.
            let kind = comment.chars().next().filter(|kind| matches!(kind, ',' | '.' | ':'));
            let rest = comment.get(kind.map_or(0, char::len_utf8)..).unwrap_or_default();
            (After::Comment, format!("#{} {}", kind.map(String::from).unwrap_or_default(), rest.trim_start()))
        } else if line.starts_with('"') {
            if matches!(after, After::Nothing | After::Comment) {
                return Err(wrong("a text stands here without `msgid` or `msgstr` before it"));
            }
            (after, quoted(line).map_err(wrong)?)
        } else {
            let Some((word, rest)) = line.split_once(char::is_whitespace) else {
                return Err(wrong("this is no line of a .po file"));
            };
            let next = match word {
                "msgctxt" => After::Context,
                "msgid" | "msgid_plural" => After::Id,
                "msgstr" => After::Translation,
                "msgstr[0]" | "msgstr[1]" | "msgstr[2]" | "msgstr[3]" | "msgstr[4]" | "msgstr[5]" => After::Translation,
                _ => return Err(wrong("this is no line of a .po file")),
            };
            (next, format!("{word} {}", quoted(rest.trim_start()).map_err(wrong)?))
        };
        if after == After::Translation && next != After::Translation {
            tidied.push('\n');
        }
        after = next;
        tidied.push_str(&line);
        tidied.push('\n');
    }
    Ok(tidied)
}

/// A text in quotation marks, if it is one.
fn quoted(text: &str) -> Result<String, &'static str> {
    let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let Some(inside) = inside else { return Err("a text begins and ends with `\"`") };
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return Err("a `\"` inside a text is written `\\\"`"),
            '\\' => match letters.next() {
                Some('\\' | '"' | 'n' | 'r' | 't') => {}
                Some(_) => return Err("after `\\` comes one of `n`, `t`, `r`, `\"` and `\\`"),
                None => return Err("a text begins and ends with `\"`"),
            },
            _ => {}
        }
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn what_is_no_po_file_is_told_with_its_line() {
        for (text, line) in [
            ("\"loose\"", "line 1"),
            ("msgid \"\"\nmsgstr \"\"\nhello", "line 3"),
            ("msgid \"\"\nmsgstr \"", "line 2"),
            ("msgid \"a\"b\"\n", "line 1"),
            ("msgid \"\\q\"\n", "line 1"),
            ("msgid \"\\\"\n", "line 1"),
            ("msgfoo \"\"\n", "line 1"),
            ("msgid\n", "line 1"),
        ] {
            assert!(tidy(text).expect_err(text).starts_with(line), "{text}");
        }
    }

    #[test]
    fn messages_are_parted_and_comments_spaced() {
        let text = "\u{feff}#\n# a\n#,fuzzy\nmsgid \"\"\r\nmsgstr \"\"\r\n\"b\"\n#. c\nmsgctxt \"d\"\nmsgid \"e\"\nmsgstr \"f\"\nmsgctxt \"g\"\n#~ msgid \"h\"\n";
        let tidied = tidy(text).expect("a .po file");
        assert_eq!(
            tidied,
            "# a\n#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"b\"\n\n#. c\nmsgctxt \"d\"\nmsgid \"e\"\nmsgstr \"f\"\n\nmsgctxt \"g\"\n"
        );
    }
}
