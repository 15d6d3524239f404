//! A translated conversation is the same conversation: every text has its place, and nothing but words differs.

use std::sync::Arc;

use proptest::prelude::*;

use amends::diag::Source;
use amends::scenario::{Checked, Rules, load};
use amends::score::scorecard;
use amends::session::Given;
use amends::translation::{New, Translation, apply, merge, texts};

use super::shop::{SHOP, all, marked, short, translation, whole};
use crate::bots::{play, scenario, session, the_pool};

#[test]
fn every_text_stands_once_in_the_order_of_the_story() {
    let shop = scenario(SHOP);
    let keys: Vec<String> = texts(&shop).iter().map(|item| item.key.to_string()).collect();
    assert_eq!(
        keys.join("\n"),
        "title\ncustomer/name\nrole\nbriefing\nmay/1\nmay/2\nbeats/desk/scene\nbeats/desk/says/1\nbeats/desk/says/2\nfacts/late
beats/desk/reply/own/act\nbeats/desk/reply/own/say\nbeats/desk/reply/own/because\nbeats/desk/reply/shrug/say
beats/desk/silence/because\nbeats/asks/says\nfacts/gift\nbeats/asks/decoys/1\nbeats/asks/decoys/2\nbeats/asks/because
beats/promise/says\nbeats/promise/reply/ring/say\npromises/call/what\npromises/call/owner\npromises/call/when
beats/promise/reply/wait/what\nbeats/promise/reply/wait/say\nbeats/end/says\nbeats/never/says
outcomes/ReturnsAndRefers\noutcomes/Passive\noutcomes/Complains\noutcomes/WalksAway\noutcomes/GoesPublic"
    );
}

/// Whatever the language of the model, what serde writes as a text for people is a text here: nothing a trainee reads is left
/// behind in the old language.
#[test]
fn no_text_is_left_behind() {
    for original in [scenario(SHOP), the_pool()] {
        let told = apply(&original, &translation(&whole(&original).replace("of: \"heated-pool\"", "of: \"shop\"")));
        assert!(texts(&told).iter().all(|item| item.text.starts_with('‹')), "a slot differs from its list");
        let json = serde_json::to_value(&*told).unwrap();
        let mut left = Vec::new();
        sentences(&json, &mut left);
        assert!(left.is_empty(), "not translated: {left:#?}");
    }
}

/// Every text with a space in it that is not translated: ids and words of the language have none.
fn sentences(value: &serde_json::Value, left: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') && !text.starts_with('‹') => left.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| sentences(item, left)),
        serde_json::Value::Object(fields) => fields.values().for_each(|item| sentences(item, left)),
        _ => {}
    }
}

/// The same scenario read again from its own words, so that its shape is computed anew.
fn read_again(told: &Checked, language: &str) -> Checked {
    let mut plain = (**told).clone();
    language.clone_into(&mut plain.language);
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES);
    let text = options.to_string_pretty(&plain, ron::ser::PrettyConfig::default()).unwrap();
    load(&Source::new("again.ron", text), &Rules::builtin()).unwrap_or_else(|found| panic!("{}", short(&found)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever is translated, and into whatever: same ids, same shape, same plays, same scores.
    #[test]
    fn a_translation_changes_words_and_nothing_else(
        chosen in proptest::collection::vec(any::<bool>(), 500),
        word in "\\PC{1,20}",
        seed in any::<u64>(),
        picks in proptest::collection::vec(any::<usize>(), 40),
    ) {
        for original in [scenario(SHOP), the_pool()] {
            let new: Vec<New> = all(&original, |item| format!("{word} {}", item.key))
                .into_iter()
                .zip(&chosen)
                .filter_map(|(one, chosen)| chosen.then_some(one))
                .collect();
            let written = merge(&original, "sw", None, &new).text;
            let told = Arc::new(apply(&original, &translation(&written)));
            prop_assert_eq!(told.hash(), original.hash());
            prop_assert_eq!(told.shape(), original.shape());
            let again = read_again(&told, &original.language);
            prop_assert_eq!(again.shape(), original.shape());
            let (first, second) = (session(&original, seed), session(&told, seed));
            let mut at = 0;
            let turns = play(&first, |_, _, replies| {
                at += 1;
                replies[picks[at % picks.len()] % replies.len()].clone()
            });
            let given: Vec<Given> = turns.iter().map(|turn| turn.given.clone()).collect();
            let (one, other) = (scorecard(&first, &turns), scorecard(&second, &second.play(&given).unwrap()));
            prop_assert_eq!(one.overall, other.overall);
            prop_assert_eq!(one.competencies, other.competencies);
            prop_assert_eq!(one.curve, other.curve);
            prop_assert_eq!(one.promises, other.promises);
            prop_assert_eq!(one.ending.map(|end| end.outcome), other.ending.map(|end| end.outcome));
        }
    }

    /// No text a person can write is lost or changed on its way into the file.
    #[test]
    fn every_text_comes_back_as_it_was_written(words in proptest::collection::vec("[^\\r]{1,60}", 34), note in "[^\\r]{0,20}") {
        let shop = scenario(SHOP);
        let mut words = words.iter().filter(|word| !word.trim().is_empty()).cycle();
        prop_assume!(words.next().is_some());
        let mut new = all(&shop, marked);
        for one in &mut new {
            one.text.clone_from(words.next().unwrap());
            one.note.clone_from(&note);
        }
        let read = translation(&merge(&shop, "he", None, &new).text);
        let back: Vec<(&str, &str, &str)> =
            read.entries.iter().map(|one| (one.key.as_str(), one.text.as_str(), one.note.as_str())).collect();
        let there: Vec<(&str, &str, &str)> =
            new.iter().map(|one| (one.key.as_str(), one.text.as_str(), one.note.as_str())).collect();
        prop_assert_eq!(back, there);
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(text in "\\PC{0,200}", at in 0..2000_usize) {
        let _ = Translation::parse(&Source::new("x.sw.ron", text.clone()));
        let whole = whole(&scenario(SHOP));
        let cut = whole.char_indices().map(|(at, _)| at).nth(at % whole.chars().count()).unwrap();
        let _ = Translation::parse(&Source::new("x.sw.ron", whole[..cut].to_owned()));
        let _ = Translation::parse(&Source::new("x.sw.ron", format!("{}{text}{}", &whole[..cut], &whole[cut..])));
    }
}
