//! What is rated: each choice and offer of a decision that scores something, with the words a rater sees and the levels that the
//! author gave.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::filled::Rating;
use crate::customer::{Pace, SmallEvent};
use crate::rubric::Rubric;
use crate::scenario::{
    Beat, BeatId, Channel, Checked, Commit, Move, Phase, PromiseId, Reply, ReplyId, Rules, Says, Scenario, Span, Wait,
};
use crate::session::Card;
use crate::translation::story_order;

/// One reply.
pub struct Item {
    /// Tells nothing about the reply, and changes with its words.
    pub key: String,
    /// The scenario's id, with the form's where it is told in one.
    pub scenario: String,
    /// Where it is given.
    pub beat: BeatId,
    /// Its id there.
    pub reply: ReplyId,
    /// Words and deeds.
    pub text: String,
    /// The key for each competency of the rubric, in its order: the author's effective level, or what an organisation puts in its
    /// place.
    pub levels: Vec<Rating>,
}

/// A decision as a rater sees it.
pub struct Turn {
    /// Its number in the order of the story, from 1.
    pub number: usize,
    /// How the two are in touch, and when.
    pub place: String,
    /// What happens.
    pub scene: String,
    /// What the customer says just before; each variant that can come.
    pub customer: String,
    /// Facts that the customer may have told by now.
    pub known: String,
    /// The replies, in order of their ids.
    pub items: Vec<Item>,
}

/// A conversation as a rater gets it.
pub struct Section {
    /// Its title, with what differs where it is a form.
    pub title: String,
    /// As it is told there.
    pub scenario: Checked,
    /// Its decisions.
    pub turns: Vec<Turn>,
}

/// A scenario, then each form in which some replies are worth something else: only the decisions with such a reply.
pub fn sections(scenario: &Checked, rules: &Rules) -> Vec<Section> {
    let own = Section { title: scenario.title.clone(), scenario: scenario.clone(), turns: turns(scenario, rules) };
    let formed = scenario.forms.iter().filter_map(|(id, form)| {
        let told = scenario.in_form(id).filter(|_| !form.replies.is_empty())?;
        let mut turns = turns(&told, rules);
        // All replies of the decision, so that nobody can tell which are worth something else.
        turns.retain(|turn| turn.items.iter().any(|item| form.replies.keys().any(|path| path.beat == item.beat)));
        Some(Section { title: format!("{} ({})", told.title, form.about), scenario: told, turns })
    });
    std::iter::once(own).chain(formed).collect()
}

/// Every decision of a scenario at which something is scored by the words of a reply, in story order.
fn turns(scenario: &Checked, rules: &Rules) -> Vec<Turn> {
    let told = told_by(scenario);
    let decisions = story_order(scenario).into_iter().filter_map(|id| {
        let beat = scenario.beats.get(id)?;
        let moves = match beat.reply.as_ref()? {
            Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => moves,
            Reply::Paraphrase(_) => return None,
        };
        moves.values().any(|one| !one.shows.is_empty()).then_some((id, beat, moves))
    });
    decisions
        .zip(1..)
        .map(|((id, beat, moves), number)| Turn {
            number,
            place: place(scenario, beat),
            scene: beat.scene.clone().unwrap_or_default(),
            customer: said(beat),
            known: told.get(id).map(|facts| facts.join("; ")).unwrap_or_default(),
            items: moves.iter().map(|(reply, one)| item(scenario, &rules.rubric, id, reply, one)).collect(),
        })
        .collect()
}

fn item(scenario: &Checked, rubric: &Rubric, beat: &BeatId, reply: &ReplyId, one: &Move) -> Item {
    let text = words_and_deeds(scenario, one);
    let mut key = Sha256::new();
    let form = scenario.form().map(ToString::to_string);
    for part in [&scenario.id, form.as_deref().unwrap_or_default(), beat.as_str(), reply.as_str(), &text] {
        key.update(part.as_bytes());
        key.update([0]);
    }
    let key = key.finalize().iter().take(6).fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let level = |id: &str| {
        let written = one.shows.iter().find(|(shown, _)| shown.as_str() == id);
        written.map_or(Rating::NotShown, |(_, written)| Rating::Level(rubric.effective(id, *written, &one.errors)))
    };
    let levels = rubric.competencies.iter().map(|competency| level(&competency.id)).collect();
    let told = form.map(|form| format!(" in the form {form}")).unwrap_or_default();
    Item { key, scenario: format!("{}{told}", scenario.id), beat: beat.clone(), reply: reply.clone(), text, levels }
}

