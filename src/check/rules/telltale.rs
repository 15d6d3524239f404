//! S301 to S304: the best reply gives itself away: it is the longest, it always comes first, it is the only polite one, or a
//! word marks it. Each looks at the whole scenario, and speaks only where chance would not do it.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{page, written};
use crate::check::finding::{Finding, Findings, Path};
use crate::check::language::{normal_words, words};
use crate::check::rule::Rule;
use crate::check::subject::{Decision, Offered, Subject};
use crate::diag::Severity;

pub const LONGEST: Rule = written("S301", "best-is-longest", Severity::Warning, page!("S301"), find_longest);
pub const FIRST: Rule = written("S302", "best-is-first", Severity::Warning, page!("S302"), find_first);
pub const POLITE: Rule = written("S303", "best-is-only-polite", Severity::Warning, page!("S303"), find_polite);
pub const WORD: Rule = written("S304", "telltale-word", Severity::Warning, page!("S304"), find_word);

/// With fewer decisions chance can do anything.
const FEWEST: usize = 5;
/// The share of decisions in hundredths above which the longest reply may not be the best (science/measurement.md §4).
const LONGEST_SHARE: usize = 40;
/// The share above which the best reply may not be the first, or the only polite one.
const PLACE_SHARE: usize = 75;
/// Words that are polite by themselves.
const POLITE_WORDS: [&str; 6] = ["please", "thank", "thanks", "kindly", "welcome", "gladly"];

/// In how many decisions a clue points to the best reply, and in how many it would by chance.
#[derive(Default)]
struct Tally {
    decisions: usize,
    hits: usize,
    /// In thousandths.
    chance: usize,
    /// Of the sum of squares that says how far chance wanders, in thousandths.
    spread: usize,
}

impl Tally {
    /// Counts a decision in which the clue points to one of `strongest` of `all` replies, or not.
    fn count(&mut self, hit: bool, strongest: usize, all: usize) {
        let chance = 1000 * strongest / all.max(1);
        self.decisions += 1;
        self.hits += usize::from(hit);
        self.chance += chance;
        self.spread += chance * (1000 - chance) / 1000;
    }

    /// Whether the share is over a limit in hundredths, and further from chance than twice its usual distance.
    fn is_over(&self, share: usize) -> bool {
        let above = (1000 * self.hits).saturating_sub(self.chance);
        // above > 2 · √(1000 · spread), without a root.
        let unusual = above * above > 4 * 1000 * self.spread;
        self.decisions >= FEWEST && 100 * self.hits > share * self.decisions && unusual
    }
}

/// The decisions in which some reply is better than another, with the positions of the best.
fn judged<'s, 'a>(subject: &'s Subject<'a>) -> impl Iterator<Item = (&'s Decision<'a>, Vec<usize>)> {
    subject.decisions().iter().map(|one| (one, one.strongest())).filter(|(_, strongest)| !strongest.is_empty())
}

fn add(findings: &mut Findings, title: String) -> &mut Finding {
    findings.add(Path::field("beats"), title).at_name()
}

fn find_longest(subject: &Subject<'_>, findings: &mut Findings) {
    let length = |reply: &Offered<'_>| {
        [&reply.one.act, &reply.one.say].into_iter().flatten().map(|text| words(text).count()).sum::<usize>()
    };
    let mut tally = Tally::default();
    let mut example = None;
    for (decision, strongest) in judged(subject) {
        let lengths: Vec<usize> = decision.replies.iter().map(length).collect();
        let most = lengths.iter().copied().max().unwrap_or(0);
        let longest: Vec<usize> = (0..lengths.len()).filter(|at| lengths.get(*at) == Some(&most)).collect();
        let [longest] = longest.as_slice() else { continue };
        let hit = strongest.contains(longest);
        tally.count(hit, strongest.len(), decision.replies.len());
        if hit && example.is_none() {
            example = Some(decision.beat_id);
        }
    }
    if tally.is_over(LONGEST_SHARE) {
        add(findings, format!("in {} of {} decisions the longest reply is the best", tally.hits, tally.decisions))
            .why("Whoever always takes the longest reply passes without having read it.")
            .help(format!(
                "Shorten best replies, and let weak ones say more, until it is so in at most {LONGEST_SHARE} of 100. Begin with `{}`.",
                example.map_or("", |id| id.as_str())
            ));
    }
}

