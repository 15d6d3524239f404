//! A report over parts equals the report over the whole, however it is divided and in whatever order the parts come.

use std::collections::BTreeMap;

use amends::attempt::{Mode, Obstacle, Place, Voice};
use amends::customer::Outcome;
use amends::report::{Card, Case, Decided, Earned, Lexicon, Played, Promises, Slate, Summary, Tally, Unscored};
use amends::session::Given;
use jiff::Timestamp;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use uuid::Uuid;

/// A case, or an attempt without a score.
#[derive(Clone, Debug)]
enum Seen {
    Case(Box<Case>),
    LeftOut(Option<String>, Unscored),
    Heard(Option<String>, &'static str, Voice),
}

fn decided() -> impl Strategy<Value = Decided> {
    let given = prop::sample::select(vec![
        Given::Reply("own".into()),
        Given::Reply("rules".into()),
        Given::Silence,
        Given::Fragments(["advert".to_owned(), "decoy-1".to_owned()].into()),
    ]);
    let beat = prop::sample::select(vec!["desk", "tells", "heard"]);
    (beat, given, 0..=3_u8, any::<bool>()).prop_map(|(beat, given, earned, another)| Decided {
        beat: beat.into(),
        given,
        levels: BTreeMap::from([("listening".into(), (earned, 3))]),
        better: another.then(|| "own".into()),
        left_out: another.then(|| "premium".to_owned()).into_iter().collect(),
        ms: 5,
    })
}

fn case() -> impl Strategy<Value = Case> {
    let who = prop::option::of(prop::sample::select(vec!["A", "B", "C", "D"]));
    let what = prop::sample::select(vec!["pool", "bill", "gift"]);
    let stage = prop::option::of(prop::sample::select(vec!["before", "after", "alone:pool"]));
    let card = (prop::option::of(0..=1000_u16), 0..5_usize, prop::collection::vec(decided(), 0..5), 0..3_u32);
    (who, what, stage, card, 0..40_i64, any::<(bool, bool, u128)>()).prop_map(
        |(who, what, stage, (overall, outcome, decisions, kept), day, (first, practice, id))| Case {
            attempt: Uuid::from_u128(id),
            trainee: who.map(str::to_owned),
            cohort: Some(format!("{}", day % 2)),
            mode: if practice { Mode::Practice } else { Mode::Assessment },
            started: Timestamp::from_second(1_800_000_000 + day * 86_400).unwrap(),
            course: stage.map(|stage| Place { course: "first".to_owned(), stage: stage.to_owned() }),
            scenario: Played {
                id: what.to_owned(),
                title: format!("{what} {day}"),
                hash: format!("{what}-{day}"),
                shape: what.to_owned(),
                form: None,
            },
            first,
            scores: vec![Earned {
                competency: "listening".into(),
                earned: 4,
                best: 6,
                decisions: 3,
                score: overall,
                enough: overall.is_some(),
            }],
            overall,
            passed: overall.map(|overall| overall >= 650),
            decisions,
            outcome: Outcome::ALL.get(outcome).copied(),
            left: false,
            promises: Promises { kept, broken: 1, ..Promises::default() },
            errors: BTreeMap::from([(format!("E{}", day % 3), 2)]),
            path: (day % 4 > 0).then_some(u16::try_from(day * 25).unwrap()),
        },
    )
}

fn seen() -> impl Strategy<Value = Seen> {
    let left_out =
        (prop::option::of(Just("A".to_owned())), prop::sample::select(vec![Unscored::Interrupted, Unscored::Practice]));
    let case = case().prop_map(|case| Seen::Case(Box::new(case)));
    let who = prop::option::of(prop::sample::select(vec!["A", "B", "E"]));
    let obstacle = prop::option::of(prop::sample::select(Obstacle::ALL.to_vec()));
    let heard = (who, prop::sample::select(vec!["pool", "bill"]), prop::option::of(0..7_u8), obstacle, 0..3_i64);
    let heard = heard.prop_map(|(who, scenario, confident, obstacle, month)| {
        let at = Timestamp::from_second(1_800_000_000 + month * 31 * 86_400).unwrap();
        Seen::Heard(who.map(str::to_owned), scenario, Voice { attempt: Uuid::nil(), confident, obstacle, at })
    });
    let left_out = left_out.prop_map(|(who, why)| Seen::LeftOut(who, why));
    proptest::prop_oneof![4 => case, 1 => left_out, 2 => heard]
}

fn fold<'a>(all: impl IntoIterator<Item = &'a Seen>, lexicon: &Lexicon) -> Tally {
    let (mut tally, mut lexicon) = (Tally::default(), lexicon.clone());
    for one in all {
        match one {
            Seen::Case(case) => count(&mut tally, case, &mut lexicon),
            Seen::LeftOut(who, why) => {
                let who = who.as_ref().map(|who| lexicon.name(who));
                tally.leave_out(who, *why);
            }
            Seen::Heard(who, scenario, voice) => {
                let who = who.as_ref().map(|who| lexicon.name(who));
                tally.hear(who, lexicon.name(scenario), voice.at, voice);
            }
        }
    }
    tally
}

