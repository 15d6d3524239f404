//! Findings as one JSON object.

use std::io::{self, Write};

use serde::Serialize;

use super::{Checked, Report};
use crate::check::{RULES, find_rule};
use crate::diag::{Diagnostic, Edit, Fix, Lines, Severity};

/// The version of this shape. It changes when a field is renamed or goes; new ones may come at any time.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Found<'a> {
    version: u32,
    files: usize,
    errors: usize,
    warnings: usize,
    fixed: usize,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    title: &'a str,
    file: &'a str,
    span: Option<Span>,
    label: Option<&'a str>,
    why: Option<&'a str>,
    help: Option<&'a str>,
    fix: Option<Change<'a>>,
}

/// Lines and columns count from 1, columns in characters; offsets from 0 in bytes.
#[derive(Serialize)]
struct Span {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    offset: usize,
}

#[derive(Serialize)]
struct Change<'a> {
    title: &'a str,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    span: Span,
    text: &'a str,
}

#[derive(Serialize)]
struct Listed<'a> {
    code: &'a str,
    name: &'a str,
    severity: &'a str,
    summary: String,
}

/// Writes all findings.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let json = Found {
        version: VERSION,
        files: report.files.len(),
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        fixed: report.fixed.0,
        findings: report.files.iter().flat_map(of_file).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &json)?;
    writeln!(out)
}

/// Writes every rule.
pub fn list(out: &mut dyn Write) -> io::Result<()> {
    let listed: Vec<Listed<'_>> = RULES
        .iter()
        .map(|rule| Listed {
            code: rule.code,
            name: rule.name,
            severity: severity(rule.severity),
            summary: rule.summary(),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &listed)?;
    writeln!(out)
}

/// How JSON and SARIF call a severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn of_file(file: &Checked) -> Vec<Finding<'_>> {
    let lines = Lines::of(&file.source);
    file.findings.iter().map(|finding| of(finding, &lines)).collect()
}

fn of<'a>(finding: &'a Diagnostic, lines: &Lines<'_>) -> Finding<'a> {
    Finding {
        code: finding.code,
        name: find_rule(finding.code).map_or("", |rule| rule.name),
        severity: severity(finding.severity),
        title: &finding.title,
        file: &finding.source.name,
        span: finding.span.as_ref().map(|span| span_of(span, lines)),
        label: finding.label.as_deref(),
        why: finding.why.as_deref(),
        help: finding.help.as_deref(),
        fix: finding.fix.as_ref().map(|fix| change(fix, lines)),
    }
}

fn change<'a>(fix: &'a Fix, lines: &Lines<'_>) -> Change<'a> {
    let edit = |edit: &'a Edit| Replacement { span: span_of(&edit.span, lines), text: &edit.text };
    Change { title: &fix.title, edits: fix.edits.iter().map(edit).collect() }
}

fn span_of(span: &std::ops::Range<usize>, lines: &Lines<'_>) -> Span {
    let place = |offset| {
        let crate::diag::Place { line, column } = lines.place(offset);
        Place { line, column, offset }
    };
    Span { start: place(span.start), end: place(span.end) }
}
