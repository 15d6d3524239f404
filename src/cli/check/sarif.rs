//! Findings as SARIF 2.1.0, which editors and continuous integration read.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_sarif::sarif::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Location, Message, MultiformatMessageString,
    PhysicalLocation, Region, Replacement, ReportingConfiguration, ReportingDescriptor, Result as Finding, ResultLevel,
    Run, SCHEMA_URL, Sarif, Tool, ToolComponent,
};

use super::Report;
use super::json::severity;
use crate::check::{RULES, Rule};
use crate::diag::{Diagnostic, Edit, Lines, Severity};

/// Writes all findings.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut results = Vec::new();
    for file in &report.files {
        let lines = Lines::of(&file.source);
        results.extend(file.findings.iter().map(|finding| of(finding, &lines)));
    }
    let driver = ToolComponent::builder()
        .name("Amends")
        .version(env!("CARGO_PKG_VERSION"))
        .rules(RULES.iter().map(descriptor).collect::<Vec<_>>())
        .build();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .column_kind("unicodeCodePoints")
        .results(results)
        .build();
    let sarif = Sarif::builder().schema(SCHEMA_URL).version("2.1.0").runs(vec![run]).build();
    serde_json::to_writer_pretty(&mut *out, &sarif)?;
    writeln!(out)
}

fn descriptor(rule: &Rule) -> ReportingDescriptor {
    let text = |text: String| MultiformatMessageString::builder().text(text).build();
    ReportingDescriptor::builder()
        .id(rule.code)
        .name(rule.name)
        .short_description(text(rule.summary()))
        .help(MultiformatMessageString::builder().text(rule.page).markdown(rule.page).build())
        .default_configuration(ReportingConfiguration::builder().level(severity(rule.severity)).build())
        .build()
}

fn of(finding: &Diagnostic, lines: &Lines<'_>) -> Finding {
    let sentences: Vec<&str> =
        [Some(finding.title.as_str()), finding.why.as_deref(), finding.help.as_deref()].into_iter().flatten().collect();
    let file = ArtifactLocation::builder().uri(uri(&finding.source.name)).build();
    let place = match &finding.span {
        Some(span) => PhysicalLocation::builder().artifact_location(file).region(region(span, lines)).build(),
        None => PhysicalLocation::builder().artifact_location(file).build(),
    };
    let level = match finding.severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
    };
    let fixes = finding.fix.iter().map(|fix| change(finding, fix, lines)).collect::<Vec<_>>();
    let result = Finding::builder()
        .rule_id(finding.code)
        .level(level)
        .message(message(&sentences.join("\n")))
        .locations(vec![Location::builder().physical_location(place).build()]);
    if fixes.is_empty() { result.build() } else { result.fixes(fixes).build() }
}

fn change(finding: &Diagnostic, fix: &crate::diag::Fix, lines: &Lines<'_>) -> Fix {
    let replacement = |edit: &Edit| {
        Replacement::builder()
            .deleted_region(region(&edit.span, lines))
            .inserted_content(ArtifactContent::builder().text(edit.text.as_str()).build())
            .build()
    };
    let file = ArtifactLocation::builder().uri(uri(&finding.source.name)).build();
    let replacements = fix.edits.iter().map(replacement).collect::<Vec<_>>();
    let changes = ArtifactChange::builder().artifact_location(file).replacements(replacements).build();
    Fix::builder().description(message(&fix.title)).artifact_changes(vec![changes]).build()
}

fn message(text: &str) -> Message {
    Message::builder().text(text).build()
}

fn region(span: &std::ops::Range<usize>, lines: &Lines<'_>) -> Region {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (start, end) = (lines.place(span.start), lines.place(span.end));
    Region::builder()
        .start_line(number(start.line))
        .start_column(number(start.column))
        .end_line(number(end.line))
        .end_column(number(end.column))
        .build()
}

/// A file's name as a relative reference: what a URI gives another meaning is written in percent.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'/' | b'-' | b'_' | b'.' | b'~' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => {
                // Writing to a text cannot fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}