/// Counts a case from what a store would keep of it.
pub fn count(tally: &mut Tally, case: &Case, lexicon: &mut Lexicon) {
    let who = case.trainee.as_ref().map(|who| lexicon.name(who));
    let cohort = case.cohort.as_ref().map(|cohort| lexicon.name(cohort));
    match case.mode {
        Mode::Practice => tally.leave_out(who, Unscored::Practice),
        Mode::Assessment if !case.first => tally.leave_out(who, Unscored::Repeated),
        Mode::Assessment => {
            let bytes = Card { case: Some(case.clone()), voice: None }.encoded();
            let mut slate = Slate::default();
            let sheet = slate.read(&bytes, case.attempt, lexicon).unwrap();
            tally.add(who, cohort, case.attempt, &sheet.scored.unwrap(), lexicon);
        }
    }
}

fn summed(all: &[Seen]) -> Summary {
    let lexicon = Lexicon::default();
    fold(all, &lexicon).summary(&lexicon)
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole(
        all in prop::collection::vec((seen(), 0..4_usize), 0..40),
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let seen: Vec<Seen> = all.iter().map(|(one, _)| one.clone()).collect();
        let whole = summed(&seen);
        let lexicon = Lexicon::default();
        let mut merged = Tally::default();
        for part in order {
            merged.merge(fold(all.iter().filter(|(_, at)| *at == part).map(|(one, _)| one), &lexicon), &lexicon);
        }
        prop_assert_eq!(&merged.summary(&lexicon), &whole);
        let mut backwards = fold(seen.iter().rev(), &lexicon);
        backwards.merge(Tally::default(), &lexicon);
        prop_assert_eq!(&backwards.summary(&lexicon), &whole, "and it does not matter in which order cases come");
        let told = serde_json::to_string(&whole.people.values().collect::<Vec<_>>()).unwrap();
        let read: Vec<amends::report::Person> = serde_json::from_str(&told).unwrap();
        prop_assert_eq!(read, whole.people.into_values().collect::<Vec<_>>());
    }

    #[test]
    fn everybody_counts_once_for_what_stands_in_their_way_in_a_scenario(
        all in prop::collection::vec(seen(), 0..40),
    ) {
        let summary = summed(&all);
        let (people, heard) = summary.obstacles_in("pool");
        for obstacle in Obstacle::ALL {
            let said = all.iter().filter_map(|one| match one {
                Seen::Heard(who, "pool", voice) if voice.obstacle == Some(obstacle) => Some(who),
                _ => None,
            });
            let who: std::collections::BTreeSet<_> = said.collect();
            prop_assert_eq!(people.get(&obstacle).copied().unwrap_or_default(), who.len() as u64);
        }
        prop_assert!(people.values().all(|count| *count <= heard));
        for person in summary.people.values() {
            prop_assert!(person.confident.n <= person.asked && person.answered <= person.asked);
            prop_assert_eq!(person.confident_by_month.values().map(|month| month.n).sum::<u64>(), person.confident.n);
            prop_assert!(person.confident.sum <= 5 * person.confident.n, "what is no answer is no answer");
        }
    }

    #[test]
    fn a_case_comes_back_from_a_cache_as_it_went_in(cases in prop::collection::vec((case(), any::<bool>()), 1..4)) {
        let (mut slate, mut lexicon) = (Slate::default(), Lexicon::default());
        for (case, heard) in cases {
            let told = serde_json::to_string(&case).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Case>(&told).unwrap(), &case);
            let (attempt, at) = (case.attempt, case.started);
            let voice = heard.then_some(Voice { attempt, confident: Some(3), obstacle: Some(Obstacle::Tools), at });
            // Whose it is, and whether it is a first one, is not among what is kept.
            let kept = Case { trainee: None, cohort: None, first: true, ..case };
            let card = Card { case: Some(kept), voice };
            let bytes = card.encoded();
            prop_assert_eq!(Card::decoded(&bytes, attempt), Some(card));
            prop_assert_eq!(slate.read(&bytes, attempt, &mut lexicon).unwrap().voice, voice);
            let another = [&[bytes[0] + 1], &bytes[1..]].concat();
            prop_assert_eq!(Card::decoded(&another, attempt), None, "another encoding");
            for cut in 0..bytes.len() {
                prop_assert_eq!(Card::decoded(&bytes[..cut], attempt), None, "cut off");
                prop_assert!(slate.read(&bytes[..cut], attempt, &mut lexicon).is_none(), "cut off");
            }
        }
    }

    #[test]
    fn bytes_that_are_no_card_are_none(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let bytes = [&[1][..], &bytes].concat();
        // Whatever comes of it, it ends, and it does so without asking for more memory than there is.
        let _ = Card::decoded(&bytes, Uuid::nil());
        let _ = Slate::default().read(&bytes, Uuid::nil(), &mut Lexicon::default());
        let _ = Card::glance(&bytes);
    }
}