fn find_first(subject: &Subject<'_>, findings: &mut Findings) {
    let (mut first, mut last) = (Tally::default(), Tally::default());
    for (decision, strongest) in judged(subject) {
        let all = decision.replies.len();
        first.count(strongest.contains(&0), strongest.len(), all);
        last.count(strongest.contains(&(all - 1)), strongest.len(), all);
    }
    for (tally, place) in [(first, "first"), (last, "last")] {
        if tally.is_over(PLACE_SHARE) {
            add(findings, format!("in {} of {} decisions the best reply has the {place} id", tally.hits, tally.decisions))
                .why("Ids stand in exports and reports in this order, and after a few of them everybody knows where to look.")
                .help("Name replies after what they say, as in `how-sold`, not `a-good` and `b-bad`.");
        }
    }
}

fn find_polite(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    let polite = |reply: &Offered<'_>| normal_words(&reply.said).any(|word| POLITE_WORDS.contains(&word));
    let mut tally = Tally::default();
    let mut decisions = 0;
    for (decision, strongest) in judged(subject) {
        decisions += 1;
        let marked: Vec<usize> =
            (0..decision.replies.len()).filter(|at| decision.replies.get(*at).is_some_and(polite)).collect();
        if let [only] = marked.as_slice() {
            tally.count(strongest.contains(only), strongest.len(), decision.replies.len());
        }
    }
    if tally.is_over(PLACE_SHARE) && 2 * tally.decisions > decisions {
        add(findings, format!("in {} of {decisions} decisions the best reply is the only polite one", tally.hits))
            .why("Whoever is simply polite passes, and what is worth learning here is not politeness.")
            .help("Let weak replies say please and thank you as well: decent, tired people do.");
    }
}

/// How often a word is in the best reply, and how often in others.
#[derive(Default)]
struct Marks {
    best: usize,
    others: usize,
    /// The number of the text it was counted in last.
    last: usize,
}

/// So many more words are named beside the one that tells most.
const MOST_WORDS: usize = 6;

fn find_word(subject: &Subject<'_>, findings: &mut Findings) {
    let total = judged(subject).count();
    let mut marks: FxHashMap<String, Marks> = FxHashMap::default();
    let (mut decisions, mut others, mut texts) = (0, 0, 0);
    for (decision, strongest) in judged(subject) {
        decisions += 1;
        // A word that was in none of the first fifth can no longer be in four fifths.
        let early = 5 * (decisions - 1) <= total;
        // However often a text has a word, it has it once.
        let mut count = |text: &str, add: fn(&mut Marks)| {
            texts += 1;
            for word in normal_words(text) {
                let marks = match marks.get_mut(word) {
                    Some(marks) => marks,
                    None if early => marks.entry(word.to_owned()).or_default(),
                    None => continue,
                };
                if marks.last != texts {
                    marks.last = texts;
                    add(marks);
                }
            }
        };
        let mut best = String::new();
        for (at, reply) in decision.replies.iter().enumerate() {
            let text = reply.line();
            if strongest.contains(&at) {
                best += &text;
            } else {
                others += 1;
                count(&text, |marks| marks.others += 1);
            }
        }
        count(&best, |marks| marks.best += 1);
    }
    if decisions < FEWEST {
        return;
    }
    // In four of five decisions the best has it, and one in ten of the others at most.
    let telling = |marks: &Marks| 5 * marks.best >= 4 * decisions && 10 * marks.others <= others;
    let mut found: Vec<_> = marks.iter().filter(|(_, marks)| telling(marks)).collect();
    found.sort_by_key(|(word, marks)| (Reverse(marks.best), marks.others, *word));
    // Words of one phrase tell together, so they are told together.
    if let [(word, marks), more @ ..] = found.as_slice() {
        let more: Vec<String> = more.iter().take(MOST_WORDS).map(|(word, _)| format!("`{word}`")).collect();
        let so_do = if more.is_empty() { String::new() } else { format!(" So can: {}.", more.join(", ")) };
        add(findings, format!("the word `{word}` marks the best reply in {} of {decisions} decisions", marks.best))
            .why(format!(
                "Of the {others} other replies {} it, so it can be looked for instead of listening.{so_do}",
                match marks.others {
                    0 => "none has".to_owned(),
                    1 => "one has".to_owned(),
                    more => format!("{more} have"),
                }
            ))
            .help("Say it in other words here and there, and let weak replies use the word as well.");
    }
}
