//! What the figures of a panel come to, in tables and sentences: the terminal and the page write the same.

use std::io::{self, Write};

use serde::Serialize;

use super::look::{Divided, Look, On};
use super::{Agreement, Figure, KEY, Pair, Rater, Together};
use crate::cli::table::Table;
use crate::cli::terminal::{counted, counted_as, paragraph};
use crate::measurement::{Interval, Refused};

/// So many replies are told in a terminal without being asked for.
pub const MOST: usize = 10;
/// Where there is no figure.
const NONE: &str = "–";

/// The headings over two who are compared, after that of the names.
pub const LEANING: [&str; 7] = ["both", "same", "±1", "kappa", "95 %", "lean", "95 %"];

/// All that people are shown.
#[derive(Debug, Serialize)]
pub struct View {
    /// Who rated what.
    pub lead: String,
    /// What was left out, and what could not be understood.
    pub notes: Vec<String>,
    /// What to do.
    pub advice: Vec<String>,
    /// The figures.
    pub parts: Vec<Part>,
    /// Which replies need another look.
    pub heading: String,
    /// Whose ratings do not count there, if anybody's.
    pub aside: Option<String>,
    /// These.
    pub replies: Vec<Reply>,
    /// How many more differ.
    pub hidden: usize,
    /// What the figures do not say.
    pub unsaid: Vec<String>,
}

/// A table with what it means.
#[derive(Debug, Serialize)]
pub struct Part {
    /// What it is about, over the names too.
    pub title: &'static str,
    /// The headings of its columns, the first over the names.
    pub head: Vec<String>,
    /// Its rows, the name first.
    pub rows: Vec<Vec<String>>,
    /// How to read it.
    pub about: &'static str,
}

/// A reply.
#[derive(Debug, Serialize)]
pub struct Reply {
    /// Where it is found.
    pub place: String,
    /// Words and deeds.
    pub text: String,
    /// What was said of it, for each competency.
    pub on: Vec<Told>,
    /// What raters wrote beside it.
    pub remarks: Vec<String>,
}

/// What was said of one competency.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The ratings.
    pub ratings: String,
    /// What to do.
    pub look: Option<String>,
    /// The anchors of the levels given.
    pub anchors: Vec<String>,
}

/// Puts an agreement into words, with at most so many replies that need another look; `all` for every reply on which anybody differs.
pub fn view(agreement: &Agreement, most: usize, all: bool) -> View {
    let needs = |one: &&Divided| one.on.iter().any(|on| on.look != Look::Near);
    let needing = agreement.divided.iter().filter(needs).count();
    let shown: Vec<&Divided> = if all {
        agreement.divided.iter().collect()
    } else {
        agreement.divided.iter().filter(needs).take(most).collect()
    };
    let mut advice: Vec<String> = agreement.advice.iter().map(super::Advice::told).collect();
    if advice.is_empty() {
        advice
            .push("Nothing in these sheets asks for a change of the key, the words, the anchors or the raters.".into());
    }
    let parts = [
        with_key(agreement),
        by_competency(agreement),
        levels(agreement),
        with_each_other(agreement),
        together(agreement),
        shown_at_all(agreement),
    ];
    View {
        lead: format!(
            "{}, {} in {}.",
            counted(agreement.raters.len(), "rater"),
            counted_as(agreement.replies, "reply", "replies"),
            counted(agreement.turns, "decision"),
        ),
        notes: agreement.notes.clone(),
        advice,
        parts: parts.into_iter().filter(|part| !part.rows.is_empty()).collect(),
        heading: match (agreement.divided.len(), needing) {
            (0, _) => "Nobody differs on any reply.".into(),
            (differ, 0) => format!("No reply needs another look; on {differ} somebody differs by a level."),
            (differ, needing) => format!(
                "{} another look, of {differ} on which anybody differs. First those that divide the raters or contradict the key most.",
                counted_as(needing, "reply needs", "replies need")
            ),
        },
        aside: (!agreement.set_aside.is_empty()).then(|| {
            format!(
                "What {} gave is shown there, and does not count until it has been talked over.",
                agreement.set_aside.join(", ")
            )
        }),
        hidden: agreement.divided.len() - shown.len(),
        replies: shown.into_iter().map(|one| reply(one, agreement, all)).collect(),
        unsaid: unsaid(agreement),
    }
}

fn part(title: &'static str, head: &[&str], rows: impl Iterator<Item = Vec<String>>, about: &'static str) -> Part {
    let head = std::iter::once(&title).chain(head).map(|&text| text.to_owned()).collect();
    Part { title, head, rows: rows.collect(), about }
}

fn with_key(agreement: &Agreement) -> Part {
    part(
        "With the key",
        &LEANING,
        agreement.raters.iter().map(|rater| leaning(&rater.name, &rater.with_key)),
        "Both: ratings with a level from both. ±1: at most one level apart. Kappa, with quadratic weights, is 1 for full agreement and 0 for what chance would give. Lean: how many levels above the key on average; below it for stricter.",
    )
}

