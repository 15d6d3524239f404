//! The files of all languages.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The texts of a file by key, each with the values it fills in.
fn values(file: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut key = "";
    for line in file.lines() {
        if line.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            key = line.split_once('=').expect("a key and its text").0.trim();
            assert!(found.insert(key, BTreeSet::new()).is_none(), "`{key}` is there twice");
        }
        let names = line.split('$').skip(1).filter(|_| !line.starts_with('#'));
        let names = names.filter_map(|rest| rest.split(|letter: char| !letter.is_ascii_lowercase()).next());
        found.entry(key).or_default().extend(names);
    }
    found
}

#[test]
fn every_language_has_the_same_keys_with_the_same_values() {
    let all = |language: Language| language.files().concat();
    let english = all(Language::English);
    let english = values(&english);
    assert!(english.len() > 200);
    for language in Language::ALL {
        let other = all(language);
        let other = values(&other);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(**key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(**key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language:?} lacks {missing:?} and has {extra:?} too many");
        for (key, names) in &english {
            assert_eq!(other.get(key), Some(names), "the values of `{key}` in {language:?}");
        }
        let words = Words::of(language);
        assert!(english.keys().filter(|key| !key.is_empty()).all(|key| words.has(key)));
    }
}

#[test]
fn every_language_calls_itself_by_its_own_name_everywhere() {
    for language in Language::ALL {
        let own = Words::of(language).text(language.key());
        assert!(Language::ALL.iter().all(|other| Words::of(*other).text(language.key()) == own), "{own}");
    }
    let [english, french, swahili] = Language::ALL.map(|language| Words::of(language).text("menu-settings"));
    assert!(english != french && french != swahili && swahili != english);
}

#[test]
fn values_are_filled_in_and_an_unknown_key_is_seen() {
    let words = Words::parse(
        "en",
        "greeting = Hello, { $name }.\nbeats = { $n ->\n    [one] one beat\n   *[other] { $n } beats\n}\n",
    )
    .expect("valid");
    assert_eq!(words.format("greeting", &[("name", "Amina".into())]), "Hello, Amina.");
    assert_eq!(words.format("beats", &[("n", 1usize.into())]), "one beat");
    assert_eq!(words.format("beats", &[("n", 3usize.into())]), "3 beats");
    assert_eq!(words.text("no-such"), "{no-such}");
}

#[test]
fn yes_and_no_are_whole_answers_in_each_language() {
    for (language, yes, no, neither) in [
        (Language::English, ["", "Y", " yes "], ["n", "No"], "nothing"),
        (Language::French, ["", "o", "OUI"], ["n", "non"], "nous verrons"),
        (Language::Swahili, ["", "ndiyo", "Ndiyo"], ["h", "hapana"], "n"),
    ] {
        let words = Words::of(language);
        assert_eq!(yes.map(|answer| words.says_yes(answer)), [Some(true); 3], "{language:?}");
        assert_eq!(no.map(|answer| words.says_yes(answer)), [Some(false); 2], "{language:?}");
        assert_eq!(words.says_yes(neither), None, "{language:?}");
    }
}

#[test]
fn the_rubric_is_there_in_every_language() {
    let rubric = crate::rubric::Rubric::builtin();
    for language in Language::ALL {
        let words = Words::of(language);
        for one in &rubric.competencies {
            let told = [words.rubric().name(one), words.rubric().definition(one)];
            let told = told.into_iter().chain((0..=3).map(|level| words.rubric().anchor(one, level)));
            let own =
                [one.name.as_str(), &one.definition].into_iter().chain((0..=3).map(|level| one.anchors.at(level)));
            for (told, own) in told.zip(own) {
                assert_eq!(told == own, language == Language::English, "{language:?}: {told}");
            }
        }
        for error in &rubric.errors {
            let told = words.rubric().error(error);
            assert_eq!(told == error.name, language == Language::English, "{language:?}: {told}");
        }
        assert_eq!(words.rubric().unknown_to(&rubric), Vec::<&str>::new(), "{language:?}");
    }
}
