//! What the window says of a conversation it has no letters for, or whose words run from right to left: that it is so, and where it
//! can be played. Counted once for each conversation and language.

use std::collections::BTreeMap;
use std::path::Path;

use bevy::prelude::Resource;
use bevy_egui::egui::Context;

use crate::game::desk::Desk;
use crate::game::letters::{Lack, lack_of};
use crate::game::theme::fonts::has_letter;
use crate::scenario::Checked;
use crate::words::{Value, Words};

/// What has been counted so far.
#[derive(Resource, Default)]
pub struct Letters(BTreeMap<(String, String), Lack>);

impl Letters {
    /// What has to be said of a conversation from `file` where `ctx` draws it; nothing where all of it can be read. Ask within
    /// a pass.
    pub fn say(&mut self, ctx: &Context, desk: &Desk, scenario: &Checked, file: &str) -> Option<String> {
        // A translation has the hash of what it translates.
        let told = (scenario.hash().to_owned(), scenario.language.clone());
        let lack = *self.0.entry(told).or_insert_with(|| lack_of(scenario, |letter| has_letter(ctx, letter)));
        statement(&desk.words, lack, scenario, file, &desk.extra.folder)
    }
}

/// What of a conversation cannot be read in the window, and what to do about it; nothing where all of it can be read. `file` is
/// where it lies, `folder` where typefaces of one's own would.
#[must_use]
pub fn statement(words: &Words, lack: Lack, scenario: &Checked, file: &str, folder: &Path) -> Option<String> {
    if lack.is_nothing() {
        return None;
    }
    let language = language(words, &scenario.language);
    let mut sentences = vec![words.format("letters-written", &[("language", Value::Text(&language))])];
    if lack.right_to_left {
        sentences.push(words.text("letters-order"));
    }
    if lack.boxes > 0 {
        sentences.push(words.format("letters-boxes", &[("n", lack.boxes.into())]));
    }
    let file = if file.contains(char::is_whitespace) { format!("\"{file}\"") } else { file.to_owned() };
    let command = format!("amends play {file} --text");
    let command = ("command", Value::Text(&command));
    // No typeface helps where the order is wrong.
    sentences.push(if lack.right_to_left {
        words.format("letters-play-as-text", &[command])
    } else {
        let folder = folder.display().to_string();
        words.format("letters-play-or-bring", &[command, ("folder", Value::Text(&folder))])
    });
    Some(sentences.join(" "))
}

/// A language in the interface's words for it; its tag where there are none.
fn language(words: &Words, tag: &str) -> String {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    ["tongue", "language"]
        .into_iter()
        .find_map(|kind| words.known(kind, language))
        .unwrap_or_else(|| words.format("letters-other", &[("tag", Value::Text(tag))]))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::Source;
    use crate::scenario::{Rules, load};
    use crate::words::Language;

    fn pool_in(language: &str) -> Arc<Checked> {
        let text = include_str!("../../../scenarios/heated-pool.ron")
            .replace("language: \"en\"", &format!("language: \"{language}\""));
        Arc::new(load(&Source::new("heated-pool.ron", text), &Rules::builtin()).expect("it can be played"))
    }

    fn said(language: &str, boxes: usize, right_to_left: bool) -> Option<String> {
        let (words, lack) = (Words::english(), Lack { boxes, right_to_left });
        statement(&words, lack, &pool_in(language), "pool.ron", Path::new("data/fonts"))
    }

    #[test]
    fn what_is_missing_is_said_with_what_to_do() {
        assert_eq!(said("en", 0, false), None);
        assert_eq!(
            said("ja", 212, false).expect("said"),
            "This conversation is written in Japanese. The letters Amends has do not cover all of it: 212 of its characters \
             would show as boxes. Play it in the terminal with `amends play pool.ron --text`, or put a font file (.ttf or .otf) \
             that covers it into data/fonts and open Amends again."
        );
        let arabic = said("ar-EG", 1, true).expect("said");
        assert!(arabic.starts_with("This conversation is written in Arabic."), "{arabic}");
        assert!(arabic.contains("wrong order") && arabic.contains("one of its characters"), "{arabic}");
        assert!(arabic.ends_with("`amends play pool.ron --text`.") && !arabic.contains("font file"), "{arabic}");
        assert!(said("en", 3, false).expect("said").starts_with("This conversation is written in English."));
        assert!(said("tlh", 3, false).expect("said").contains("the language “tlh”"));
    }

    #[test]
    fn a_file_s_name_with_a_space_stands_in_quotes_in_every_language() {
        for language in Language::ALL {
            let (words, lack) = (Words::of(language), Lack { boxes: 2, right_to_left: false });
            let said = statement(&words, lack, &pool_in("zh"), "my own/pool.ron", Path::new("fonts")).expect("said");
            assert!(said.contains("`amends play \"my own/pool.ron\" --text`") && !said.contains('{'), "{said}");
        }
    }
}
