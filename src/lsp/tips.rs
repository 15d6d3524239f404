//! What the editor says about a name, a level or a field: for hovering, and beside what it offers.

use std::collections::BTreeSet;

use lsp_types::{MarkupContent, MarkupKind};

use super::grammar::{Grammar, Known};
use super::names::{Kind, Name, View};
use crate::rubric::{Competency, Rubric};
use crate::scenario::Rules;

/// How many ways that lead to a beat are told.
const WAYS_TOLD: usize = 12;
/// How many letters of what somebody says are enough to recognise it.
const FIRST_WORDS: usize = 80;

/// A heading and some sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// What it is about.
    pub title: String,
    /// What there is to say, a paragraph each.
    pub lines: Vec<String>,
}

impl Tip {
    fn new(title: impl Into<String>, lines: impl IntoIterator<Item = String>) -> Self {
        Self { title: title.into(), lines: lines.into_iter().filter(|line| !line.is_empty()).collect() }
    }

    /// The tip as the editor shows it.
    pub fn content(&self, markdown: bool) -> MarkupContent {
        if markdown {
            let lines: Vec<String> = self.lines.iter().map(|line| escaped(line)).collect();
            let value = format!("**{}**\n\n{}", escaped(&self.title), lines.join("\n\n"));
            MarkupContent { kind: MarkupKind::Markdown, value }
        } else {
            MarkupContent { kind: MarkupKind::PlainText, value: format!("{}\n\n{}", self.title, self.lines.join("\n")) }
        }
    }
}

/// A text in which nothing is taken for Markdown: what an author writes is shown as it is written.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => {
                if letter.is_ascii_punctuation() {
                    escaped.push('\\');
                }
                escaped.push(letter);
            }
        }
    }
    escaped
}

/// The beginning of what somebody says, on one line.
pub fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.replace("\\\"", "\"").chars().filter(|letter| !letter.is_control()).collect();
    match line.char_indices().nth(FIRST_WORDS) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// What a beat, reply, fact or promise says, given the node of what it holds.
pub fn words_of(view: View<'_>, kind: Kind, node: usize) -> String {
    let field = |label| view.words_under(node, label).map(first_words);
    match kind {
        Kind::Beat => field("says").or_else(|| field("scene")),
        Kind::Reply => field("say").or_else(|| field("act")).or_else(|| field("what")),
        Kind::Fact => field("text"),
        Kind::Promise => field("what"),
        Kind::Competency | Kind::Skill | Kind::Mistake | Kind::Persona | Kind::Event => None,
    }
    .unwrap_or_default()
}

/// The ids of one kind that a scenario gives, with the node each names, in the order of the file.
pub fn given(view: View<'_>, kind: Kind) -> impl Iterator<Item = (&str, usize)> {
    let nodes = view.outline.nodes.iter().enumerate().skip(1);
    nodes
        .filter(move |(_, node)| view.kind_of_keys(node.parent) == Some(kind))
        .filter_map(move |(at, node)| Some((view.said(node.label)?, at)))
}

/// What a name stands for; nothing where nothing is called so.
pub fn of_name(view: View<'_>, rules: &Rules, grammar: &Grammar, name: &Name<'_>) -> Option<Tip> {
    let id = name.id;
    let rubric = &rules.rubric;
    match name.kind {
        Kind::Beat | Kind::Reply | Kind::Fact | Kind::Promise => of_own(view, name),
        Kind::Competency => rubric.competency(id).map(of_competency(rubric)),
        Kind::Skill => rubric.skill(id).map(|skill| {
            let belongs =
                rubric.competency(&skill.competency).map_or(skill.competency.as_str(), |one| one.name.as_str());
            Tip::new(
                format!("{id} · {}", skill.name),
                [format!("A sub-skill of {belongs}; it counts {}.", times(skill.weight))],
            )
        }),
        Kind::Mistake => rubric.error(id).map(|mistake| {
            let cap = |(competency, level): (&String, &u8)| {
                let name = rubric.competency(competency).map_or(competency.as_str(), |one| one.name.as_str());
                format!("{name} reaches {level} ({}) at most.", rubric.levels.at(*level))
            };
            let quiet =
                mistake.scoring_only.then(|| "Only the score is capped: the customer cannot tell yet.".to_owned());
            Tip::new(format!("{id} · {}", mistake.name), mistake.caps.iter().map(cap).chain(quiet))
        }),
        Kind::Persona => rules.personas.get(id).map(|persona| Tip::new(&persona.name, [persona.description.clone()])),
        Kind::Event => grammar.event_doc(id).map(|doc| Tip::new(id, [doc.to_owned()])),
    }
}

