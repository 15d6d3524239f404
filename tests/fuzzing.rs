//! Mangled files, thrown at everything that reads one. A few on every run of the tests; for hours when asked:
//!
//!     AMENDS_FUZZ_MINUTES=20 cargo test --no-default-features --test users fuzzing::check -- --nocapture
//!
//! goes on from a new seed (`AMENDS_FUZZ_SEED` sets it) until the time is over. The text in hand is kept in the target folder's
//! `tmp/fuzz`, so that even a crash leaves the file that did it. What it finds becomes a file in `tests/broken` or a test of its own.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use amends::check::{Options, check as check_all};
use amends::diag::{Diagnostic, Severity, Source, apply, render_full, render_short};
use amends::explore::{MEMORY, explore as explore_all};
use amends::scenario::format::{Unformatted, format};
use amends::scenario::{Rules, load as load_one};
use amends::session::Session;

use crate::exploring::{Enumerated, agree};
use crate::models::dice::Dice;
use crate::models::mangle::mangle;
use crate::models::random::random;
use crate::program::pool;

/// Texts tried where no time is asked for.
const TRIES: u64 = 150;

/// Plays that are tried out one by one beside an exploration; a conversation with more is only explored.
const PLAYS: u128 = 2_000;

/// Tries `target` on one mangled text after another.
fn fuzz(name: &str, target: impl Fn(&Arc<Source>)) {
    let minutes = std::env::var("AMENDS_FUZZ_MINUTES").ok().and_then(|minutes| minutes.parse::<u64>().ok());
    let seed = std::env::var("AMENDS_FUZZ_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    let today = || SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() << 24;
    let first = seed.unwrap_or_else(|| if minutes.is_some() { today() } else { 0 });
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs(minutes * 60));
    // The pool, one with forms, and one that takes apologies apart.
    let forms = pool().with_file_name("waiting-room.ron");
    let texts = [pool(), forms].map(|path| fs::read_to_string(path).unwrap());
    let whole = r#"shows: {"apology": 3, "accountability": 3}"#;
    let apart = r#"shows: {"accountability": 3}, apology: (parts: [Responsibility, Repair], empathy: true)"#;
    assert!(texts[0].contains(whole), "nothing to take apart");
    let written = [texts[0].clone(), texts[0].replace(whole, apart), texts[1].clone()];
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&folder).unwrap();
    let kept = folder.join(format!("{name}.ron"));
    let mut slowest = (Duration::ZERO, first);
    let mut tried = 0;
    for seed in first.. {
        if end.map_or(tried == TRIES, |end| Instant::now() > end) {
            break;
        }
        let mut dice = Dice::new(seed);
        // Those that people wrote are large: looking at all of one takes as long as a thousand small ones.
        let text = if dice.percent(if minutes.is_some() { 5 } else { 1 }) {
            written[dice.below(written.len())].clone()
        } else {
            random(seed, 2 + dice.below(5))
        };
        let text = mangle(&text, &mut dice);
        fs::write(&kept, &text).unwrap();
        let began = Instant::now();
        let source = Source::new(format!("{name}.ron"), text);
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(&source))) {
            let saved = folder.join(format!("{name}-{seed}.ron"));
            fs::copy(&kept, &saved).unwrap();
            println!("{name}: seed {seed} fails, its text is kept in {}", saved.display());
            std::panic::resume_unwind(panic);
        }
        slowest = slowest.max((began.elapsed(), seed));
        tried += 1;
    }
    println!("{name}: {tried} texts from seed {first}; the slowest, {}, took {:?}", slowest.1, slowest.0);
}

/// Findings that can be told: inside the text, between letters, with words.
fn tellable(source: &Arc<Source>, findings: &[Diagnostic]) {
    for finding in findings {
        if let Some(span) = &finding.span {
            assert!(source.text.get(span.clone()).is_some(), "{} has no place: {span:?}", finding.code);
        }
        assert!(!finding.title.is_empty() && render_full(finding, false).contains(finding.code));
        assert!(render_short(finding).starts_with(&finding.title));
    }
}

#[test]
fn load() {
    let rules = Rules::builtin();
    fuzz("load", |source| match load_one(source, &rules) {
        Ok(scenario) => assert!(scenario.beats.contains_key(&scenario.start)),
        Err(findings) => {
            assert!(findings.iter().any(|finding| finding.severity == Severity::Error));
            tellable(source, &findings);
        }
    });
}

#[test]
fn check() {
    let rules = Rules::builtin();
    fuzz("check", |source| {
        let findings = check_all(source, &rules, &Options::default());
        tellable(source, &findings);
        let broken = load_one(source, &rules).is_err();
        assert!(!broken || findings.iter().any(|finding| finding.severity == Severity::Error));
        // What is put right stays a text that can be checked, and no file that loads is broken by it.
        let (mended, count) = apply(&source.text, findings.iter().filter_map(|finding| finding.fix.as_ref()));
        if count > 0 {
            let mended = Source::new("mended.ron", mended);
            tellable(&mended, &check_all(&mended, &rules, &Options { quick: true, ..Options::default() }));
            assert!(broken || load_one(&mended, &rules).is_ok(), "mending broke:\n{}", mended.text);
        }
    });
}

#[test]
fn fmt() {
    let rules = Rules::builtin();
    fuzz("fmt", |source| {
        let hash = |source: &Arc<Source>| load_one(source, &rules).ok().map(|scenario| scenario.hash().to_owned());
        match format(source) {
            Ok(once) => {
                let once = Source::new("once.ron", once);
                assert_eq!(format(&once).unwrap(), once.text, "a second run changes something");
                assert_eq!(hash(&once), hash(source), "another meaning");
            }
            Err(Unformatted::Broken(finding)) => {
                tellable(source, std::slice::from_ref(&*finding));
                assert_eq!(hash(source), None, "what loads can be laid out");
            }
            Err(Unformatted::Unfaithful) => panic!("another meaning"),
        }
    });
}

#[test]
fn explore() {
    let rules = Arc::new(Rules::builtin());
    fuzz("explore", |source| {
        let Ok(scenario) = load_one(source, &rules) else { return };
        let Ok(session) = Session::new(Arc::new(scenario), rules.clone(), 0, None) else { return };
        let small = explore_all(&session, 20_000);
        let whole = explore_all(&session, MEMORY / 4);
        assert!(small.states <= whole.states);
        assert!(small.reached.outcomes.iter().all(|outcome| whole.reached.outcomes.contains(outcome)));
        if let Some(answers) = &whole.answers
            && answers.plays.is_some_and(|plays| plays <= PLAYS)
        {
            agree(&session, &Enumerated::of(&session), answers, &source.text);
        }
    });
}
