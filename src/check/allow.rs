//! `// allow: S301 because …`: a comment that silences a warning for what begins on the next line. A reason is required, so that
//! whoever reads the file next year knows why.

use std::ops::Range;
use std::sync::Arc;

use super::scan::Scan;
use super::{Options, find_rule};
use crate::diag::{Diagnostic, Fix, Severity, Source, did_you_mean};

const MARK: &str = "// allow:";
/// Reported where a comment silences nothing.
pub const UNUSED: &str = "S010";
/// Reported where a comment cannot be followed.
pub const UNCLEAR: &str = "S011";

/// One such comment.
struct Allow {
    /// Its own bytes.
    span: Range<usize>,
    /// The bytes it speaks for.
    covers: Range<usize>,
    codes: Vec<&'static str>,
    used: bool,
}

/// Takes out the warnings that the source's own comments silence, and adds what is wrong with the comments. Where the scenario
/// could not be looked at in full (`complete` is false) no comment is called unused.
pub fn apply(source: &Arc<Source>, options: &Options, complete: bool, findings: &mut Vec<Diagnostic>) {
    if !source.text.contains(MARK) {
        return;
    }
    let mut unclear = Vec::new();
    let mut allows: Vec<Allow> = Vec::new();
    for (span, covers) in comments(&source.text) {
        match understand(source, &span) {
            Ok(codes) => allows.push(Allow { span, covers, codes, used: false }),
            Err(finding) => unclear.push(*finding),
        }
    }
    findings.retain(|finding| {
        let Some(span) = finding.span.as_ref().filter(|_| finding.severity == Severity::Warning) else { return true };
        let silences = |allow: &&mut Allow| allow.codes.contains(&finding.code) && allow.covers.contains(&span.start);
        // The nearest one is meant; ones around it may be needed for another place.
        match allows.iter_mut().rev().find(silences) {
            Some(allow) => {
                allow.used = true;
                false
            }
            None => true,
        }
    });
    let unused =
        |allow: &&Allow| complete && !allow.used && !allow.codes.iter().any(|code| options.allow.contains(code));
    findings.extend(allows.iter().filter(unused).map(|allow| unneeded(source, allow)));
    findings.extend(unclear);
}

/// The codes a comment names.
fn understand(source: &Arc<Source>, span: &Range<usize>) -> Result<Vec<&'static str>, Box<Diagnostic>> {
    let text = source.text.get(span.clone()).unwrap_or_default();
    let said = text.strip_prefix(MARK).unwrap_or(text).trim();
    let (names, reason) = said.split_once(" because ").unwrap_or((said, ""));
    let refuse = |title: String, help: String| Box::new(finding(source, UNCLEAR, span.clone(), title, help));
    let mut codes = Vec::new();
    for name in names.split([',', ' ']).filter(|name| !name.is_empty()) {
        match find_rule(name) {
            Some(rule) if rule.severity == Severity::Warning => codes.push(rule.code),
            Some(rule) => {
                return Err(refuse(
                    format!("`{}` is an error and cannot be allowed", rule.code),
                    "Put right what it finds, and take this comment out.".into(),
                ));
            }
            None => {
                let known = super::RULES.iter().flat_map(|rule| [rule.code, rule.name]);
                let help = match did_you_mean(name, known) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => "`amends check --list` names every rule.".into(),
                };
                return Err(refuse(format!("no rule is called `{name}`"), help));
            }
        }
    }
    if codes.is_empty() {
        return Err(refuse("this comment names no rule".into(), "Write `// allow: S301 because …`.".into()));
    }
    if reason.trim().is_empty() {
        return Err(refuse(
            "this comment gives no reason".into(),
            format!("Write why: `// allow: {} because …`.", codes.join(", ")),
        ));
    }
    Ok(codes)
}

fn unneeded(source: &Arc<Source>, allow: &Allow) -> Diagnostic {
    let title = format!("nothing here gives {}", allow.codes.join(" or "));
    let help = "Take this comment out, or put it on the line before what it is about.".to_owned();
    let mut found = finding(source, UNUSED, allow.span.clone(), title, help);
    found.fix = Some(Fix::replace("take the comment out", whole_line(&source.text, &allow.span), ""));
    found
}

