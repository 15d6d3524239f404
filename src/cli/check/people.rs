//! Findings for people: with the place underlined, or one line each; and how many there are.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use super::{Checked, Report};
use crate::cli::terminal::harmless;
use crate::diag::{Diagnostic, Lines, Severity, Source, render_full_in, render_short};

/// So many findings of one rule in one file are shown: nobody reads the thousandth.
const MOST_OF_A_RULE: usize = 40;

/// Every finding with its excerpt.
pub fn full(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for file in &report.files {
        let source = clean_name(&file.source);
        let lines = Lines::of(&source);
        let left_out = each(file, |finding| {
            let shown = Diagnostic { source: Arc::clone(&source), ..clean(finding) };
            writeln!(out, "{}\n", render_full_in(&shown, &lines, colour))
        })?;
        for (code, more) in left_out {
            writeln!(out, "{code}: {more} more in {}; `--format json` lists them all.\n", source.name)?;
        }
    }
    summary(report, out)
}

/// Every finding as one line.
pub fn short(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for file in &report.files {
        let source = clean_name(&file.source);
        let left_out = each(file, |finding| {
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let shown = Diagnostic { source: Arc::clone(&source), ..clean(finding) };
            let text = render_short(&shown).replace('\n', " ");
            writeln!(out, "{severity} {}: {text}", finding.code)
        })?;
        for (code, more) in left_out {
            writeln!(out, "{code}: {more} more in {}; `--format json` lists them all.", source.name)?;
        }
    }
    summary(report, out)
}

/// Does something with every finding of a file that is shown, and counts those left out by their codes.
fn each(
    file: &Checked,
    mut show: impl FnMut(&Diagnostic) -> io::Result<()>,
) -> io::Result<BTreeMap<&'static str, usize>> {
    let mut seen: BTreeMap<&'static str, usize> = BTreeMap::new();
    for finding in &file.findings {
        let count = seen.entry(finding.code).or_default();
        *count += 1;
        if *count <= MOST_OF_A_RULE {
            show(finding)?;
        }
    }
    seen.retain(|_, count| *count > MOST_OF_A_RULE);
    Ok(seen.into_iter().map(|(code, count)| (code, count - MOST_OF_A_RULE)).collect())
}

/// A finding whose sentences hold nothing that could move the cursor, recolour the terminal or turn round the reading order.
fn clean(finding: &Diagnostic) -> Diagnostic {
    let text = |text: &Option<String>| text.as_deref().map(clean_text);
    Diagnostic {
        title: clean_text(&finding.title),
        label: text(&finding.label),
        why: text(&finding.why),
        help: text(&finding.help),
        ..finding.clone()
    }
}

fn clean_text(text: &str) -> String {
    harmless(text).replace(|letter| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'), "")
}

fn clean_name(source: &Arc<Source>) -> Arc<Source> {
    let name = clean_text(&source.name).replace('\n', " ");
    if name == source.name { Arc::clone(source) } else { Source::new(name, source.text.clone()) }
}

fn summary(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let files = counted(report.files.len(), "file");
    if report.fixed.0 > 0 {
        writeln!(out, "Put right: {} in {}.", counted(report.fixed.0, "finding"), counted(report.fixed.1, "file"))?;
    }
    let fixable = report.files.iter().flat_map(|file| &file.findings).filter(|finding| finding.fix.is_some()).count();
    match (report.count(Severity::Error), report.count(Severity::Warning)) {
        (0, 0) => writeln!(out, "No errors and no warnings in {files}."),
        (errors, warnings) => {
            writeln!(out, "{}, {} in {files}.", counted(errors, "error"), counted(warnings, "warning"))?;
            if fixable > 0 {
                writeln!(out, "`amends check --fix` puts {fixable} of them right.")?;
            }
            writeln!(out, "`amends check --explain CODE` says what a finding means and what to do.")
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
