//! The new trainer: the tutorial's page, followed to the letter. Its commands are typed, its edits are made, its files are
//! written, and what it shows has to be what comes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use amends::scenario::Rules;

use crate::program::root;

/// A block between fences, with the words before it.
struct Block<'p> {
    kind: &'p str,
    text: &'p str,
    before: &'p str,
}

/// Every fenced block of a page, in order.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut parts = page.split("```");
    let mut before = parts.next().unwrap();
    let mut blocks = Vec::new();
    while let (Some(fenced), Some(after)) = (parts.next(), parts.next()) {
        let (kind, text) = fenced.split_once('\n').unwrap();
        blocks.push(Block { kind, text, before });
        before = after;
    }
    blocks
}

/// A folder in which a page is followed.
struct Trainer {
    home: tempfile::TempDir,
    here: PathBuf,
    /// What the last command wrote.
    told: String,
}

impl Trainer {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let here = home.path().to_path_buf();
        Self { home, here, told: String::new() }
    }

    /// Types one line.
    fn types(&mut self, line: &str) {
        let words = words(line);
        match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["mkdir", folder] => fs::create_dir(self.here.join(folder)).unwrap(),
            ["cd", folder] => self.here.push(folder),
            ["amends", arguments @ ..] => {
                let ran = Command::new(env!("CARGO_BIN_EXE_amends"))
                    .args(arguments)
                    .args(["--data", self.home.path().join("data").to_str().unwrap()])
                    .current_dir(&self.here)
                    .env("NO_COLOR", "1")
                    .env("LC_ALL", "C")
                    .env_remove("COLUMNS")
                    .stdin(Stdio::null())
                    .output()
                    .unwrap();
                self.told = String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap();
                assert_ne!(ran.status.code(), Some(2), "`{line}` could not run: {}", self.told);
            }
            _ => panic!("the page types what this test does not know: {line}"),
        }
    }

    /// Compares what the page shows with what came; `…` on a line of its own stands for any lines, `…` at an end for the rest of it.
    fn sees(&self, shown: &str) {
        let mut told = self.told.trim_end().lines();
        let mut any = false;
        for line in shown.lines() {
            if line == "…" {
                any = true;
                continue;
            }
            let fits = |told: &str| match line.strip_suffix('…') {
                Some(start) => told.starts_with(start),
                None => told == line,
            };
            let found = if any { told.any(fits) } else { told.next().is_some_and(fits) };
            assert!(found, "the page shows\n{shown}\nand `{line}` did not come:\n{}", self.told);
            any = false;
        }
        assert!(any || told.next().is_none(), "the page shows\n{shown}\nand more came:\n{}", self.told);
    }

    /// Puts one line of the scenario in the place of another.
    fn edits(&self, old: &str, new: &str) {
        let file = self.here.join("scenarios/late-order.ron");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(old), "the page changes a line that is not there: {old}");
        fs::write(&file, text.replacen(old, new, 1)).unwrap();
    }

    /// Writes the file that the words before a block name last.
    fn writes(&self, block: &Block<'_>) {
        let is_file = |word: &&str| Path::new(word).extension().is_some_and(|ending| ending == "ron");
        let name = block.before.rsplit('`').find(is_file);
        fs::write(self.here.join(name.expect("the page names the file")), block.text).unwrap();
    }

    /// Follows a page from its first block to its last, and says how much there was to do.
    fn follows(&mut self, page: &str) -> [usize; 4] {
        let mut done = [0; 4];
        let mut old = None;
        for block in blocks(page) {
            match block.kind {
                "sh" => {
                    block.text.lines().for_each(|line| self.types(line));
                    done[0] += block.text.lines().count();
                }
                "text" => {
                    self.sees(block.text);
                    done[1] += 1;
                }
                "ron" if block.text.lines().count() > 1 => {
                    self.writes(&block);
                    done[2] += 1;
                }
                // Two single lines are an edit.
                "ron" => match old.take() {
                    None => old = Some(block.text.to_owned()),
                    Some(old) => {
                        self.edits(&old, block.text);
                        done[3] += 1;
                    }
                },
                kind => panic!("a block of a kind this test does not know: {kind}"),
            }
        }
        assert_eq!(old, None, "an edit without its new line");
        done
    }
}

/// The words of a command line; what stands in double quotes is one of them.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn the_tutorial_keeps_its_word() {
    let page = fs::read_to_string(root().join("docs/tutorial.md")).unwrap();
    let mut trainer = Trainer::new();
    let [commands, shown, files, edits] = trainer.follows(&page);
    assert!(commands >= 14 && shown >= 10 && files == 1 && edits == 4, "{commands} {shown} {files} {edits}");
    // What the page says in words of the file it leads to.
    let plays = fs::read_to_string(trainer.here.join("scenarios/late-order.plays.ron")).unwrap();
    assert!(plays.contains("outcome: ReturnsAndRefers, overall: 1000, passed: true"), "{plays}");
    trainer.types("amends check");
    trainer.sees("No errors and no warnings in 2 files.\n");
}

#[test]
#[should_panic(expected = "did not come")]
fn a_page_that_shows_something_else_is_noticed() {
    let page = "```sh\namends new soup --yes\namends check\n```\n```text\nNo errors and no warnings in 2 files.\n```\n";
    Trainer::new().follows(page);
}

#[test]
fn nothing_is_wrong_with_any_new_scenario() {
    let mut trainer = Trainer::new();
    let mut made = 0;
    for persona in Rules::builtin().personas.iter() {
        for channel in ["FaceToFace", "Phone", "Email", "Chat", "Social"] {
            let name = format!("{}-{}", persona.id, channel.to_lowercase());
            trainer.types(&format!("amends new {name} --persona {} --channel {channel} --yes", persona.id));
            made += 1;
        }
    }
    for more in [
        "soup --title \"The cold soup\" --sector catering --customer \"Mrs O'Neill\" --place kitchen --language en-KE --yes",
        "quoted --title \"A title with, commas: and (brackets) // {{id}}\" --customer Wambũi --yes",
        "--out scenarios/elsewhere.ron --yes",
    ] {
        trainer.types(&format!("amends new {more}"));
        made += 1;
    }
    trainer.types("amends check");
    trainer.sees(&format!("No errors and no warnings in {made} files.\n"));
    trainer.types("amends fmt --check");
    trainer.sees(&format!("{made} files: {made} in order already.\n"));
}
