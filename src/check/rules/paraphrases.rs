//! S311 and S312: decoys that were said after all, and decoys that anybody can tell by their form.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::language::{normal, normal_words, sentences, words};
use crate::check::rule::Rule;
use crate::check::subject::{Kind, Subject, Text};
use crate::diag::Severity;
use crate::scenario::{Paraphrase, Reply};

pub const SAID: Rule = written("S311", "decoy-was-said", Severity::Warning, page!("S311"), find_said);
pub const STANDS_OUT: Rule = written("S312", "decoy-stands-out", Severity::Warning, page!("S312"), find_stands_out);

/// Words that carry little meaning, and pronouns, which change between what is said and what is noted down.
const SMALL_WORDS: [&str; 73] = [
    "a", "an", "the", "and", "or", "but", "so", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "it",
    "its", "it's", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will",
    "would", "can", "could", "should", "may", "that", "this", "these", "those", "there", "here", "i", "me", "my",
    "mine", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "hers", "they", "them", "their", "who",
    "which", "what", "when", "up", "out", "i've", "i'm", "very", "just", "also",
];
/// Words that turn the meaning round.
const DENIALS: [&str; 12] =
    ["not", "no", "never", "nobody", "nothing", "without", "don't", "doesn't", "didn't", "isn't", "wasn't", "won't"];

/// The stems of the words that carry meaning, and whether the sense is turned round.
struct Meaning {
    stems: BTreeSet<String>,
    denied: bool,
}

fn meaning(normal: &str) -> Meaning {
    let stems = normal_words(normal).filter(|word| !SMALL_WORDS.contains(word) && !DENIALS.contains(word)).map(stem);
    Meaning { stems: stems.collect(), denied: normal_words(normal).any(|word| DENIALS.contains(&word)) }
}

/// A word without the endings that grammar adds: near enough to compare two texts by.
fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let endings = ["ing", "ied", "ies", "ed", "es", "s", "e"];
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|stem| stem.len() > 2);
    stem.unwrap_or(word).to_owned()
}

fn find_said(subject: &Subject<'_>, findings: &mut Findings) {
    // What turns a sense round is known in English only.
    if !subject.is_english() {
        return;
    }
    let decoys: Vec<&Text<'_>> = subject.texts().iter().filter(|text| text.kind == Kind::Decoy).collect();
    if decoys.is_empty() {
        return;
    }
    // Sentence by sentence: “not” turns round its own only.
    let said: Vec<(&Text<'_>, Meaning)> = subject
        .texts()
        .iter()
        .filter(|text| matches!(text.kind, Kind::Fact | Kind::Says))
        .flat_map(|text| sentences(text.words).map(move |sentence| (text, meaning(&normal(sentence)))))
        .collect();
    // Only texts that share the decoy's rarest word are compared with it.
    let mut by_stem: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, (_, meaning)) in said.iter().enumerate() {
        for stem in &meaning.stems {
            by_stem.entry(stem).or_default().push(at);
        }
    }
    for decoy in decoys {
        let own = meaning(&decoy.normal);
        if own.stems.len() < 3 {
            continue;
        }
        let holders = |stem: &String| by_stem.get(stem.as_str()).map(Vec::as_slice).unwrap_or_default();
        let Some(rarest) = own.stems.iter().map(holders).min_by_key(|holders| holders.len()) else { continue };
        let tells = |at: &&usize| {
            said.get(**at).is_some_and(|(_, one)| one.denied == own.denied && one.stems.is_superset(&own.stems))
        };
        if let Some((text, _)) = rarest.iter().take(1000).find(tells).and_then(|at| said.get(*at)) {
            let where_said = match text.beat {
                Some(beat) => format!("the customer says so in `{beat}`"),
                None => "it is a fact".to_owned(),
            };
            findings
                .add(decoy.path(), format!("this decoy was said: {where_said}"))
                .why("The trainee heard it, says it back, and is marked down for it.")
                .help("Write something nobody says in this conversation.");
        }
    }
}

fn find_stands_out(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, beat) in &subject.scenario.beats {
        let Some(Reply::Paraphrase(paraphrase)) = &beat.reply else { continue };
        let facts = facts(subject, paraphrase);
        if facts.len() < 2 {
            continue;
        }
        let lengths = facts.iter().map(|fact| words(fact).count());
        let (shortest, longest) = (lengths.clone().min().unwrap_or(0), lengths.max().unwrap_or(0));
        for (item, decoy) in paraphrase.decoys.iter().enumerate() {
            let length = words(decoy).count();
            let how = if facts.iter().all(|fact| !ends_sentence(fact)) && ends_sentence(decoy) {
                "it ends like a sentence, and the facts do not"
            } else if facts.iter().all(|fact| !is_capital(fact)) && is_capital(decoy) && !names_somebody(subject, decoy)
            {
                "it begins with a capital letter, and the facts do not"
            } else if 2 * length < shortest {
                "it is less than half as long as the shortest fact"
            } else if length > 2 * longest {
                "it is more than twice as long as the longest fact"
            } else {
                continue;
            };
            findings
                .add(Path::beat(id).to("reply").to("decoys").to(item), format!("this decoy stands out: {how}"))
                .why("The trainee can leave it out without having listened.")
                .help("Write it as the facts are written: the same form, about the same length.");
        }
    }
}

/// The texts of the facts that can stand beside the decoys.
fn facts<'a>(subject: &Subject<'a>, paraphrase: &Paraphrase) -> Vec<&'a str> {
    let about = |id| paraphrase.about.as_ref().is_none_or(|about| about.contains(id));
    let facts = subject.scenario.facts.iter().filter(|(id, _)| about(id));
    // Without `about` a long list of facts says nothing about those told so far.
    facts.map(|(_, fact)| fact.text.as_str()).take(50).collect()
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!'])
}

fn is_capital(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    first.chars().next().is_some_and(char::is_uppercase)
        && first != "I"
        && !first.starts_with("I'")
        && !first.starts_with("I’")
}

fn names_somebody(subject: &Subject<'_>, text: &str) -> bool {
    let first = words(text).next().unwrap_or_default().trim_end_matches("'s").trim_end_matches("’s");
    words(&subject.scenario.customer.name).any(|name| name == first)
}
