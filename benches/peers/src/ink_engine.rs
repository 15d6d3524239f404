//! bladeink: the same chain in ink, a knot for each decision and a global variable for each score.

use std::error::Error;
use std::fmt::Write;

use bladeink::story::Story;
use bladeink_compiler::Compiler;

use crate::chain::{SCORES, turns};
use crate::measure::{Loaded, Played};

/// A story that is loaded.
pub struct Ink {
    story: Story,
    fresh: bool,
}

/// The chain of `n` decisions in ink.
pub fn source(n: usize) -> String {
    let mut text = String::new();
    for score in SCORES {
        let _ = writeln!(text, "VAR {} = 0", score.replace('-', "_"));
    }
    text.push_str("-> b000000\n");
    for turn in turns(n) {
        let _ = writeln!(text, "=== {} ===\n{}", turn.id, turn.says);
        for choice in &turn.choices {
            let _ = writeln!(text, "* [{}]", choice.say);
            for (score, level) in SCORES.iter().zip(choice.levels) {
                let _ = writeln!(text, "    ~ {0} = {0} + {level}", score.replace('-', "_"));
            }
            let _ = writeln!(text, "    -> {}", turn.next);
        }
    }
    text.push_str("=== end ===\nThank you. That is all I came for.\n-> END\n");
    text
}

/// Compiles ink to its JSON.
pub fn compile(text: &str) -> Result<String, Box<dyn Error>> {
    Compiler::new().compile(text).map_err(|error| format!("{error}").into())
}

/// Reads the JSON.
pub fn load(json: &str) -> Result<Ink, Box<dyn Error>> {
    Ok(Ink { story: Story::new_with_seed(json, 1)?, fresh: true })
}

impl Loaded for Ink {
    fn play(&mut self) -> Result<Played, Box<dyn Error>> {
        if !self.fresh {
            self.story.reset_state()?;
        }
        self.fresh = false;
        let mut played = Played::default();
        loop {
            while self.story.can_continue() {
                played.letters += self.story.cont()?.len();
            }
            let choices = self.story.get_current_choices();
            if choices.is_empty() {
                return Ok(played);
            }
            played.letters += choices.iter().map(|choice| choice.text.len()).sum::<usize>();
            self.story.choose_choice_index(0)?;
            played.decisions += 1;
        }
    }
}