fn finding(source: &Arc<Source>, code: &'static str, span: Range<usize>, title: String, help: String) -> Diagnostic {
    let why = match code {
        UNUSED => "A comment that silences nothing hides the next thing that goes wrong here.",
        _ => "Until it is clear, the comment silences nothing.",
    };
    Diagnostic {
        code,
        severity: Severity::Warning,
        title,
        source: Arc::clone(source),
        span: Some(span),
        label: None,
        why: Some(why.into()),
        help: Some(help),
        fix: None,
    }
}

/// The line a comment stands on, with its end, if nothing else stands there.
fn whole_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let alone = text.get(start..span.start).is_some_and(|before| before.trim().is_empty());
    let end =
        text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| span.end + newline + 1);
    if alone { start..end } else { span.clone() }
}

/// Every such comment with what it speaks for: the next line on which something begins, and all that is opened on that line,
/// to its end; of one behind something, its own line.
fn comments(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut scan = Scan::new(text);
    let mut pending: Vec<Range<usize>> = Vec::new();
    // Comments whose line has begun: where, at what depth, and whether the line is over.
    let mut open: Vec<(Vec<Range<usize>>, usize, usize, bool)> = Vec::new();
    let mut found = Vec::new();
    let mut depth = 0_usize;
    while !scan.is_done() {
        let at = scan.at;
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        match rest {
            [b'\n', ..] => {
                for one in &mut open {
                    one.3 = true;
                }
                close(&mut open, depth, at, &mut found);
                scan.at += 1;
            }
            [b' ' | b'\t' | b'\r', ..] => scan.at += 1,
            [b'/', b'/', ..] => {
                scan.line_comment();
                let comment = text.get(at..scan.at).unwrap_or_default();
                let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
                let here = at..at + comment.trim_end().len();
                let alone = text.get(line..at).is_some_and(|before| before.trim().is_empty());
                match comment.starts_with(MARK) {
                    true if alone => pending.push(here),
                    true => found.push((here, line..at)),
                    false => {}
                }
            }
            [b'/', b'*', ..] => scan.block_comment(),
            _ => {
                if !pending.is_empty() {
                    open.push((std::mem::take(&mut pending), at, depth, false));
                }
                match rest.first() {
                    Some(b'(' | b'[' | b'{') => {
                        depth += 1;
                        scan.at += 1;
                    }
                    Some(b')' | b']' | b'}') => {
                        depth = depth.saturating_sub(1);
                        scan.at += 1;
                        close(&mut open, depth, scan.at, &mut found);
                    }
                    _ => scan.atom(),
                }
            }
        }
    }
    for (spans, start, ..) in open {
        found.extend(spans.into_iter().map(|span| (span, start..text.len())));
    }
    found.extend(pending.into_iter().map(|span| (span, text.len()..text.len())));
    found.sort_by_key(|(span, _)| span.start);
    found
}

/// Ends those whose line is over and whose brackets are all closed.
fn close(
    open: &mut Vec<(Vec<Range<usize>>, usize, usize, bool)>,
    depth: usize,
    end: usize,
    found: &mut Vec<(Range<usize>, Range<usize>)>,
) {
    while let Some((_, start, at_depth, line_over)) = open.last() {
        let (start, over) = (*start, *line_over && depth <= *at_depth || depth < *at_depth);
        if !over {
            return;
        }
        if let Some((spans, ..)) = open.pop() {
            found.extend(spans.into_iter().map(|span| (span, start..end)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::comments;

    #[test]
    fn a_comment_speaks_for_what_begins_on_the_next_line() {
        let text = r#"
            // allow: S301 because a
            (
                a: 1,
                // allow: S302 because b
                // another comment
                b: "// allow: S303 because a text", c: [
                    1,
                ],
                // allow: S304 because c
                d: 4, // allow: S305 because d
                e: 5,
            )"#;
        let covered: Vec<(&str, &str)> =
            comments(text).into_iter().map(|(span, covers)| (&text[span], &text[covers])).collect();
        let [(_, whole), (_, second), (_, third), (_, own_line)] = covered.as_slice() else { panic!("{covered:?}") };
        assert!(whole.starts_with('(') && whole.ends_with("e: 5,\n            )"));
        assert!(second.starts_with("b:") && second.ends_with(']'), "{second}");
        assert!(third.starts_with("d: 4,") && !third.contains("e: 5"), "{third}");
        assert_eq!(own_line.trim(), "d: 4,", "behind something it speaks for its own line");
    }
}