fn times(weight: u8) -> String {
    match weight {
        1 => "once".into(),
        2 => "twice".into(),
        more => format!("{more} times"),
    }
}

fn of_competency(rubric: &Rubric) -> impl Fn(&Competency) -> Tip {
    |competency| {
        let level = |level| format!("{level} · {}: {}", rubric.levels.at(level), competency.anchors.at(level));
        Tip::new(&competency.name, std::iter::once(competency.definition.clone()).chain((0..=3).map(level)))
    }
}

/// What a level means for a competency: the anchor that the words must meet.
pub fn of_level(rubric: &Rubric, competency: &str, level: u8) -> Option<Tip> {
    let competency = rubric.competency(competency).filter(|_| level <= crate::rubric::TOP_LEVEL)?;
    let title = format!("{} {level} · {}", competency.name, rubric.levels.at(level));
    Some(Tip::new(title, [competency.anchors.at(level).to_owned()]))
}

/// What a field or a word means.
pub fn of_known(known: Known<'_>) -> Option<Tip> {
    (!known.doc.is_empty()).then(|| Tip::new(known.word, [known.doc.replace('\n', " ")]))
}

fn of_own(view: View<'_>, name: &Name<'_>) -> Option<Tip> {
    let node = given(view, name.kind).find(|(id, node)| {
        *id == name.id && (name.kind != Kind::Reply || view.id_of(view.beat_around(*node)) == name.beat)
    });
    let (_, node) = node?;
    let words = words_of(view, name.kind, node);
    let id = name.id;
    Some(match name.kind {
        Kind::Beat => Tip::new(format!("beat {id}"), [words, ways_to(view, id)]),
        Kind::Reply => {
            let shown: Vec<String> = levels(view, node);
            let shown = if shown.is_empty() { String::new() } else { format!("Shows {}.", shown.join(", ")) };
            Tip::new(format!("reply {}/{id}", name.beat.unwrap_or_default()), [words, shown])
        }
        Kind::Fact => Tip::new(format!("fact {id}"), [words]),
        _ => {
            let owner = view.words_under(node, "owner").map(|owner| format!("Owner: {}.", first_words(owner)));
            let when = view.words_under(node, "when").map(|when| format!("By: {}.", first_words(when)));
            Tip::new(format!("promise {id}"), [Some(words), owner, when].into_iter().flatten())
        }
    })
}

/// The levels a reply shows, such as `apology 2`.
fn levels(view: View<'_>, reply: usize) -> Vec<String> {
    let shows = view
        .outline
        .nodes
        .iter()
        .enumerate()
        .find(|(_, node)| node.parent == reply && view.said(node.label) == Some("shows"));
    let Some((shows, _)) = shows else { return Vec::new() };
    let inside = view.outline.words.iter().filter(|word| word.node == shows && word.label.is_some());
    inside
        .filter_map(|word| Some(format!("{} {}", view.said(word.label)?, view.text.get(word.span.clone())?)))
        .collect()
}

/// Which replies and beats lead to a beat.
fn ways_to(view: View<'_>, beat: &str) -> String {
    let leads = |name: &Name<'_>| {
        let word = view.outline.words.get(name.word)?;
        if name.kind != Kind::Beat
            || name.id != beat
            || name.defines
            || view.owner(word.node, word.label) == Some("Chose")
        {
            return None;
        }
        Some(match (view.id_of(view.beat_around(word.node)), view.id_of(view.reply_around(word.node))) {
            (Some(from), Some(reply)) => format!("{from}/{reply}"),
            (Some(from), None) => from.to_owned(),
            (None, _) => "the start".to_owned(),
        })
    };
    let ways: BTreeSet<String> = view.names().iter().filter_map(leads).collect();
    let told = ways.iter().take(WAYS_TOLD).cloned().collect::<Vec<_>>().join(", ");
    match ways.len() {
        0 => "Nothing leads here.".to_owned(),
        all if all > WAYS_TOLD => format!("Led to by {told} and {} more.", all - WAYS_TOLD),
        _ => format!("Led to by {told}."),
    }
}