fn with_each_other(agreement: &Agreement) -> Part {
    let row = |pair: &Pair| cells(&format!("{} · {}", pair.first, pair.second), pair);
    part(
        "With each other",
        &["both", "same", "±1", "kappa", "95 %"],
        agreement.pairs.iter().map(row),
        "Over all competencies. Intervals draw whole decisions: replies of one decision are rated beside each other.",
    )
}

/// A row under [`LEANING`].
pub fn leaning(name: &str, pair: &Pair) -> Vec<String> {
    let lean = pair.lean.value.map_or_else(|| NONE.into(), signed);
    [cells(name, pair), vec![lean, between(pair.lean.interval, signed)]].concat()
}

fn cells(name: &str, pair: &Pair) -> Vec<String> {
    let Pair { levelled, same, adjacent, kappa, .. } = pair;
    let kappa_told = kappa.value.map_or_else(|| NONE.into(), plain);
    vec![
        name.to_owned(),
        levelled.to_string(),
        share(*same, *levelled),
        share(*adjacent, *levelled),
        kappa_told,
        between(kappa.interval, plain),
    ]
}

fn by_competency(agreement: &Agreement) -> Part {
    let names = agreement.raters.first().map(|rater| rater.with_key.competencies.iter());
    let names: Vec<&str> = names.into_iter().flatten().map(|one| one.name.as_str()).collect();
    let row = |rater: &Rater| {
        let kappas = rater.with_key.competencies.iter();
        let kappas = kappas.map(|one| one.kappa.map_or_else(|| NONE.into(), |kappa| plain(kappa.kappa)));
        std::iter::once(rater.name.clone()).chain(kappas).collect()
    };
    part("Kappa", &names, agreement.raters.iter().map(row), "With the key, in each competency.")
}

fn levels(agreement: &Agreement) -> Part {
    let row = |rater: &Rater| {
        let counts = rater.levels.iter().chain([&rater.not_shown]).map(ToString::to_string);
        [rater.name.clone(), rater.rated.to_string()].into_iter().chain(counts).collect()
    };
    part(
        "Given",
        &["replies", "0", "1", "2", "3", "NA"],
        agreement.raters.iter().map(row),
        "How many replies each rated, and how often each level was given.",
    )
}

fn together(agreement: &Agreement) -> Part {
    let icc = |one: Option<crate::measurement::raters::Intraclass>| {
        let value = one.map_or_else(|| NONE.into(), |icc| plain(icc.value));
        [value, between(one.map(|icc| icc.interval), plain)]
    };
    let row = |one: &Together| {
        let alpha = one.alpha.map_or_else(|| NONE.into(), plain);
        [&[one.name.clone(), one.levelled.to_string()][..], &icc(one.one), &icc(one.mean), &[alpha]].concat()
    };
    part(
        "Together",
        &["all", "one rater", "95 %", "their mean", "95 %", "alpha"],
        agreement.together.iter().filter(|_| agreement.raters.len() > 1).map(row),
        "All: ratings with a level from everybody. One rater: how far one could stand for others, ICC(2,1). Their mean: the same of the mean of so many, ICC(2,k). Alpha: Krippendorff's, over every reply that two rated. The last line leaves out whoever is named above, if anybody is.",
    )
}

fn shown_at_all(agreement: &Agreement) -> Part {
    let row =
        |one: &Together| vec![one.name.clone(), one.rated.to_string(), one.shown.map_or_else(|| NONE.into(), plain)];
    part(
        "Shown at all",
        &["rated by all", "kappa"],
        agreement.together.iter().filter(|one| one.id.is_some() && agreement.raters.len() > 1).map(row),
        "Whether raters agree that a reply shows the competency at all: kappa of Fleiss.",
    )
}

fn reply(one: &Divided, agreement: &Agreement, all: bool) -> Reply {
    let told = one.on.iter().filter(|on| all || on.look != Look::Near);
    Reply {
        place: format!("{}, {}/{}", one.scenario, one.beat, one.reply),
        text: one.text.clone(),
        on: told.map(|on| told_on(on, agreement)).collect(),
        remarks: one.remarks.iter().map(|remark| format!("{}: “{}”", remark.rater, remark.text)).collect(),
    }
}

fn told_on(on: &On, agreement: &Agreement) -> Told {
    let given: Vec<String> = on.given.iter().map(|given| format!("{} {}", given.rater, given.rating)).collect();
    let name = |rater: usize| agreement.raters.get(rater).map(|rater| rater.name.as_str()).unwrap_or_default();
    let look = match &on.look {
        Look::Key => Some("The raters agree with each other: revise the key.".to_owned()),
        Look::Rater(rater) => {
            let name = name(*rater);
            Some(format!("{name} stands alone: ask {name} what they saw."))
        }
        Look::Words if on.given.len() == 1 => {
            Some("Rater and key read it differently: let a third person read it.".into())
        }
        Look::Words => Some("It reads in two ways: revise the words.".into()),
        Look::Shown => Some("Raters do not agree whether it is shown: say in the definition what counts.".into()),
        Look::Near => None,
    };
    Told {
        ratings: format!("{}: {KEY} {}; {}.", on.name, on.key, given.join(", ")),
        look,
        anchors: on.anchors.iter().map(|anchor| format!("{} {}", anchor.level, anchor.text)).collect(),
    }
}

