//! The decisions as questions: how much is earned, whether those who do well elsewhere do well here, what is chosen and what nobody believes.
//! For whoever writes the scenarios.

use serde::Serialize;

use super::Desk;
use super::decisions::{Met, cue, met, title};
use super::figures::{FEWEST_DRAWN, PLAN, count};
use super::shown::{Behind, FEWEST};
use super::text::{Line, short};
use crate::measurement::items::{Flag, OptionFigures, Standing, flags};
use crate::measurement::privacy::Shown;
use crate::measurement::reliability::{alpha, feldt, omega_interval, omega_total};
use crate::measurement::summary::Comoments;
use crate::report::summary::{Form, SILENCE, SUMMED_UP, real};
use crate::scenario::{BeatId, Commit, Reply, ReplyId};
use crate::session::Session;

/// Most decisions that are told.
const MOST: usize = 10;
/// A share under this is called unbelieved; it is told where as few people as that may be told of.
const UNBELIEVED: f64 = 0.05;

/// What the decisions are worth as questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Items {
    /// How to read them.
    pub lines: Vec<Line>,
    /// The decisions with something to look at, those with most of it first.
    pub rows: Vec<Item>,
    /// How far the totals of scenarios can be depended on.
    pub forms: Vec<Common>,
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// The scenario.
    pub scenario: String,
    /// What the customer had said, or what had happened.
    pub cue: String,
    /// People who met it.
    pub people: u64,
    /// Share of the points earned, in words.
    pub difficulty: String,
    /// The correlation with the rest of the conversation, in words.
    pub rest: String,
    /// What was chosen, the most chosen first.
    pub options: Vec<Chosen>,
    /// What to look at.
    pub flags: Vec<String>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chosen {
    /// The line.
    pub said: String,
    /// Share of people, in words.
    pub share: String,
    /// Whether so few chose it that nobody seems to believe it.
    pub unbelieved: bool,
}

/// The decisions of one scenario that everybody met.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Common {
    /// The scenario.
    pub scenario: String,
    /// Alpha and omega with their interval, or why there are none.
    pub line: Line,
}

impl Item {
    /// Whether there is something to look at.
    fn is_odd(&self) -> bool {
        !self.flags.is_empty() || self.options.iter().any(|option| option.unbelieved)
    }
}

/// An option with how many chose it.
struct Offered<'a> {
    id: &'a str,
    shown: Shown,
}

pub(super) fn items(desk: &Desk<'_>) -> Items {
    if desk.is_own() {
        return Items::default();
    }
    let all: Vec<Met<'_>> = met(desk).filter(|met| met.is_told && met.own.people >= FEWEST_DRAWN as u64).collect();
    if all.is_empty() {
        let line = desk.pen.line("report-items-few", &[("n", FEWEST_DRAWN.into())]);
        return Items { lines: vec![line], ..Items::default() };
    }
    let mut rows: Vec<Item> = all.iter().filter_map(|met| item(desk, met)).filter(Item::is_odd).collect();
    let odd = |item: &Item| (item.flags.len(), item.options.iter().filter(|option| option.unbelieved).count());
    rows.sort_by(|one, other| odd(other).cmp(&odd(one)).then_with(|| one.scenario.cmp(&other.scenario)));
    let (odd, all) = (desk.pen.grouped(rows.len() as u64), desk.pen.grouped(all.len() as u64));
    let values = [("n", rows.len().into()), ("odd", (&odd).into()), ("all", (&all).into()), ("most", MOST.into())];
    let lines = vec![desk.pen.line("report-items-note", &[]), desk.pen.line("report-items-odd", &values)];
    rows.truncate(MOST);
    Items { lines, rows, forms: forms(desk) }
}

fn item(desk: &Desk<'_>, met: &Met<'_>) -> Option<Item> {
    let (scenario, _, beat) = met.id;
    let (_, hash, form) = &met.own.version;
    let session = desk.inputs.sessions.session(hash, form.as_ref())?;
    let options = options(met, &session, beat);
    let difficulty = met.own.points.share()? / 100.0;
    let standing = Standing::of(count(met.own.rest.count()));
    let rest = met.own.rest.correlation().ok().filter(|_| standing > Standing::TooFew);
    let found = flags(difficulty, rest, &figures(met, &options), &vec![true; options.len()]);
    let unbelieved: Vec<usize> = found
        .iter()
        .filter_map(|flag| match flag {
            Flag::Unbelieved { option } => Some(*option),
            _ => None,
        })
        .collect();
    let chosen = |(at, one): (usize, &Offered<'_>)| Chosen {
        said: said(desk, &session, beat, one.id),
        share: share(desk, met, one.shown),
        unbelieved: unbelieved.contains(&at) && may_tell(met, one),
    };
    Some(Item {
        scenario: title(desk, scenario),
        cue: cue(desk, &session, beat)?,
        people: met.own.people,
        difficulty: desk.pen.percent(difficulty * 100.0),
        rest: rest.map_or_else(|| desk.pen.text("report-item-no-rest"), |rest| correlation(desk, rest, standing)),
        flags: found.iter().filter_map(|flag| told(*flag, standing)).map(|key| desk.pen.text(key)).collect(),
        options: options.iter().enumerate().map(chosen).collect(),
    })
}

/// Whether it may be told that almost nobody chose it: where as few as that are held back, only of a crowd.
fn may_tell(met: &Met<'_>, option: &Offered<'_>) -> bool {
    matches!(option.shown, Shown::Count(_)) || real(met.own.people) * UNBELIEVED >= real(FEWEST)
}

