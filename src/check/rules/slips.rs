//! S405 to S407: what is left over from writing: placeholders, a word written twice, spaces too many.

use super::{page, written};
use crate::check::finding::Findings;
use crate::check::language::{normal_words, words};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;

pub const PLACEHOLDER: Rule = written("S405", "placeholder", Severity::Warning, page!("S405"), find_placeholder);
pub const DOUBLED: Rule = written("S406", "doubled-word", Severity::Warning, page!("S406"), find_doubled);
pub const SPACES: Rule = written("S407", "stray-spaces", Severity::Warning, page!("S407"), find_spaces);

/// Words nobody writes for people to read, in small letters.
const PLACEHOLDERS: [&str; 8] = ["todo", "fixme", "xxx", "xxxx", "tbd", "lorem", "ipsum", "asdf"];
/// Words that are never right twice in a row. “Had had” and “that that” can be.
const NEVER_TWICE: [&str; 34] = [
    "the", "a", "an", "of", "to", "in", "and", "or", "for", "with", "on", "at", "by", "from", "as", "but", "if", "my",
    "your", "our", "their", "this", "we", "he", "she", "they", "be", "are", "was", "were", "will", "can", "into",
    "about",
];

fn find_placeholder(subject: &Subject<'_>, findings: &mut Findings) {
    for text in subject.texts() {
        let whole = text.words.trim();
        let found = if !whole.is_empty()
            && words(whole).next().is_none()
            && whole.bytes().any(|byte| byte.is_ascii_punctuation())
        {
            // Nothing but signs, such as `...` or `???`. A silent “…” is somebody's answer.
            Some(whole.to_owned())
        } else {
            let word = normal_words(&text.normal).find(|word| PLACEHOLDERS.contains(word));
            // “Todo” is a good word in Spanish, and “TODO” is none.
            let is_meant = |own: &&str| subject.is_english() || own.chars().all(char::is_uppercase);
            word.and_then(|word| words(text.words).filter(is_meant).find(|own| own.to_lowercase() == word))
                .map(str::to_owned)
        };
        if let Some(placeholder) = found {
            findings
                .add(text.path(), format!("`{placeholder}` looks like something still to be written"))
                .quoting(placeholder)
                .why("The trainee would read it.")
                .help("Write the text.");
        }
    }
}

fn find_doubled(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    for text in subject.texts() {
        let mut before = "";
        for word in text.words.split_whitespace() {
            // With a comma or a full stop between them they are meant.
            if before.eq_ignore_ascii_case(word) && NEVER_TWICE.iter().any(|one| word.eq_ignore_ascii_case(one)) {
                findings
                    .add(text.path(), format!("the word `{word}` stands here twice"))
                    .quoting(format!("{before} {word}"))
                    .why("A slip makes the reader stumble just where they should be listening.")
                    .help("Take one out.")
                    .fix_instead("take one out", before);
            }
            before = word;
        }
    }
}

fn find_spaces(subject: &Subject<'_>, findings: &mut Findings) {
    // A text of nothing but spaces is empty, which is told already.
    for text in subject.texts().iter().filter(|text| !text.words.trim().is_empty()) {
        let run = text.words.lines().find_map(|line| {
            let inside = line.trim_end();
            let start = inside.len() - inside.trim_start().len();
            let at = inside.get(start..)?.find("  ")? + start;
            let run = inside.get(at..)?;
            let length = run.len() - run.trim_start_matches(' ').len();
            // With the word before, so that the place is found.
            let from = inside.get(..at)?.rfind(' ').map_or(0, |space| space + 1);
            Some((inside.get(from..at)?.to_owned(), length))
        });
        if let Some((word, length)) = run {
            findings
                .add(text.path(), format!("there are {length} spaces in a row here"))
                .quoting(format!("{word}{}", " ".repeat(length)))
                .why("On screen it looks like a missing word.")
                .help("Leave one.")
                .fix_instead("leave one", format!("{word} "));
        } else if text.words.starts_with(' ') || text.words.ends_with(' ') {
            findings
                .add(text.path(), "this text begins or ends with a space")
                .why("Put between other words it leaves a gap.")
                .help("Take the space out.")
                .fix_instead("take the space out", format!("\"{}\"", text.words.trim()));
        }
    }
}
