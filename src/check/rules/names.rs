//! S408 to S410: a customer who changes half-way: another spelling of the name, another pronoun, another form of address.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{page, written};
use crate::check::finding::Findings;
use crate::check::language::words;
use crate::check::rule::Rule;
use crate::check::subject::{Kind, Subject, Text};
use crate::diag::Severity;

pub const NAME: Rule = written("S408", "name-changes", Severity::Warning, page!("S408"), find_name);
pub const PRONOUN: Rule = written("S409", "pronoun-changes", Severity::Warning, page!("S409"), find_pronoun);
pub const ADDRESS: Rule = written("S410", "address-changes", Severity::Warning, page!("S410"), find_address);

const ADDRESSES: [&str; 6] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Madam"];

fn find_name(subject: &Subject<'_>, findings: &mut Findings) {
    // Elsewhere names take endings: “Achiengs” or “Achiengowi” is no slip.
    if !subject.is_english() {
        return;
    }
    let names: Vec<&str> = words(&subject.scenario.customer.name).filter(|name| name.chars().count() >= 4).collect();
    for name in names {
        let limit = if name.chars().count() >= 7 { 2 } else { 1 };
        let mut right = 0;
        let mut others: BTreeMap<&str, Vec<&Text<'_>>> = BTreeMap::new();
        // The same few words begin with a capital letter again and again.
        let mut near: FxHashMap<&str, bool> = FxHashMap::default();
        for text in subject.texts() {
            for word in words(text.words).map(bare) {
                let may_be = word.len().abs_diff(name.len()) <= 2 * limit
                    && word.chars().next().is_some_and(char::is_uppercase)
                    && word != name;
                if word == name {
                    right += 1;
                } else if may_be
                    && *near.entry(word).or_insert_with(|| strsim::damerau_levenshtein(word, name) <= limit)
                {
                    others.entry(word).or_default().push(text);
                }
            }
        }
        // Somebody else can have a name as near; a slip is rare.
        for (other, texts) in others.into_iter().filter(|(_, texts)| texts.len() <= 2 && texts.len() < right + 1) {
            for text in texts {
                findings
                    .add(text.path(), format!("`{other}` here, and the customer is called `{name}`"))
                    .quoting(other)
                    .why("A misspelt name is the first thing a customer notices, and the trainee wonders who is meant.")
                    .help(format!("Write `{name}`, or give somebody else a name that nobody confuses with it."));
            }
        }
    }
}

/// A word without a possessive ending.
fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gender {
    She,
    He,
}

/// The pronouns of one text, where all are of one gender.
fn gender(text: &Text<'_>) -> Option<Gender> {
    let has = |own: [&str; 3]| own.iter().any(|word| text.normal.contains(word));
    match (has([" she ", " her ", " herself "]), has([" he ", " him ", " his "])) {
        (true, false) => Some(Gender::She),
        (false, true) => Some(Gender::He),
        (true, true) | (false, false) => None,
    }
}

fn find_pronoun(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    // Facts and outcomes are about the customer; elsewhere others come in.
    let about = subject.texts().iter().filter(|text| matches!(text.kind, Kind::Fact | Kind::Outcome));
    let told: Vec<(&Text<'_>, Gender)> = about.filter_map(|text| Some((text, gender(text)?))).collect();
    let women = told.iter().filter(|(_, gender)| *gender == Gender::She).count();
    let men = told.len() - women;
    let (few, most, usual, odd) = if women >= men { (men, women, "she", "he") } else { (women, men, "he", "she") };
    if few == 0 || most < 3 || 4 * most < 3 * told.len() {
        return;
    }
    let minority = if women >= men { Gender::He } else { Gender::She };
    let (odd_words, name) = match minority {
        Gender::He => (["he", "him", "his"], &subject.scenario.customer.name),
        Gender::She => (["she", "her", "herself"], &subject.scenario.customer.name),
    };
    for (text, _) in told.iter().filter(|(text, gender)| *gender == minority && !speaks_of_others(text, name)) {
        let word = words(text.words).find(|word| odd_words.contains(&word.to_lowercase().as_str()));
        findings
            .add(text.path(), format!("the customer is `{odd}` here, and `{usual}` in {most} other texts"))
            .quoting(word.unwrap_or(odd))
            .why("The trainee wonders whether somebody else is meant.")
            .help(format!("Write `{usual}`, or name the other person."));
    }
}

/// Whether a text names or mentions somebody whom the pronoun could be about.
fn speaks_of_others(text: &Text<'_>, customer: &str) -> bool {
    const OTHERS: [&str; 26] = [
        " son ",
        " daughter ",
        " child ",
        " mother ",
        " father ",
        " wife ",
        " husband ",
        " brother ",
        " sister ",
        " manager ",
        " colleague ",
        " attendant ",
        " driver ",
        " neighbour ",
        " neighbor ",
        " friend ",
        " boss ",
        " man ",
        " woman ",
        " boy ",
        " girl ",
        " doctor ",
        " nurse ",
        " baby ",
        " partner ",
        " technician ",
    ];
    let named = words(text.words).skip(1).any(|word| {
        let word = bare(word);
        word.chars().next().is_some_and(char::is_uppercase) && word.len() > 1 && !words(customer).any(|own| own == word)
    });
    named || OTHERS.iter().any(|other| text.normal.contains(other))
}

fn find_address(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is_english() {
        return;
    }
    // For each surname, how often each form stands before it, and where.
    let mut forms: BTreeMap<&str, BTreeMap<&str, Vec<&Text<'_>>>> = BTreeMap::new();
    for text in subject.texts() {
        let mut before = "";
        for word in words(text.words) {
            if ADDRESSES.contains(&before) && word.chars().next().is_some_and(char::is_uppercase) {
                forms.entry(bare(word)).or_default().entry(before).or_default().push(text);
            }
            before = word;
        }
    }
    let own = |name: &str| words(&subject.scenario.customer.name).any(|own| own == name);
    for (name, forms) in forms.into_iter().filter(|(name, forms)| forms.len() > 1 && own(name)) {
        let Some((usual, most)) =
            forms.iter().map(|(form, texts)| (*form, texts.len())).max_by_key(|(_, count)| *count)
        else {
            continue;
        };
        for (form, texts) in forms.iter().filter(|(form, _)| **form != usual) {
            for text in texts {
                findings
                    .add(
                        text.path(),
                        format!(
                            "`{form} {name}` here, and `{usual} {name}` in {most} other {}",
                            if most == 1 { "place" } else { "places" }
                        ),
                    )
                    .quoting(*form)
                    .why("How somebody is addressed matters to them, and a change looks like carelessness.")
                    .help(format!("Write `{usual} {name}` everywhere."));
            }
        }
    }
}