/// For each beat the facts that may have been told there or on a way to it, in order of their ids.
fn told_by(scenario: &Scenario) -> BTreeMap<&BeatId, Vec<&str>> {
    let mut told: BTreeMap<&BeatId, BTreeSet<&str>> = BTreeMap::new();
    let mut open = vec![&scenario.start];
    let mut seen = BTreeSet::from([&scenario.start]);
    while let Some(id) = open.pop() {
        let Some(beat) = scenario.beats.get(id) else { continue };
        let text = |fact| scenario.facts.get(fact).map(|fact| fact.text.as_str());
        let mut here = told.get(id).cloned().unwrap_or_default();
        here.extend(beat.reveals.iter().filter_map(text));
        for next in beat.targets() {
            let there = told.entry(next).or_default();
            let before = there.len();
            there.extend(here.iter().copied());
            let grew = there.len() > before;
            if seen.insert(next) || grew {
                open.push(next);
            }
        }
        told.insert(id, here);
    }
    told.into_iter().map(|(id, facts)| (id, facts.into_iter().collect())).collect()
}

/// The customer's words; of several wordings of one meaning the first.
fn said(beat: &Beat) -> String {
    let variants = beat.says.iter().flat_map(Says::values).filter_map(|spoken| spoken.wordings().first());
    variants.cloned().collect::<Vec<_>>().join("\nor: ")
}

fn place(scenario: &Checked, beat: &Beat) -> String {
    let channel = match scenario.channel(beat) {
        Channel::FaceToFace => "face to face",
        Channel::Phone => "on the phone",
        Channel::Email => "by mail",
        Channel::Chat => "by chat",
        Channel::Social => "in public posts",
    };
    let phase = match scenario.phase(beat) {
        Phase::Before => "before the service",
        Phase::During => "during the service",
        Phase::After => "after the service",
    };
    let later = beat.after.map(|after| format!(", {} later", span(after))).unwrap_or_default();
    format!("{channel}, {phase}{later}")
}

/// The words as they are said, then what is done beside them, a line each. What the author thinks of it is left out.
fn words_and_deeds(scenario: &Scenario, one: &Move) -> String {
    let mut lines = vec![one.line()];
    let promise = |id: &PromiseId| scenario.promises.get(id);
    let made = one.promise.as_ref().and_then(promise).map(Card::of_promise);
    if made.is_some() || one.what.is_some() {
        let card = made.unwrap_or_default();
        let what = one.what.clone().unwrap_or(card.what);
        let who = card.who.unwrap_or_else(|| "nobody named".into());
        let when = card.when.unwrap_or_else(|| "no date".into());
        lines.push(format!("Promise: {what} · {who} · {when}"));
    }
    for (becomes, id) in [
        ("Keeps the promise", &one.keeps),
        ("Moves the promise to a new date", &one.renegotiates),
        ("Does not keep the promise", &one.breaks),
    ] {
        if let Some(promise) = id.as_ref().and_then(promise) {
            lines.push(format!("{becomes}: {}", promise.what));
        }
    }
    lines.extend(one.does.iter().filter_map(|event| deed(*event)).map(str::to_owned));
    if one.fixes > 0 {
        lines.push(format!("Makes good about {} % of what was lost.", one.fixes / 10));
    }
    if let Some(percent) = one.pays {
        lines.push(format!("Pays {percent} % of the price on top."));
    }
    lines.extend(one.waits.map(waits));
    lines.extend(one.pace.map(|pace| {
        match pace {
            Pace::Fast => "This is done quickly.",
            Pace::Slow => "This takes a while.",
        }
        .to_owned()
    }));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// A deed that the words need not tell; what the words themselves are is for the rater to find.
fn deed(event: SmallEvent) -> Option<&'static str> {
    match event {
        SmallEvent::Explanation | SmallEvent::ReAsk | SmallEvent::Jargon => None,
        SmallEvent::OfferChoice => Some("The customer can choose."),
        SmallEvent::InterimSolution => Some("Something that helps for now is done."),
        SmallEvent::ProgressUpdate => Some("The customer is told how things stand."),
        SmallEvent::PreventionTip => Some("The customer gets advice for the next time."),
        SmallEvent::ProcessChanged => Some("Something is changed in how we work."),
        SmallEvent::CheckBack => Some("The customer is asked whether it worked."),
        SmallEvent::ColdTransfer => Some("The customer is passed on, and the story is not."),
        SmallEvent::WarmTransfer => Some("The customer is passed on together with the story."),
        SmallEvent::ForcedSwitch => Some("The customer has to use another channel."),
        SmallEvent::SurveyOrUpsell => Some("The customer gets a survey or an offer to buy."),
    }
}

fn waits(wait: Wait) -> String {
    let told = if wait.explained { ", and is told how long and why" } else { "" };
    format!("The customer waits {}{told}.", span(wait.time))
}

fn span(span: Span) -> String {
    let counted = |count: u32, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    match span {
        Span::Seconds(count) => counted(count, "second"),
        Span::Minutes(count) => counted(count, "minute"),
        Span::Hours(count) => counted(count, "hour"),
        Span::Days(count) => counted(count, "day"),
    }
}
