//! What to train next: the weakest competency, the decision most worth talking through, the promises, and when to measure again.

use serde::Serialize;

use super::sentences::{self, band_name};
use super::text::{Line, whole, within};
use super::{Desk, Heat, Profile, Wrong};

/// Scenarios a person to plan, whatever the figures at hand say: performance tests elsewhere took ten to fourteen situations.
const PLANNED: std::ops::RangeInclusive<u64> = 10..=14;

/// One piece of advice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Advice {
    /// What to do.
    pub title: String,
    /// Why, and how.
    pub lines: Vec<Line>,
}

pub(super) fn next(desk: &Desk<'_>, profile: &[Profile], heat: &Heat, decisions: &[Wrong]) -> Vec<Advice> {
    let all = [weakest(desk, profile, heat), talk(desk, decisions), promises(desk), Some(again(desk))];
    all.into_iter().flatten().collect()
}

fn weakest(desk: &Desk<'_>, profile: &[Profile], heat: &Heat) -> Option<Advice> {
    let pen = &desk.pen;
    let (weakest, is_clear) = sentences::weakest(desk, profile)?;
    let (at, mean) = (profile.iter().position(|one| one.competency == weakest.competency)?, weakest.mean?);
    let competency = desk.inputs.rubric.competency(&weakest.competency)?;
    let rubric = desk.inputs.words.rubric();
    let (score, band) = (whole(mean), band_name(desk, mean));
    let values =
        [("score", (&score).into()), ("band", (&band).into()), ("anchor", rubric.anchor(competency, 2).into())];
    let mut lines = vec![
        pen.line(if is_clear { "report-next-weakest" } else { "report-next-weakest-alike" }, &values),
        pen.line("report-next-best", &[("anchor", rubric.anchor(competency, 3).into())]),
    ];
    let mut hardest: Vec<(f64, &str)> =
        heat.rows.iter().filter_map(|row| Some((row.cells.get(at)?.score?, row.scenario.as_str()))).collect();
    hardest.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let titles: Vec<String> =
        hardest.iter().take(2).map(|(score, title)| pen.with(&pen.titled(title), &whole(*score))).collect();
    if !titles.is_empty() {
        lines.push(pen.line("report-next-hardest", &[("titles", (&pen.and(&titles)).into())]));
    }
    let title = pen.format("report-next-train", &[("name", (&within(&weakest.name)).into())]);
    Some(Advice { title, lines })
}

fn talk(desk: &Desk<'_>, decisions: &[Wrong]) -> Option<Advice> {
    let first = decisions.first()?;
    let pen = &desk.pen;
    let key = match (first.cue.is_empty(), desk.is_own()) {
        (false, false) => "report-next-talk",
        (false, true) => "report-next-talk-own",
        (true, false) => "report-next-talk-no-cue",
        (true, true) => "report-next-talk-no-cue-own",
    };
    let title = pen.titled(&first.scenario);
    let values = [("title", (&title).into()), ("cue", (&first.cue).into())];
    let title = pen.text(desk.key("report-next-talk-title", "report-next-talk-title-own"));
    Some(Advice { title, lines: vec![pen.line(key, &values)] })
}

fn promises(desk: &Desk<'_>) -> Option<Advice> {
    let failed = desk.behind(|person| {
        let promises = person.promises;
        promises.broken + promises.lapsed + promises.overdue + promises.dateless > 0
    });
    let people = desk.of_people(failed, desk.behind(|_| true)).0;
    desk.may_show(failed).then(|| Advice {
        title: desk.pen.text("report-next-promises-title"),
        lines: vec![
            desk.pen
                .line(desk.key("report-next-promises", "report-next-promises-own"), &[("people", (&people).into())]),
        ],
    })
}

fn again(desk: &Desk<'_>) -> Advice {
    let pen = &desk.pen;
    let mut lines = vec![pen.line("report-next-again", &[])];
    let needed = desk.reliability.and_then(|found| found.needed);
    if let Some(needed) = needed.filter(|_| !desk.is_own()) {
        let plan = needed.clamp(*PLANNED.start(), *PLANNED.end());
        let key = if needed < plan { "report-next-plan-more" } else { "report-next-plan" };
        let (plan, needed) = (pen.grouped(plan), pen.grouped(needed));
        lines.push(pen.line(key, &[("n", (&plan).into()), ("needed", (&needed).into())]));
    }
    Advice { title: pen.text("report-next-again-title"), lines }
}
