//! One scenario, told in short lines.

use std::io::{self, Write};

use super::{CHANNELS, channel_name, percent, write_competencies};
use crate::cli::terminal::{counted, counted_as, paragraph};
use crate::customer::{Feeling, Kind};
use crate::scenario::{Phase, Rules};
use crate::stats::{FINDINGS, Figures};

pub fn write(figures: &Figures, rules: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let Figures { words, .. } = figures;
    paragraph(out, "", &format!("{} ({})", figures.title, figures.id))?;
    let line = |out: &mut dyn Write, text: String| paragraph(out, "  ", &text);
    line(out, format!("{}, written in `{}`", figures.sector, figures.language))?;
    let minutes = figures.minutes.map(|minutes| format!("; about {} to play", counted(minutes, "minute")));
    let size = [
        counted(figures.beats, "beat"),
        counted(figures.decisions, "decision"),
        counted_as(figures.replies, "reply", "replies"),
    ];
    line(out, format!("{}{}", size.join(", "), minutes.unwrap_or_default()))?;
    let level = figures.reading_level.map(|lix| format!("; reading level LIX {lix}")).unwrap_or_default();
    line(
        out,
        format!("words: {} spoken, {} to be read, {} of coaching{level}", words.spoken, words.read, words.coaching),
    )?;
    line(
        out,
        format!(
            "customer: {}, {} before the first word is said",
            figures.told.persona,
            feeling_name(figures.told.start)
        ),
    )?;
    line(out, wrong(figures))?;
    let channels: Vec<&str> = CHANNELS
        .iter()
        .filter(|(one, _)| figures.told.channels.contains(one))
        .map(|(one, _)| channel_name(*one))
        .collect();
    line(out, format!("channels: {}", channels.join(", ")))?;
    for change in &figures.changes {
        line(out, format!("  changes from {} to {}", channel_name(change.from), channel_name(change.to)))?;
    }
    let phases: Vec<&str> = figures.phases.iter().map(|phase| phase_name(*phase)).collect();
    line(out, format!("phases: {}", phases.join(", ")))?;
    for form in &figures.forms {
        let sort = if form.twin { "fairness pair".to_owned() } else { form.told.persona.clone() };
        line(out, format!("form `{}`, {sort}: {}", form.id, form.about))?;
    }
    for due in &figures.due {
        line(out, format!("the promise `{}` comes due at `{}`", due.promise, due.beat))?;
    }
    for (language, progress) in &figures.translations {
        line(out, format!("translated into `{language}`: {}", percent(progress.translated, progress.texts)))?;
    }
    writeln!(out)?;
    write_competencies(std::slice::from_ref(figures), &rules.rubric, out)?;
    writeln!(out, "\nPublished findings it exercises")?;
    for finding in FINDINGS.iter().filter(|finding| figures.told.findings.contains(&finding.number)) {
        paragraph(out, &format!("  {:>2}  ", finding.number), &format!("{} ({})", finding.about, finding.source))?;
    }
    for form in &figures.forms {
        let more = form.told.findings.iter().filter(|number| !figures.told.findings.contains(number));
        let more: Vec<String> = more.map(ToString::to_string).collect();
        if !more.is_empty() {
            paragraph(out, "  ", &format!("in the form `{}` also {}", form.id, more.join(", ")))?;
        }
    }
    Ok(())
}

fn wrong(figures: &Figures) -> String {
    let again = match figures.further_failures {
        0 => String::new(),
        times => format!("; goes wrong again in {}", counted(times, "beat")),
    };
    match figures.severity {
        0 => format!("nothing went wrong before{again}"),
        severity => format!(
            "what went wrong: severity {severity} of 3, {}, our share {} of 1000{again}",
            kind_name(figures.kind),
            figures.told.locus
        ),
    }
}

pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Economic => "economic",
        Kind::Social => "social",
    }
}

pub fn feeling_name(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Happy => "happy",
        Feeling::Indifferent => "indifferent",
        Feeling::Upset => "upset",
    }
}

pub fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before",
        Phase::During => "during",
        Phase::After => "after",
    }
}
