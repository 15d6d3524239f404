//! Several scenarios: a line for each in three tables, then all of them together.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::one::{feeling_name, kind_name, phase_name};
use super::{CHANNELS, percent, write_competencies};
use crate::cli::table::Table;
use crate::cli::terminal::{counted, counted_as, paragraph};
use crate::customer::{Feeling, Kind};
use crate::scenario::{Phase, Rules};
use crate::stats::{FINDINGS, Figures, Telling};

/// The findings about customers who caused the failure, and about those who never complain.
const CAUSED_BY_CUSTOMER: u8 = 19;
const SAYS_NOTHING: u8 = 15;
const PHASES: [Phase; 3] = [Phase::Before, Phase::During, Phase::After];

pub fn write(all: &[Figures], rules: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let sum = |of: fn(&Figures) -> usize| all.iter().map(of).sum::<usize>();
    let size = [
        counted(all.len(), "scenario"),
        counted(sum(|one| one.beats), "beat"),
        counted_as(sum(|one| one.replies), "reply", "replies"),
        counted(sum(|one| one.words.all()), "word"),
    ];
    let minutes = counted(sum(|one| one.minutes.unwrap_or(0)), "minute");
    paragraph(out, "", &format!("{}; about {minutes} to play each once.", size.join(", ")))?;
    for section in [sizes, cases, failures, channels, times, coverage] {
        writeln!(out)?;
        section(all, rules, out)?;
    }
    writeln!(out)?;
    write_competencies(all, &rules.rubric, out)?;
    languages(all, out)?;
    findings(all, out)
}

fn sizes(all: &[Figures], _: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let head = ["Size", "beats", "decisions", "replies", "spoken", "to read", "coaching", "LIX", "min"];
    let mut table = Table::new(&head);
    let number = |number: Option<usize>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
    for one in all {
        let counts = [one.beats, one.decisions, one.replies, one.words.spoken, one.words.read, one.words.coaching];
        let counts = counts.into_iter().map(Some).chain([one.reading_level, one.minutes]);
        table.row(&one.id, counts.map(number));
    }
    table.write(out)?;
    paragraph(
        out,
        "",
        "Spoken, to read and coaching are words, every wording counted. LIX is the reading level of the conversation: up to 40 is easy, over 50 is hard. The minutes are those of the strongest play.",
    )
}

fn cases(all: &[Figures], _: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(&["Case", "sector", "persona", "start"]);
    for one in all {
        let start = feeling_name(one.told.start).to_owned();
        table.row(&one.id, [one.sector.clone(), one.told.persona.clone(), start]);
    }
    table.write(out)?;
    paragraph(out, "", "Start is how the customer feels before the first word is said.")
}

fn failures(all: &[Figures], _: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(&["Failure", "severity", "loss", "ours", "again"]);
    for one in all {
        let of_failure = |text: String| if one.severity == 0 { "–".to_owned() } else { text };
        let (loss, ours) = (of_failure(kind_name(one.kind).to_owned()), of_failure(one.told.locus.to_string()));
        table.row(&one.id, [one.severity.to_string(), loss, ours, some(one.further_failures)]);
    }
    table.write(out)?;
    paragraph(
        out,
        "",
        "Before the first word, severity 0 (nothing) to 3 (grave). Ours is our share of the responsibility, of 1000. Again are the beats where something goes wrong once more.",
    )
}

fn mark(is: bool) -> String {
    if is { "x".to_owned() } else { String::new() }
}

