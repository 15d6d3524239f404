//! S315, S316 and S318: stock phrases without the error they are, an apology level without an apology, and two replies of a
//! beat that read the same.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{page, written};
use crate::check::finding::Findings;
use crate::check::language::STOCK;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::rubric::Behaviour;

pub const UNMARKED: Rule = written("S315", "unmarked-error", Severity::Warning, page!("S315"), find_unmarked);
pub const WORDLESS: Rule = written("S316", "apology-without-words", Severity::Warning, page!("S316"), find_wordless);
pub const SAME_WORDS: Rule = written("S318", "same-words", Severity::Warning, page!("S318"), find_same_words);

/// Any of these beginnings of words can be part of an apology.
const APOLOGY: [&str; 24] = [
    " sorry",
    " apolog",
    " regret",
    " fault",
    " mistake",
    " wrong",
    " let you down",
    " forgive",
    " should have",
    " shouldn't have",
    " should not have",
    " failed",
    " ought",
    " my error",
    " our error",
    " on us",
    " on me ",
    " pardon",
    " excuse",
    " owe you",
    " blame",
    " ashamed",
    " missed",
    " we got",
];

fn find_unmarked(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    for decision in subject.decisions() {
        for reply in &decision.replies {
            let Some(say) = reply.one.say.as_deref() else { continue };
            for phrase in STOCK.find(&reply.said) {
                let Some(error) = subject.rules.rubric.error(&phrase.means) else { continue };
                if reply.one.errors.contains(&error.code) {
                    continue;
                }
                findings
                    .add(
                        decision.path_of(reply.id).to("say"),
                        format!("“{}” is the error `{}`, and the reply does not say so", phrase.words, error.code),
                    )
                    .quoting(as_written(say, &phrase.words))
                    .why(format!("{}: it lowers a level, and the debrief should name it.", error.name))
                    .help(format!("Add `errors: [\"{}\"]`, or say it in other words.", error.code));
            }
        }
    }
}

/// The words of a phrase as the text has them, with its capitals and apostrophes.
pub fn as_written(text: &str, phrase: &str) -> String {
    let plain = text.replace('’', "'").to_lowercase();
    let found = plain.find(phrase).filter(|_| plain.chars().count() == text.chars().count());
    let Some(at) = found else { return phrase.to_owned() };
    let before = plain.get(..at).map_or(0, |before| before.chars().count());
    text.chars().skip(before).take(phrase.chars().count()).collect()
}

fn find_wordless(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    let Some(apology) = subject.rules.rubric.competency_of(Behaviour::Apology) else { return };
    for decision in subject.decisions() {
        for reply in &decision.replies {
            let shown = reply.one.shows.iter().find(|(id, _)| id.as_str() == apology.id);
            let Some((_, level)) = shown.filter(|(_, level)| **level >= 2) else { continue };
            let text = reply.line();
            if !APOLOGY.iter().any(|word| text.contains(word)) {
                let path = decision.path_of(reply.id);
                let path = match &reply.one.apology {
                    Some(_) => path.to("apology"),
                    None => path.to("shows").to(apology.id.as_str()),
                };
                findings
                    .add(path, format!("level `{level}` for {}, and no word of one", apology.id))
                    .why("The trainee looks for the apology in the line and does not find it.")
                    .help("Say plainly what went wrong and that it was ours, or lower the level.");
            }
        }
    }
}

fn find_same_words(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        let mut seen: FxHashMap<Cow<'_, str>, &str> = FxHashMap::default();
        for reply in &decision.replies {
            // Replies that exclude each other by `if` may well say the same.
            let text = match &reply.one.when {
                Some(when) => Cow::from(format!("{when:?}{}", reply.line())),
                None => reply.line(),
            };
            match seen.get(&text) {
                Some(other) => {
                    findings
                        .add(
                            decision.path_of(reply.id),
                            format!("the replies `{other}` and `{}` read the same", reply.id),
                        )
                        .at_name()
                        .why("The trainee cannot tell them apart, and is scored for the difference.")
                        .help("Write what makes one of them better, or take one out.");
                }
                None => {
                    seen.insert(text, reply.id.as_str());
                }
            }
        }
    }
}