/// What cannot be said, and what the figures do not mean.
fn unsaid(agreement: &Agreement) -> Vec<String> {
    let mut told = Vec::new();
    match agreement.raters.len() {
        0 | 1 => told.push(
            "One rater tells how far one person agrees with the key. How far raters agree with each other takes two."
                .into(),
        ),
        2 => told.push("Two raters say little about raters in general; five say much more.".into()),
        _ => {}
    }
    let pairs = || agreement.raters.iter().map(|rater| &rater.with_key).chain(&agreement.pairs);
    let figures = pairs().flat_map(|pair| [&pair.kappa, &pair.lean]);
    let few = figures.filter_map(|figure: &Figure| figure.refused).find_map(too_few);
    told.extend(few.map(|(have, need)| {
        format!(
            "Some figures have no interval: what is compared comes from {}, and an interval takes {need}.",
            counted(have, "decision")
        )
    }));
    let few = agreement.together.iter().filter_map(|one| one.refused).filter_map(too_few).min();
    if let Some((have, need)) = few.filter(|_| agreement.raters.len() > 1) {
        told.push(format!("Where fewer than {need} ratings have a level from everybody (here {have}), nothing is said of all raters together."));
    }
    if pairs().any(|pair| pair.kappa.refused == Some(Refused::NoVariance)) {
        told.push(
            "Where two agree in full, or only ever gave one level, there is no interval: it would say nothing.".into(),
        );
    }
    told.push(
        "Raters who agree may be wrong together. Say beside these figures who they are, and what they knew.".into(),
    );
    told
}

fn too_few(refused: Refused) -> Option<(usize, usize)> {
    match refused {
        Refused::TooFew { have, need } if have > 0 => Some((have, need)),
        _ => None,
    }
}

fn share(part: usize, whole: usize) -> String {
    (100 * part + whole / 2).checked_div(whole).map_or_else(|| NONE.to_owned(), |share| format!("{share} %"))
}

fn plain(value: f64) -> String {
    // No minus before a zero.
    let value = if value.abs() < 0.005 { 0.0 } else { value };
    format!("{value:.2}").replace('-', "−")
}

fn signed(value: f64) -> String {
    if value >= 0.005 { format!("+{}", plain(value)) } else { plain(value) }
}

fn between(interval: Option<Interval>, told: impl Fn(f64) -> String) -> String {
    interval.map_or_else(|| NONE.to_owned(), |ends| format!("{} to {}", told(ends.lower), told(ends.upper)))
}

/// Writes it for a terminal.
///
/// # Errors
/// Where it cannot be written.
pub fn write(view: &View, out: &mut dyn Write) -> io::Result<()> {
    paragraph(out, "", &view.lead)?;
    for note in &view.notes {
        paragraph(out, "", note)?;
    }
    writeln!(out)?;
    paragraph(out, "", "What to do")?;
    for advice in &view.advice {
        paragraph(out, "- ", advice)?;
    }
    for part in &view.parts {
        writeln!(out)?;
        let head: Vec<&str> = part.head.iter().map(String::as_str).collect();
        rows(&head, &part.rows, out)?;
        paragraph(out, "", part.about)?;
    }
    writeln!(out)?;
    paragraph(out, "", &view.heading)?;
    view.aside.iter().try_for_each(|aside| paragraph(out, "", aside))?;
    for reply in &view.replies {
        write_reply(reply, out)?;
    }
    writeln!(out)?;
    if view.hidden > 0 {
        paragraph(out, "", &format!("`--all` lists the other {} too.", view.hidden))?;
    }
    view.unsaid.iter().try_for_each(|sentence| paragraph(out, "", sentence))
}

/// Writes a table.
///
/// # Errors
/// Where it cannot be written.
pub fn rows(head: &[&str], rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(head);
    for (name, cells) in rows.iter().filter_map(|row| row.split_first()) {
        table.row(name, cells.iter().cloned());
    }
    table.write(out)
}

fn write_reply(reply: &Reply, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    paragraph(out, "  ", &reply.place)?;
    for line in reply.text.lines() {
        paragraph(out, "    ", line)?;
    }
    for on in &reply.on {
        paragraph(out, "    ", &on.ratings)?;
        on.look.iter().try_for_each(|look| paragraph(out, "      ", look))?;
        on.anchors.iter().try_for_each(|anchor| paragraph(out, "      ", anchor))?;
    }
    reply.remarks.iter().try_for_each(|remark| paragraph(out, "    ", remark))
}
