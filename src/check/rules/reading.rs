//! S401 to S404: words of the trade, texts that are hard to read, long sentences, and texts too long for their channel. Looked
//! at is what the customer says and the trainee can answer: it has to be understood while somebody waits, often in a second
//! language.

use super::wording::as_written;
use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::language::{JARGON, lix, long_words, sentences, words};
use crate::check::rule::Rule;
use crate::check::subject::{Kind, Subject, Text, channel};
use crate::customer::SmallEvent;
use crate::diag::Severity;
use crate::scenario::{Channel, Commit, Reply};

pub const WORDS: Rule = written("S401", "jargon", Severity::Warning, page!("S401"), find_jargon);
pub const HARD: Rule = written("S402", "hard-to-read", Severity::Warning, page!("S402"), find_hard);
pub const LONG: Rule = written("S403", "long-sentence", Severity::Warning, page!("S403"), find_long);
pub const CHANNEL: Rule = written("S404", "too-long-here", Severity::Warning, page!("S404"), find_too_long);

/// Newspapers have a LIX of 40 to 50; over this it is work for whoever reads a second language.
const HARDEST: usize = 45;
/// Of shorter texts LIX says little: one long name decides.
const FEWEST_WORDS: usize = 12;
/// A sentence of more words has to be read twice.
const LONGEST_SENTENCE: usize = 35;
/// More words to choose from cannot be weighed while somebody waits: about two minutes of reading.
const MOST_TO_WEIGH: usize = 280;

/// What is read or heard in the conversation itself.
fn spoken<'s, 'a>(subject: &'s Subject<'a>) -> impl Iterator<Item = &'s Text<'a>> {
    subject.texts().iter().filter(|text| matches!(text.kind, Kind::Says | Kind::Say | Kind::Act | Kind::Scene))
}

fn find_jargon(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    for decision in subject.decisions() {
        for reply in &decision.replies {
            // Where the author says so, it is the point of the reply.
            let meant = reply.one.does.contains(&SmallEvent::Jargon)
                || reply
                    .one
                    .errors
                    .iter()
                    .any(|code| subject.rules.rubric.error(code).is_some_and(|error| error.sends.is_some()))
                || reply.one.shows.values().all(|level| *level <= 1);
            let Some(say) = reply.one.say.as_deref().filter(|_| !meant) else { continue };
            for phrase in JARGON.find(&reply.said) {
                findings
                    .add(decision.path_of(reply.id).to("say"), format!("“{}” is a word of the trade", phrase.words))
                    .quoting(as_written(say, &phrase.words))
                    .why("The customer may not know it, and a trainee who reads a second language may not either.")
                    .help(format!("Say “{}”. If the reply is meant to be jargon, add `does: [Jargon]`.", phrase.means));
            }
        }
    }
}

fn find_hard(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    for text in spoken(subject) {
        let count = words(text.words).count();
        if count < FEWEST_WORDS {
            continue;
        }
        let score = lix(text.words);
        if score > HARDEST {
            let mut long: Vec<&str> = long_words(text.words).collect();
            long.dedup();
            let sentences = sentences(text.words).count().max(1);
            findings
                .add(text.path(), format!("this is hard to read: LIX {score}, and {HARDEST} is the most"))
                .why(format!(
                    "{} words to a sentence, and {} of {count} words are long: {}.",
                    count / sentences,
                    long.len(),
                    long.iter().take(8).map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
                ))
                .help("Make two sentences of one, and use the short word where there is one.");
        }
    }
}

fn find_long(subject: &Subject<'_>, findings: &mut Findings) {
    for text in spoken(subject) {
        // Cheaper than counting: so many words take at least so many bytes.
        if text.words.len() < 2 * LONGEST_SENTENCE {
            continue;
        }
        for sentence in sentences(text.words) {
            let count = words(sentence).count();
            if count > LONGEST_SENTENCE {
                let begin: Vec<&str> = sentence.split_whitespace().take(4).collect();
                findings
                    .add(text.path(), format!("this sentence has {count} words"))
                    .quoting(begin.join(" "))
                    .label("begins here")
                    .why("Nobody speaks so long in one breath, and whoever reads a second language loses the thread.")
                    .help(format!("Make two of it: {LONGEST_SENTENCE} words are the most."));
            }
        }
    }
}

/// The most that one line may have on a channel, in letters, and why.
fn most(channel: Channel) -> (usize, &'static str) {
    match channel {
        Channel::FaceToFace => (420, "Nobody says so much at once to somebody who stands before them."),
        Channel::Phone => {
            (300, "On the telephone a line is heard once, and nobody remembers the beginning of this one.")
        }
        Channel::Email => (1500, "A mail that does not fit the screen is not read to its end."),
        Channel::Chat => (300, "Chat hates walls of text: the other side reads it in a small window."),
        Channel::Social => {
            (280, "A public post longer than this is cut off, and read by people who do not know the story.")
        }
    }
}

fn find_too_long(subject: &Subject<'_>, findings: &mut Findings) {
    for text in subject.texts().iter().filter(|text| matches!(text.kind, Kind::Says | Kind::Say)) {
        let (most, why) = most(text.channel);
        // Bytes are never fewer than letters.
        if text.words.len() <= most {
            continue;
        }
        let letters = text.words.chars().count();
        if letters > most {
            findings
                .add(
                    text.path(),
                    format!("{letters} letters are too many for {}: {most} are the most", on(text.channel)),
                )
                .why(why)
                .help("Shorten it, or spread it over two beats.");
        }
    }
    for (id, beat) in &subject.scenario.beats {
        let moves = match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => moves,
            Some(Reply::Paraphrase(_)) | None => continue,
        };
        // Those with an `if` may not be there; of more than five only five are.
        let lines = moves.values().filter(|one| one.when.is_none()).take(5);
        let all: usize = lines.map(|one| words(&one.line()).count()).sum();
        if all > MOST_TO_WEIGH && channel(subject.scenario, beat) != Channel::Email {
            findings
                .add(Path::beat(id).to("reply"), format!("the replies here have {all} words together"))
                .at_name()
                .why("The trainee has to weigh them all while the customer waits; at an easy pace this takes about two minutes.")
                .help(format!("Shorten them: {MOST_TO_WEIGH} words are the most."));
        }
    }
}

fn on(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "a talk face to face",
        Channel::Phone => "the telephone",
        Channel::Email => "a mail",
        Channel::Chat => "a chat",
        Channel::Social => "a public post",
    }
}
