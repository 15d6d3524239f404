//! yarnspinner: the same chain in Yarn, a node for each decision and a variable for each score.

use std::error::Error;
use std::fmt::Write;

use yarnspinner::compiler::{Compilation, Compiler, File};
use yarnspinner::runtime::{Dialogue, DialogueEvent, MemoryVariableStorage, StringTableTextProvider};

use crate::chain::{SCORES, turns};
use crate::measure::{Loaded, Played};

/// A dialogue that is loaded.
pub struct Yarn(Dialogue);

/// The chain of `n` decisions in Yarn.
pub fn source(n: usize) -> String {
    let mut text = String::from("title: Scores\n---\n");
    for score in SCORES {
        let _ = writeln!(text, "<<declare ${} = 0>>", score.replace('-', "_"));
    }
    text.push_str("===\n");
    for turn in turns(n) {
        let _ = writeln!(text, "title: {}\n---\n{}", turn.id, turn.says);
        for choice in &turn.choices {
            let _ = writeln!(text, "-> {}", choice.say);
            for (score, level) in SCORES.iter().zip(choice.levels) {
                let _ = writeln!(text, "    <<set ${0} to ${0} + {level}>>", score.replace('-', "_"));
            }
            let _ = writeln!(text, "    <<jump {}>>", turn.next);
        }
        text.push_str("===\n");
    }
    text.push_str("title: end\n---\nThank you. That is all I came for.\n===\n");
    text
}

/// Compiles Yarn to a program and its table of texts.
pub fn compile(source: String) -> Result<Compilation, Box<dyn Error>> {
    let file = File { file_name: "chain.yarn".into(), source };
    Ok(Compiler::new().add_file(file).compile()?)
}

/// Makes a dialogue of a program and its texts.
pub fn load(compilation: Compilation) -> Result<Yarn, Box<dyn Error>> {
    let mut texts = StringTableTextProvider::new();
    texts.extend_base_language(compilation.string_table.into_iter().map(|(id, info)| (id, info.text)));
    let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
    dialogue.add_program(compilation.program.ok_or("the compiler gave no program")?);
    Ok(Yarn(dialogue))
}

impl Loaded for Yarn {
    fn play(&mut self) -> Result<Played, Box<dyn Error>> {
        let dialogue = &mut self.0;
        dialogue.set_node("b000000")?;
        let mut played = Played::default();
        loop {
            for event in dialogue.continue_()? {
                match event {
                    DialogueEvent::Line(line) => played.letters += line.text.len(),
                    DialogueEvent::Options(options) => {
                        played.letters += options.iter().map(|option| option.line.text.len()).sum::<usize>();
                        let first = options.first().ok_or("no option is offered")?;
                        dialogue.set_selected_option(first.id)?;
                        played.decisions += 1;
                    }
                    DialogueEvent::DialogueComplete => return Ok(played),
                    DialogueEvent::Command(_)
                    | DialogueEvent::NodeComplete(_)
                    | DialogueEvent::NodeStart(_)
                    | DialogueEvent::LineHints(_) => {}
                }
            }
        }
    }
}
