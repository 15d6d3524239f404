//! `amends translate merge`: a translator's `.po` file into the translation beside the scenario.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::{in_one_line, in_words, language_of, other_than, po, write_file};
use crate::cli::terminal::{complain, harmless, tell_findings};
use crate::cli::{CannotRun, Status, entry_of};
use crate::diag::Source;
use crate::library::{read_translation, translation_path};
use crate::scenario::Rules;
use crate::translation::{Translation, compare, findings, merge, progress};

/// Take a translator's .po file into the scenario's translation.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends translate merge scenarios/heated-pool.ron scenarios/heated-pool.sw.po")]
pub struct Merge {
    /// The scenario file
    file: PathBuf,
    /// The translator's file
    po: PathBuf,
    /// Take texts, too, that are marked as fuzzy
    #[arg(long)]
    fuzzy: bool,
}

/// Runs the command.
pub fn run(command: &Merge) -> Result<Status, CannotRun> {
    let Some(entry) = entry_of(&command.file, &Rules::builtin())? else { return Ok(Status::Findings) };
    let Ok(scenario) = &entry.scenario else { return Ok(Status::Findings) };
    let shown = command.po.display();
    let po = read_po(command)?;
    if po.of != scenario.id {
        let whose = if po.of.is_empty() { "names no scenario".to_owned() } else { format!("is for `{}`", po.of) };
        return Err(CannotRun(format!(
            "`{shown}` {whose}, and `{}` is `{}`. The head of the .po file says it in `Project-Id-Version`.",
            command.file.display(),
            scenario.id
        )));
    }
    let language = language_of(&po.language.replace('_', "-"))
        .map_err(|CannotRun(why)| CannotRun(format!("{why} The head of `{shown}` says the language in `Language`.")))?;
    other_than(&language, &scenario.language)?;
    let path = translation_path(&command.file, &language);
    let existing = if path.is_file() {
        match read_translation(&path) {
            Ok(existing) => Some(existing),
            Err(findings) => {
                tell_findings(&findings);
                return Ok(Status::Findings);
            }
        }
    } else {
        None
    };
    let taken = |text: &&po::PoText| command.fuzzy || !text.fuzzy;
    let new: Vec<_> = po.texts.iter().filter(taken).map(|text| text.new.clone()).collect();
    let fuzzy: Vec<&str> = po
        .texts
        .iter()
        .filter(|text| !taken(text) && !text.new.text.is_empty())
        .map(|text| text.new.key.as_str())
        .collect();
    let merged = merge(scenario, &language, existing.as_ref(), &new);
    let source = Source::new(path.display().to_string(), merged.text);
    // What is written is read again before it takes the place of what was there.
    let translation = Translation::parse(&source)
        .map_err(|findings| CannotRun(findings.first().map(in_one_line).unwrap_or_default()))?;
    if existing.is_none_or(|existing| existing.source.text != source.text) {
        write_file(&path, &source.text)?;
    }
    let mut out = io::stdout().lock();
    let now = progress(&compare(scenario, &translation));
    let (path, now) = (path.display(), in_words(now));
    let merged_in_words = format!("{} new, {} changed, {} as before", merged.added, merged.changed, merged.same);
    writeln!(out, "{}", harmless(&format!("{path}: {merged_in_words}. {now}.")))?;
    let mut status = Status::Fine;
    let mut tell = |keys: &[&str], what: &str| {
        if !keys.is_empty() {
            complain(&format!("{} {what}: {}.", keys.len(), keys.join(", ")));
            status = Status::Findings;
        }
    };
    let names = |keys: &'_ [String]| keys.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
    let (unknown, older) = (names(&merged.unknown), names(&merged.older));
    tell(&unknown.lines().collect::<Vec<_>>(), "not taken, because the scenario has no such text (any more)");
    tell(&older.lines().collect::<Vec<_>>(), "not taken, because the translation was made from a newer text already");
    tell(&fuzzy, "not taken, because they are marked fuzzy: look at them, take the mark away, and merge again");
    // What is missing is no surprise half-way through a translation; the count above says it.
    for finding in findings(scenario, &translation).iter().filter(|finding| finding.code != "S136") {
        complain(&in_one_line(finding));
        status = Status::Findings;
    }
    Ok(status)
}

fn read_po(command: &Merge) -> Result<po::Po, CannotRun> {
    let shown = command.po.display();
    let bytes = fs::read(&command.po)
        .map_err(|error| CannotRun(format!("`{shown}` cannot be read ({error}). Check the file's name.")))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| CannotRun(format!("`{shown}` is not text in UTF-8. Save it as UTF-8 in your .po editor.")))?;
    po::read(&text).map_err(|why| CannotRun(format!("`{shown}` cannot be read as a .po file: {why}.")))
}
