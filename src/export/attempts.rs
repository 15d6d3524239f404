//! The table with one row for each attempt.

use super::columns::{Columns, column_name, several};
use super::told::Told;
use crate::attempt::Mode;
use crate::report::{Case, Promises};
use crate::rubric::Rubric;
use crate::score::{CompetencyScore, Scorecard};

/// The columns of attempts. `own_words`: what people wrote about their own attempts, too.
#[must_use]
pub fn attempts(rubric: &Rubric, own_words: bool) -> Columns {
    let mut columns = Columns::default();
    who_and_what(&mut columns);
    how_it_went(&mut columns);
    scores(&mut columns, rubric);
    promises(&mut columns);
    under_what(&mut columns);
    if own_words {
        columns.text("reflection", "what they would do differently, in their own words", |told, _| {
            told.attempt.reflection.as_ref().map(|reflection| reflection.text.clone())
        });
        columns.text("reflection_decisions", "the numbers of the decisions they would take differently", |told, _| {
            told.attempt.reflection.as_ref().map(|reflection| several(&reflection.choice))
        });
    }
    columns
}

/// The columns that both tables begin with.
pub(super) fn who_and_what(columns: &mut Columns) {
    columns.text("attempt", "id of the attempt", |told, _| told.start().attempt.to_string());
    columns.text("trainee", "who played: the roster's code, else a pseudonym; the name where names were asked for; empty where nobody gave one", |told, _| told.who.clone());
    columns.text("cohort", "the group they trained with", |told, _| told.start().cohort.clone());
    columns.text("mode", "practice or assessment", |told, _| told.mode());
    columns.truth(
        "first_assessment",
        "whether it is the person's first finished assessment of this scenario; reports score no other",
        |told, _| told.standing.first,
    );
    columns.whole(
        "time_played",
        "the how-manieth attempt of this person at this scenario it is, from 1, of any mode; empty where nobody gave a name",
        |told, _| told.standing.time,
    );
    columns.text("scenario", "id of the scenario", |told, _| told.start().scenario.clone());
    columns.text("title", "its title", |told, _| told.title().map(str::to_owned));
    columns.text("form", "the form it was played in; empty for the scenario itself", |told, _| {
        told.start().form.as_ref().map(ToString::to_string)
    });
    columns.text("language", "language of the texts", |told, _| told.start().language.clone());
    columns.text("hash", "SHA-256 of the scenario", |told, _| told.start().hash.clone());
    columns.moment("started_utc", "when it began, in UTC", |told, _| told.start().started);
    columns.text(
        "how_ended",
        "finished, left (the customer went), interrupted; empty while it can be gone on with",
        |told, _| told.ended(),
    );
}

fn how_it_went(columns: &mut Columns) {
    columns.moment("ended_utc", "when it ended, in UTC", |told, _| told.attempt.end.as_ref().map(|end| end.ended));
    columns.whole("decisions", "how many decisions were taken", |told, _| told.attempt.decisions.len());
    columns.whole(
        "milliseconds",
        "time from each beat's first showing to the reply, added up; never scored",
        |told, _| told.attempt.decisions.iter().map(|decision| decision.ms).fold(0, u64::saturating_add),
    );
    columns.text("path", "the beats at which decisions were taken, in order", |told, _| {
        several(told.attempt.decisions.iter().map(|decision| &decision.beat))
    });
    columns.text(
        "outcome",
        "what the customer does in the end: returns-and-refers, passive, complains, walks-away, goes-public",
        |told, _| Some(kebab(&told.card()?.ending.as_ref()?.outcome)),
    );
    columns.text("feeling", "how the customer feels in the end: happy, indifferent, upset", |told, _| {
        Some(kebab(&told.card()?.ending.as_ref()?.feeling))
    });
    columns.whole(
        "path_efficiency",
        "facts taken up, promises kept and the rank of the outcome, as a share of the most that could be come to, 0 to 1000",
        |told, _| told.path_efficiency(),
    );
    columns.text("not_scored_because", "why there is no score, where an attempt cannot be recomputed", |told, _| {
        told.replayed.as_ref().err().cloned()
    });
}

