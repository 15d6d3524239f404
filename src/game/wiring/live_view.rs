//! What the live board is told of a board that was gathered.

use crate::game::live::{Competency, Figure, Row, Segment, View};
use crate::live::{self, Board, Count, Stage};
use crate::rubric::Rubric;
use crate::score::shown;
use crate::words::{Words, keys};

/// The view of a board, without whom it is about and of when it is.
pub fn view(words: &Words, rubric: &Rubric, board: &Board) -> View {
    let people = board.results.as_ref().map(|results| results.people);
    let answered = board.answered.unwrap_or_default();
    let stages = board.stages.iter().filter(|told| told.count != Count::People(0));
    let figures = std::iter::once(figure(words, "live-begun", board.begun))
        .chain(stages.map(|told| figure(words, stage(told.what), told.count)));
    let endings = board.results.iter().flat_map(|results| &results.endings);
    View {
        empty: board.begun == Count::People(0),
        figures: figures.collect(),
        results: match people {
            Some(people) => words.format("live-results", &[("n", people.into())]),
            None => words.text("live-no-results"),
        },
        competencies: board
            .results
            .iter()
            .flat_map(|results| &results.competencies)
            .map(|one| competency(words, rubric, one))
            .collect(),
        endings: endings
            .map(|told| row(words, words.text(keys::outcome(told.what)), told.count, people.unwrap_or_default()))
            .collect(),
        answered: match board.answered {
            Some(people) => words.format("live-answered", &[("n", people.into())]),
            None => words.text("live-no-answers"),
        },
        obstacles: board
            .obstacles
            .iter()
            .map(|told| row(words, words.text(keys::in_the_way(told.what)), told.count, answered))
            .collect(),
        confident: board.confident.map(|tenths| {
            let (whole, tenth) = (u64::from(tenths / 10), u64::from(tenths % 10));
            words.format("live-confident", &[("whole", whole.into()), ("tenth", tenth.into())])
        }),
        notes: board.unnamed.then(|| words.text("live-unnamed")).into_iter().collect(),
        names: board.names.clone(),
        ..View::default()
    }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::UnderWay => "live-under-way",
        Stage::FollowingUp => "live-following-up",
        Stage::Finished => "live-finished",
        Stage::Stopped => "live-stopped",
    }
}

fn figure(words: &Words, what: &str, count: Count) -> Figure {
    let number = match count {
        Count::People(people) => people.to_string(),
        Count::Few => words.text("live-few"),
        Count::Held => words.text("live-held"),
    };
    Figure { number, what: words.text(what) }
}

fn row(words: &Words, what: String, count: Count, all: usize) -> Row {
    match count {
        Count::People(people) => {
            Row { what, told: words.format("live-people", &[("n", people.into())]), share: Some(share(people, all)) }
        }
        Count::Few => Row { what, told: words.text("live-few"), share: None },
        Count::Held => Row { what, told: words.text("live-held"), share: None },
    }
}

/// A share in thousandths.
fn share(people: usize, all: usize) -> u16 {
    u16::try_from(people * 1000 / all.max(1)).unwrap_or(1000).min(1000)
}

fn competency(words: &Words, rubric: &Rubric, one: &live::Competency) -> Competency {
    let id = one.id.as_str();
    let name = rubric.competency(id).map_or_else(|| id.to_owned(), |one| words.rubric().name(one).to_owned());
    let Some(mean) = one.mean else {
        return Competency { name, mean: words.text("debrief-no-evidence"), ..Competency::default() };
    };
    let counted = || {
        one.bands.iter().filter_map(|told| match told.count {
            Count::People(people) => Some((told.what, people)),
            Count::Few | Count::Held => None,
        })
    };
    let segments = counted().map(|(band, people)| Segment { band, people, share: share(people, one.people) });
    let all_held = counted().next().is_none();
    let others = if all_held { "live-held" } else { "live-bands-held" };
    let told: Vec<String> = counted()
        .filter(|(_, people)| *people > 0)
        .map(|(band, people)| format!("{} {people}", words.text(keys::band(band))))
        .chain((counted().count() < one.bands.len()).then(|| words.text(others)))
        .collect();
    let band = words.text(keys::band(rubric.band(mean.into())));
    let mean = words.format("debrief-of-hundred", &[("n", usize::from(shown(mean)).into())]);
    Competency { name, mean: format!("{mean} · {band}"), segments: segments.collect(), told: told.join(" · ") }
}