/// The options of a decision, also those that nobody chose, the most chosen first.
fn options<'a>(met: &Met<'a>, session: &'a Session, beat: &BeatId) -> Vec<Offered<'a>> {
    let columns = met.shown.as_ref().map(|shown| shown.column_totals.clone()).unwrap_or_default();
    let given = met.replies.iter().zip(columns).map(|((id, _), shown)| Offered { id, shown });
    let mut options: Vec<Offered<'a>> = given.collect();
    if let Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) =
        session.scenario().beats.get(beat).and_then(|beat| beat.reply.as_ref())
    {
        let unchosen = moves.keys().map(ReplyId::as_str).filter(|id| met.replies.iter().all(|(given, _)| given != id));
        options.extend(unchosen.map(|id| Offered { id, shown: Shown::Count(0) }));
    }
    options.sort_by_key(|option| match option.shown {
        Shown::Count(count) => (std::cmp::Reverse(count), option.id),
        Shown::Held => (std::cmp::Reverse(1), option.id),
        Shown::Few => (std::cmp::Reverse(0), option.id),
    });
    options
}

/// As `measurement` asks for them; what single options say of the able is not kept.
fn figures(met: &Met<'_>, options: &[Offered<'_>]) -> Vec<OptionFigures> {
    let people = |id: &str| met.own.given.get(id).map_or(0, |reply| reply.people);
    options
        .iter()
        .map(|option| OptionFigures {
            count: count(people(option.id)),
            share: real(people(option.id)) / real(met.own.people.max(1)),
            mean_total: None,
            mean_rest: None,
            rest_correlation: None,
            total_correlation: None,
        })
        .collect()
}

fn share(desk: &Desk<'_>, met: &Met<'_>, shown: Shown) -> String {
    match shown {
        Shown::Count(count) => desk.pen.percent(100.0 * real(count as u64) / real(met.own.people.max(1))),
        Shown::Few => desk.pen.text("report-option-few"),
        Shown::Held => desk.pen.text("report-held"),
    }
}

fn said(desk: &Desk<'_>, session: &Session, beat: &BeatId, id: &str) -> String {
    match id {
        SILENCE => desk.pen.text("report-option-silence"),
        SUMMED_UP => desk.pen.text("report-option-summed-up"),
        reply => {
            let line = session.reply(beat, &ReplyId::from(reply)).map(|one| short(&one.line()));
            desk.pen.quoted(&line.unwrap_or_default())
        }
    }
}

fn correlation(desk: &Desk<'_>, value: f64, standing: Standing) -> String {
    let value = desk.pen.fraction(value);
    match standing {
        Standing::Firm => value,
        _ => desk.pen.format("report-provisional", &[("value", (&value).into())]),
    }
}

/// The key of what is to be looked at; options have theirs beside them, and what single ones say of the able is not kept.
fn told(flag: Flag, standing: Standing) -> Option<&'static str> {
    match flag {
        Flag::TooHard => Some("report-flag-hard"),
        Flag::TooEasy => Some("report-flag-easy"),
        Flag::Weak => Some("report-flag-weak"),
        Flag::Low => Some("report-flag-low"),
        Flag::Negative if standing == Standing::Firm => Some("report-flag-negative"),
        Flag::Negative => Some("report-flag-negative-provisional"),
        Flag::Unbelieved { .. } | Flag::DrawsTheAble { .. } => None,
    }
}

fn forms(desk: &Desk<'_>) -> Vec<Common> {
    let of_everybody = |id: &(String, String)| desk.inputs.everybody.forms.get(id).map_or(0, |form| form.people);
    let may_show =
        |(id, form): &(&(String, String), &Form)| desk.may_show(Behind { own: form.people, all: of_everybody(id) });
    let told = desk.own.forms.iter().filter(may_show);
    told.map(|((scenario, shape), form)| {
        let decision = |beat: &BeatId| desk.own.decisions.get(&(scenario.clone(), shape.clone(), beat.clone()));
        let line = if form.people < FEWEST_DRAWN as u64 {
            desk.pen.line("report-form-few", &[("n", FEWEST_DRAWN.into())])
        } else {
            form.common(decision)
                .map_or_else(|| desk.pen.line("report-form-different", &[]), |common| dependable(desk, &common))
        };
        Common { scenario: title(desk, scenario), line }
    })
    .collect()
}

/// Alpha and omega with their intervals.
fn dependable(desk: &Desk<'_>, common: &Comoments) -> Line {
    let (pen, decisions) = (&desk.pen, common.means().len());
    let found = alpha(common).and_then(|alpha| Ok((alpha, feldt(alpha, common.count(), decisions, PLAN.confidence)?)));
    let Ok((alpha, interval)) = found else { return pen.line("report-form-alike", &[]) };
    let alpha = pen.with(&pen.fraction(alpha), &pen.fractions(interval));
    let people = pen.counted("report-people", common.count() as u64);
    let values = [("alpha", (&alpha).into()), ("n", decisions.into()), ("people", (&people).into())];
    match omega_total(common) {
        Ok(omega) => {
            let total = pen.fraction(omega.total);
            // Close to 0 or 1 there is none.
            let interval = omega_interval(common, &omega, PLAN.confidence).ok();
            let omega = interval.map_or(total.clone(), |interval| pen.with(&total, &pen.fractions(interval)));
            pen.line("report-form", &[&values[..], &[("omega", (&omega).into())]].concat())
        }
        Err(_) => pen.line("report-form-no-omega", &values),
    }
}
