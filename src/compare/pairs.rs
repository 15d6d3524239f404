//! Which of the ids that are gone lives on under which new one: the same content, or the most similar.

use std::collections::BTreeMap;

use similar::TextDiff;

/// The least likeness, 0 to 1, at which two are taken for the same under another name.
const ALIKE: f32 = 0.5;
/// More comparisons than this are not made; then only equal content counts.
const MOST_COMPARISONS: usize = 20_000;

/// What stands under an id: all of it, and the words in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Everything, in a canonical form.
    pub all: String,
    /// Texts for people.
    pub words: String,
}

/// Pairs of an old and a new id, both in only one of the two versions.
pub fn renamed(old: &BTreeMap<String, Content>, new: &BTreeMap<String, Content>) -> Vec<(String, String)> {
    let mut gone: BTreeMap<&String, &Content> = old.iter().filter(|(id, _)| !new.contains_key(*id)).collect();
    let mut came: BTreeMap<&String, &Content> = new.iter().filter(|(id, _)| !old.contains_key(*id)).collect();
    let mut pairs = Vec::new();
    let mut by_content: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (id, content) in &came {
        by_content.entry(content.all.as_str()).or_default().push(id);
    }
    for (id, content) in std::mem::take(&mut gone) {
        match by_content.get_mut(content.all.as_str()).and_then(Vec::pop) {
            Some(same) => {
                came.remove(same);
                pairs.push((id.clone(), same.clone()));
            }
            None => {
                gone.insert(id, content);
            }
        }
    }
    if gone.len() * came.len() <= MOST_COMPARISONS {
        pairs.extend(alike(&gone, &came));
    }
    pairs
}

fn alike(gone: &BTreeMap<&String, &Content>, came: &BTreeMap<&String, &Content>) -> Vec<(String, String)> {
    let mut likeness: Vec<(f32, &String, &String)> = Vec::new();
    for (old_id, old) in gone {
        for (new_id, new) in came {
            // Without words there is nothing to recognise.
            if old.words.is_empty() || new.words.is_empty() {
                continue;
            }
            let ratio = TextDiff::from_words(old.words.as_str(), new.words.as_str()).ratio();
            if ratio >= ALIKE {
                likeness.push((ratio, old_id, new_id));
            }
        }
    }
    likeness.sort_by(|one, two| two.0.total_cmp(&one.0).then_with(|| (one.1, one.2).cmp(&(two.1, two.2))));
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (_, old, new) in likeness {
        if pairs.iter().all(|(taken_old, taken_new)| taken_old != old && taken_new != new) {
            pairs.push((old.clone(), new.clone()));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(words: &str) -> Content {
        Content { all: words.to_owned(), words: words.to_owned() }
    }

    #[test]
    fn equal_content_goes_before_similar_and_strangers_stay_strangers() {
        let old =
            [("same", "kept"), ("a", "I am sorry about the cold water"), ("b", "calm down please"), ("c", "x y z")];
        let new = [
            ("same", "changed"),
            ("one", "calm down please"),
            ("two", "I am so sorry about the cold water"),
            ("d", "p q r"),
        ];
        let map = |list: [(&str, &str); 4]| list.map(|(id, words)| (id.to_owned(), content(words))).into();
        let pairs = renamed(&map(old), &map(new));
        assert_eq!(pairs, [("b".to_owned(), "one".to_owned()), ("a".to_owned(), "two".to_owned())]);
    }
}
