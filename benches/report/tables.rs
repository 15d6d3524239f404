//! What the peer reads: the same attempts and decisions with the same scores, as two tables. A warehouse would hold them so.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use amends::report::Card;
use amends::session::Given;
use amends::store::Row;

/// Writes `attempts.csv` and `decisions.csv` from a store in which a report has kept its scores.
pub fn write(place: &str, out: &Path) {
    std::fs::create_dir_all(out).unwrap();
    let file = |name: &str| BufWriter::new(File::create(out.join(name)).unwrap());
    let (mut attempts, mut decisions) = (file("attempts.csv"), file("decisions.csv"));
    let competencies = ["listening", "apology", "accountability", "follow-through"];
    let columns =
        competencies.map(|id| format!("{id}_earned,{id}_best,{id}_decisions,{id}_score,{id}_enough")).join(",");
    writeln!(
        attempts,
        "attempt,trainee,cohort,mode,scenario,started,finished,confident,obstacle,stage,overall,passed,path,outcome,kept,broken,lapsed,overdue,dateless,open,{columns}"
    )
    .unwrap();
    writeln!(decisions, "attempt,shape,beat,given,earned,best").unwrap();
    let store = super::filling::store(place);
    let mut write = |row: Row<'_>, card: &[u8]| {
        let id = row.attempt;
        let card = Card::decoded(card, id).unwrap();
        let voice = card.voice;
        let confident = voice.and_then(|voice| voice.confident).map(|one| one.to_string()).unwrap_or_default();
        let obstacle = voice.and_then(|voice| voice.obstacle).map(|one| format!("{one:?}")).unwrap_or_default();
        let (trainee, cohort) = (row.trainee.unwrap_or_default(), row.cohort.unwrap_or_default());
        let (mode, micros) = (row.mode, row.started.as_microsecond());
        let finished = u8::from(row.finished);
        let head =
            format!("{id},{trainee},{cohort},{mode:?},{},{micros},{finished},{confident},{obstacle}", row.scenario);
        let Some(case) = card.case else {
            writeln!(attempts, "{head}{}", ",".repeat(11 + competencies.len() * 5)).unwrap();
            return;
        };
        let number = |one: Option<u16>| one.map(|one| one.to_string()).unwrap_or_default();
        let promises = case.promises;
        let scores = competencies.map(|id| {
            case.scores.iter().find(|one| one.competency.as_str() == id).map_or(",,,,".to_owned(), |one| {
                let enough = u8::from(one.enough);
                format!("{},{},{},{},{enough}", one.earned, one.best, one.decisions, number(one.score))
            })
        });
        writeln!(
            attempts,
            "{head},{},{},{},{},{},{},{},{},{},{},{},{}",
            case.course.map(|place| place.stage).unwrap_or_default(),
            number(case.overall),
            case.passed.map(u8::from).map(|one| one.to_string()).unwrap_or_default(),
            number(case.path),
            case.outcome.map(|one| format!("{one:?}")).unwrap_or_default(),
            promises.kept,
            promises.broken,
            promises.lapsed,
            promises.overdue,
            promises.dateless,
            promises.open,
            scores.join(",")
        )
        .unwrap();
        for decided in &case.decisions {
            let (earned, best) = decided.points();
            let given = match &decided.given {
                Given::Reply(reply) => reply.to_string(),
                Given::Fragments(_) => "(summing-up)".to_owned(),
                Given::Silence => "(silence)".to_owned(),
            };
            writeln!(decisions, "{id},{},{},{given},{earned},{best}", case.scenario.shape, decided.beat).unwrap();
        }
    };
    for mut share in store.shares(1).unwrap() {
        let mut rows = Vec::new();
        share.rows(&mut |row| rows.push(row.into_owned())).unwrap();
        let mut rows = rows.into_iter();
        share.scores(&mut |score| write(rows.find(|row| row.place == score.place).unwrap(), &score.card)).unwrap();
        assert_eq!(rows.next(), None, "a kept score of each");
    }
}
