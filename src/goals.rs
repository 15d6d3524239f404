//! What each trainee wants to do the next time: `goals.json` in the data folder, one goal for each name, and the goals that follow
//! from a scorecard. They are theirs: no report reads them. A file that cannot be read is as good as none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::rubric::{Competency, Rubric};
use crate::score::Scorecard;
use crate::words::{Words, keys};

const FILE: &str = "goals.json";

/// The goals of everybody who trains with this data folder, by name; who gave none has an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Goals(BTreeMap<String, String>);

impl Goals {
    /// The goals of a data folder.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// What somebody wants to do the next time.
    #[must_use]
    pub fn of(&self, trainee: Option<&str>) -> Option<&str> {
        self.0.get(trainee.unwrap_or_default()).map(String::as_str)
    }

    /// Keeps somebody's goal in place of the one before, here and in the data folder; a folder that cannot be written to loses it
    /// with the program.
    pub fn keep(&mut self, trainee: Option<&str>, goal: &str, folder: &Path) {
        self.0.insert(trainee.unwrap_or_default().to_owned(), goal.trim().to_owned());
        if let Ok(text) = serde_json::to_string_pretty(self) {
            let _ = fs::create_dir_all(folder).and_then(|()| fs::write(folder.join(FILE), text));
        }
    }
}

/// The competency with most to gain, and three goals that follow from what its scale asks for.
#[must_use]
pub fn that_follow(words: &Words, rubric: &Rubric, card: &Scorecard) -> (Option<String>, Vec<String>) {
    let Some(weakest) = weakest(rubric, card) else { return (None, Vec::new()) };
    let goals = match keys::goals(&weakest.id) {
        Some(keys) => keys.map(|key| words.text(key)).into(),
        None => [&weakest.definition, &weakest.anchors.competent, &weakest.anchors.exemplary].map(Clone::clone).into(),
    };
    (Some(words.rubric().name(weakest).to_owned()), goals)
}

/// The competency with the lowest score, of those with enough evidence where there are any.
fn weakest<'r>(rubric: &'r Rubric, card: &Scorecard) -> Option<&'r Competency> {
    let scored = card.competencies.iter().filter_map(|one| Some((!one.enough, one.score?, &one.id)));
    let (_, _, id) = scored.min_by_key(|(little, score, _)| (*little, *score))?;
    rubric.competency(id.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_kept_for_each_name_and_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path().join("data");
        let mut goals = Goals::read(&folder);
        assert_eq!(goals, Goals::default());
        goals.keep(Some("Amina"), " ask first ", &folder);
        goals.keep(None, "say sorry once", &folder);
        let again = Goals::read(&folder);
        assert_eq!(again.of(Some("Amina")), Some("ask first"));
        assert_eq!(again.of(None), Some("say sorry once"));
        assert_eq!(again.of(Some("Ben")), None);
        fs::write(folder.join(FILE), "{").expect("it is written");
        assert_eq!(Goals::read(&folder), Goals::default(), "nobody is kept from training by a broken file");
    }
}
