//! `--explain` and `--list`: what the rules are, for people at a terminal.

use std::io::{self, Write};

use super::json::severity;
use crate::check::{RULES, Rule};
use crate::cli::terminal::paragraph;

/// One rule's page: paragraphs wrapped, examples as they are.
pub fn explain(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::new();
    let mut in_example = false;
    for line in rule.page.lines() {
        if line.starts_with("```") {
            end_paragraph(&mut text, out)?;
            in_example = !in_example;
        } else if in_example {
            writeln!(out, "    {line}")?;
        } else if let Some(heading) = line.strip_prefix('#') {
            end_paragraph(&mut text, out)?;
            let heading = heading.trim_start_matches('#').trim();
            writeln!(out, "{heading}\n{}", "-".repeat(heading.chars().count()))?;
        } else if line.is_empty() {
            end_paragraph(&mut text, out)?;
            writeln!(out)?;
        } else {
            if line.starts_with("- ") {
                end_paragraph(&mut text, out)?;
            }
            text.push_str(line.trim());
            text.push(' ');
        }
    }
    end_paragraph(&mut text, out)
}

fn end_paragraph(text: &mut String, out: &mut dyn Write) -> io::Result<()> {
    if !text.is_empty() {
        paragraph(out, "", text.trim_end())?;
        text.clear();
    }
    Ok(())
}

/// Every rule on a line.
pub fn list(out: &mut dyn Write) -> io::Result<()> {
    for rule in RULES {
        let mark = format!("{}  {:<7}  {:<24} ", rule.code, severity(rule.severity), rule.name);
        writeln!(out, "{mark} {}", rule.summary())?;
    }
    Ok(())
}
