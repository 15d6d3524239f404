//! What to do first: at most one thing to train, one decision to talk through and one thing to mend, each leading to where the page says
//! more. It stands beside the sentences at the top, for readers who come no further.

use super::sentences::weakest;
use super::text::{Line, within};
use super::{Bar, Desk, Profile, Voice, Wrong};

/// What to do first, in the order of the page; where nothing is clear enough to act on, that more has to be known.
pub(super) fn first(desk: &Desk<'_>, profile: &[Profile], decisions: &[Wrong], voice: &Voice) -> Vec<Line> {
    let found: Vec<Line> =
        [train(desk, profile), talk(desk, decisions), mend(desk, voice)].into_iter().flatten().collect();
    if found.is_empty() { vec![desk.pen.line("report-first-more", &[])] } else { found }
}

/// The weakest competency, where it is one: what chance alone could have put last is no reason to train it first.
fn train(desk: &Desk<'_>, profile: &[Profile]) -> Option<Line> {
    let (worst, _) = weakest(desk, profile).filter(|(_, is_clear)| *is_clear)?;
    Some(desk.pen.line("report-first-train", &[("name", (&within(&worst.name)).into())]))
}

fn talk(desk: &Desk<'_>, decisions: &[Wrong]) -> Option<Line> {
    let worst = decisions.first()?;
    let title = desk.pen.titled(&worst.scenario);
    let values = [("title", (&title).into()), ("share", (&worst.text).into())];
    Some(desk.pen.line(desk.key("report-first-talk", "report-first-talk-own"), &values))
}

/// What most of those who answered named, of what may be shown.
fn mend(desk: &Desk<'_>, voice: &Voice) -> Option<Line> {
    let named = voice.bars.iter().filter(|bar| bar.id != "nothing" && bar.share.is_some());
    let share = |bar: &Bar| bar.share.unwrap_or_default();
    let most = named.max_by(|one, other| share(one).total_cmp(&share(other)))?;
    let obstacle = desk.pen.quoted(&most.name);
    Some(desk.pen.line("report-first-mend", &[("obstacle", (&obstacle).into()), ("share", (&most.text).into())]))
}