/// A number; nothing for none, so that what is there stands out.
fn some(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

fn channels(all: &[Figures], _: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<&str> = [&["Channels"], &CHANNELS.map(|(_, name)| name)[..], &["changes"]].concat();
    let mut table = Table::new(&head);
    for one in all {
        let on = CHANNELS.iter().map(|(channel, _)| mark(one.any(|told| told.channels.contains(channel))));
        table.row(&one.id, on.chain([some(one.changes.len())]));
    }
    table.write(out)?;
    paragraph(out, "", "Changes are ways from one channel to another.")
}

fn times(all: &[Figures], _: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<&str> = [&["Times"], &PHASES.map(phase_name)[..], &["due", "languages", "forms", "guide"]].concat();
    let mut table = Table::new(&head);
    for one in all {
        let when = PHASES.iter().map(|phase| mark(one.phases.contains(phase)));
        let languages = (one.translations.len() + 1).to_string();
        let more = [some(one.due.len()), languages, some(one.forms.len()), mark(one.guide)];
        table.row(&one.id, when.chain(more));
    }
    table.write(out)?;
    paragraph(
        out,
        "",
        "Before, during and after the service; due are the beats where a promise comes due. Guide is the facilitator's page.",
    )
}

/// How many scenarios of each sort there are, and on which channels. A scenario is of a sort where one of its forms is.
fn coverage(all: &[Figures], rules: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let head: Vec<&str> = [&["Scenarios", "all"], &CHANNELS.map(|(_, name)| name)[..]].concat();
    let mut table = Table::new(&head);
    let mut row = |name: &str, is: &dyn Fn(&Figures, &Telling) -> bool| {
        let of =
            |on: &dyn Fn(&Telling) -> bool| all.iter().filter(|one| one.any(|told| is(one, told) && on(told))).count();
        let on = CHANNELS.map(|(channel, _)| of(&|told| told.channels.contains(&channel)));
        table.row(name, std::iter::once(of(&|_| true)).chain(on).map(|count| count.to_string()));
    };
    row("all", &|_, _| true);
    for id in rules.personas.ids() {
        row(&format!("persona {id}"), &|_, told| told.persona == id);
    }
    let sectors: BTreeSet<&str> = all.iter().map(|one| one.sector.as_str()).collect();
    for sector in sectors {
        row(&format!("sector {sector}"), &|one, _| one.sector == sector);
    }
    for phase in PHASES {
        row(&format!("{} the service", phase_name(phase)), &|one, _| one.phases.contains(&phase));
    }
    for feeling in Feeling::ALL {
        row(&format!("{} at the start", feeling_name(feeling)), &|_, told| told.start == feeling);
    }
    for kind in [Kind::Economic, Kind::Social] {
        row(&format!("{} loss", kind_name(kind)), &|one, _| one.severity > 0 && one.kind == kind);
    }
    for severity in 0..=3 {
        row(&format!("severity {severity}"), &|one, _| one.severity == severity);
    }
    row("mostly the customer's own doing", &|_, told| told.findings.contains(&CAUSED_BY_CUSTOMER));
    row("would leave without a word", &|_, told| told.findings.contains(&SAYS_NOTHING));
    row("changes channel", &|one, _| !one.changes.is_empty());
    row("a promise comes due", &|one, _| !one.due.is_empty());
    row("three personas or more", &|one, _| one.personas().len() >= 3);
    row("a fairness pair", &|one, _| one.has_twin());
    table.write(out)
}

fn languages(all: &[Figures], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\nLanguages")?;
    let mut written: BTreeMap<&str, usize> = BTreeMap::new();
    let mut translated: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for one in all {
        *written.entry(&one.language).or_default() += 1;
        for (language, progress) in &one.translations {
            let share = format!("{} {}", one.id, percent(progress.translated, progress.texts));
            translated.entry(language).or_default().push(share);
        }
    }
    for (language, count) in written {
        paragraph(out, &format!("  {language:<6}  "), &format!("written: {}", counted(count, "scenario")))?;
    }
    for (language, shares) in translated {
        let text = format!("translated: {} ({})", counted(shares.len(), "scenario"), shares.join(", "));
        paragraph(out, &format!("  {language:<6}  "), &text)?;
    }
    Ok(())
}

fn findings(all: &[Figures], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    let mut table = Table::new(&["Published findings", "scenarios"]);
    for finding in &FINDINGS {
        let count = all.iter().filter(|one| one.any(|told| told.findings.contains(&finding.number))).count();
        table.row(&format!("{:>2}  {}", finding.number, finding.about), [count.to_string()]);
    }
    table.write(out)?;
    writeln!(out)?;
    let widest = all.iter().map(|one| textwrap::core::display_width(&one.id)).max().unwrap_or(0);
    for one in all {
        let numbers: BTreeSet<u8> = one.tellings().flat_map(|told| told.findings.iter().copied()).collect();
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        paragraph(out, &format!("  {:<widest$}  ", one.id), &numbers.join(" "))?;
    }
    paragraph(
        out,
        "",
        "A scenario exercises a finding where what it takes can happen in it or in one of its forms, whatever the conditions on its replies say. `amends stats FILE` names the findings of one.",
    )
}
