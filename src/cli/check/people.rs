//! Findings for people: with the place underlined, or one line each; and how many there are.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};

use super::{Checked, Report};
use crate::cli::finding::{clean_in, clean_source};
use crate::cli::terminal::counted;
use crate::diag::{Diagnostic, Lines, Severity, render_full_in, render_short};

/// So many findings of one rule in one file are shown: nobody reads the thousandth.
const MOST_OF_A_RULE: usize = 40;

/// Every finding with its excerpt.
pub fn full(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for file in &report.files {
        let source = clean_source(&file.source);
        let lines = Lines::of(&source);
        let left_out = each(file, |finding| {
            let shown = clean_in(finding, &source);
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
        let source = clean_source(&file.source);
        let left_out = each(file, |finding| {
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let shown = clean_in(finding, &source);
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