fn scores(columns: &mut Columns, rubric: &Rubric) {
    columns.whole(
        "overall",
        "overall score, 0 to 1000; empty where there is not enough evidence, or the attempt was not played to its end",
        |told, _| told.card()?.overall,
    );
    columns.truth("passed", "whether the pass mark of the rubric was reached; empty where there is no overall score; the marks are placeholders until a panel has set them", |told, _| told.card()?.passed);
    for (at, competency) in rubric.competencies.iter().enumerate() {
        let name = column_name(&competency.id);
        let mut score = |what: &str, means: &str, of: fn(&CompetencyScore) -> Option<u32>| {
            let means = format!("{}: {means}", competency.id);
            columns.whole(&format!("{name}_{what}"), &means, move |told, _| of(told.card()?.competencies.get(at)?));
        };
        score("score", "share earned of what could be earned, 0 to 1000; empty where it was never asked for", |one| {
            one.score.map(u32::from)
        });
        score("earned", "points earned", |one| Some(one.earned));
        score("best", "points that could be earned on the decisions met", |one| Some(one.best));
        score("decisions", "decisions that scored it", |one| u32::try_from(one.decisions).ok());
    }
    columns.text("errors", "errors of the rubric that were made, each as often as it was", |told, _| {
        let errors = &told.card()?.errors;
        Some(several(errors.iter().flat_map(|(code, times)| std::iter::repeat_n(code, *times))))
    });
    columns.text("facts_noticed", "facts the trainee took up", |told, _| Some(several(&told.card()?.noticed)));
    columns.text("facts_missed", "facts the customer told and the trainee did not take up", |told, _| {
        Some(several(&told.card()?.missed))
    });
}

fn promises(columns: &mut Columns) {
    let mut count = |what: &str, means: &str, of: fn(Promises) -> u32| {
        columns.whole(&format!("promises_{what}"), means, move |told, _| Some(of(promises_of(told, told.card()?)?)));
    };
    count("made", "promises that were made", |promises| promises.made());
    count("kept", "of those: done as said", |promises| promises.kept);
    count("broken", "of those: not done", |promises| promises.broken);
    count("lapsed", "of those: vague, and nothing came of it", |promises| promises.lapsed);
    count("overdue", "of those: their time came, and nobody went back to them", |promises| promises.overdue);
    count("dateless", "of those: without a date", |promises| promises.dateless);
    count("open", "of those: not yet due at the end, or moved", |promises| promises.open);
}

fn promises_of(told: &Told, card: &Scorecard) -> Option<Promises> {
    let replayed = told.replayed()?;
    Some(Case::new(&told.attempt, &replayed.session, card, told.standing.first).promises)
}

fn under_what(columns: &mut Columns) {
    columns.text("persona", "the customer's persona", |told, _| told.start().persona.clone());
    columns.text("course", "the course it was played on", |told, _| {
        told.start().course.as_ref().map(|place| place.course.clone())
    });
    columns.text("stage", "the stage of that course", |told, _| {
        told.start().course.as_ref().map(|place| place.stage.clone())
    });
    columns.truth("timers", "whether a timer could run out", |told, _| told.start().settings.timers);
    columns
        .truth("lines_kept", "whether lines stayed on screen on the phone", |told, _| told.start().settings.lines_kept);
    columns.truth("coached", "whether a coach commented on each reply", |told, _| told.start().mode == Mode::Practice);
    columns.text("shape", "SHA-256 of the scenario without its texts", |told, _| told.start().shape.clone());
    columns.text("rules", "SHA-256 of the rules it was recorded under", |told, _| told.start().rules.clone());
    columns.text("scored_under", "SHA-256 of the rules these scores were computed under", |told, _| {
        Some(told.replayed()?.session.rules().hash())
    });
    columns.text("program", "version of Amends it was recorded by", |told, _| told.start().program.clone());
    columns.text("seed", "seed of the order in which replies were shown", |told, _| told.start().seed.to_string());
}

/// A variant's name as ids are written: `ReturnsAndRefers` becomes `returns-and-refers`.
pub(super) fn kebab(variant: &impl std::fmt::Debug) -> String {
    let mut kebab = String::new();
    for letter in format!("{variant:?}").chars() {
        if letter.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}
