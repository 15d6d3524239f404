//! `amends translate extract`: the texts of a scenario in a `.po` file, with what is translated already.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{in_words, language_of, other_than, po, write_file};
use crate::cli::terminal::{harmless, tell_findings};
use crate::cli::{CannotRun, Status, entry_of};
use crate::diag::Source;
use crate::library::{read_translation, translation_path};
use crate::scenario::Rules;
use crate::translation::{Told, Translation, compare, progress};

/// Write the texts of a scenario into a .po file for a translator.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends translate extract scenarios/heated-pool.ron --language sw")]
pub struct Extract {
    /// The scenario file
    file: PathBuf,
    /// Language to translate into, for example `sw`, `fr` or `pt-BR`
    #[arg(long, value_name = "TAG")]
    language: String,
    /// Where to write; `-` is the standard output [default: beside the scenario, `ID.TAG.po`]
    #[arg(long, value_name = "OUT")]
    po: Option<PathBuf>,
    /// Write over a .po file even where it has translations that were not merged
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub fn run(command: &Extract) -> Result<Status, CannotRun> {
    let language = language_of(&command.language)?;
    let Some(entry) = entry_of(&command.file, &Rules::builtin())? else { return Ok(Status::Findings) };
    let Ok(scenario) = &entry.scenario else { return Ok(Status::Findings) };
    other_than(&language, &scenario.language)?;
    let path = translation_path(&command.file, &language);
    let translation = if path.is_file() {
        match read_translation(&path) {
            Ok(translation) => translation,
            Err(findings) => {
                tell_findings(&findings);
                return Ok(Status::Findings);
            }
        }
    } else {
        Translation::empty(&Source::new(path.display().to_string(), ""), &scenario.id, &language)
    };
    let told = compare(scenario, &translation);
    let text = po::write(scenario, &entry.source, &language, &told)?;
    let out = command.po.clone().unwrap_or_else(|| command.file.with_extension(format!("{language}.po")));
    let mut stdout = io::stdout().lock();
    if out == Path::new("-") {
        stdout.write_all(text.as_bytes())?;
        return Ok(Status::Fine);
    }
    let unmerged = if command.force { 0 } else { unmerged(&out, &told)? };
    if unmerged > 0 {
        let (out, file) = (out.display(), command.file.display());
        return Err(CannotRun(format!(
            "`{out}` has {unmerged} translations that are not in `{}` yet. Take them in with `amends translate merge {file} {out}`, or write over them with `--force`.",
            path.display()
        )));
    }
    write_file(&out, &text)?;
    let (out, file) = (out.display(), command.file.display());
    writeln!(stdout, "{}", harmless(&format!("{out}: {}.", in_words(progress(&told)))))?;
    // Not wrapped, so that it can be copied.
    let next = format!("amends translate merge {file} {out}");
    writeln!(stdout, "Fill it in with any .po editor, then:\n  {}", harmless(&next))?;
    Ok(Status::Fine)
}

/// How many translations a `.po` file has that would be lost.
fn unmerged(out: &Path, told: &[Told<'_>]) -> Result<usize, CannotRun> {
    let there = match fs::read(out) {
        Ok(there) => there,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => {
            return Err(CannotRun(format!(
                "`{}` cannot be read ({error}). Name another file with `--po`.",
                out.display()
            )));
        }
    };
    let read =
        String::from_utf8(there).map_err(|_| "it is not text in UTF-8".to_owned()).and_then(|text| po::read(&text));
    let read = read.map_err(|why| {
        let out = out.display();
        CannotRun(format!(
            "`{out}` is there and is no .po file ({why}). Name another with `--po`, or write over it with `--force`."
        ))
    })?;
    let kept: BTreeMap<String, &str> =
        told.iter().filter_map(|one| Some((one.item.key.to_string(), one.entry?.text.as_str()))).collect();
    let lost = |text: &&po::PoText| {
        !text.new.text.is_empty() && kept.get(&text.new.key).is_none_or(|kept| *kept != text.new.text)
    };
    Ok(read.texts.iter().filter(lost).count())
}
