//! Statements: what they say, in what order, and that another program's model of xAPI accepts them.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use amends::export::xapi::{Base, Maker, Profile};
use serde_json::Value;

use super::*;
use crate::program::root;

fn maker(profile: Profile, standard: Option<u16>) -> Maker {
    let base = Base::new("https://example.org/amends").unwrap();
    Maker { profile, base, home: "https://example.org/people".into(), standard }
}

fn verb(statement: &Value) -> &str {
    statement["verb"]["id"].as_str().unwrap().rsplit('/').next().unwrap()
}

fn verbs(statements: &[Value]) -> Vec<&str> {
    statements.iter().map(verb).collect()
}

#[test]
fn a_decision_says_what_was_offered_what_was_said_and_what_it_earned() {
    let folder = tempfile::tempdir().unwrap();
    let (played, store) = four(folder.path());
    let told = told(&store, &played);
    let statements = maker(Profile::Xapi, None).statements(&told[0]);
    let count = told[0].attempt.decisions.len();
    assert_eq!(verbs(&statements), [vec!["answered"; count], vec!["completed"]].concat(), "no standard, no verdict");
    for (at, statement) in statements.iter().take(count).enumerate() {
        let (evidence, result) = (told[0].evidence(at).unwrap(), &statement["result"]);
        let definition = &statement["object"]["definition"];
        assert_eq!(definition["type"], "http://adlnet.gov/expapi/activities/cmi.interaction");
        let ids: Vec<&str> =
            definition["choices"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        for given in result["response"].as_str().unwrap().split("[,]") {
            assert!(ids.contains(&given), "{given}: {ids:?}");
        }
        for best in definition["correctResponsesPattern"][0].as_str().unwrap().split("[,]") {
            assert!(ids.contains(&best), "{best}: {ids:?}");
        }
        let (raw, max) = evidence
            .levels
            .iter()
            .fold((0, 0), |(e, b), level| (e + u64::from(level.earned), b + u64::from(level.best)));
        if max == 0 {
            assert!(result["score"].is_null());
        } else {
            assert_eq!((&result["score"]["raw"], &result["score"]["max"]), (&raw.into(), &max.into()));
        }
        assert_eq!(
            result["extensions"]["https://example.org/amends/xapi/line"].as_str().unwrap_or_default(),
            evidence.line
        );
        assert_eq!(result["duration"], format!("PT{}S", at + 1));
    }
    let (last, card) = (statements.last().unwrap(), told[0].card().unwrap());
    assert_eq!(last["object"]["id"], "https://example.org/amends/scenes/heated-pool");
    assert_eq!(last["result"]["score"]["scaled"].as_f64(), card.overall.map(|overall| f64::from(overall) / 1000.0));
    let path = told[0].path_efficiency().map(|path| f64::from(path) / 1000.0);
    assert_eq!(last["result"]["extensions"]["https://example.org/amends/xapi/path-efficiency"].as_f64(), path);
    assert!(last["result"]["score"].get("raw").is_none() && last["result"]["completion"] == true);
    assert_eq!(last["context"]["extensions"]["https://example.org/amends/xapi/mode"], "assessment");
    assert_eq!(last["context"]["registration"], told[0].attempt.start.attempt.to_string());
    let interrupted = maker(Profile::Xapi, Some(650)).statements(&told[3]);
    assert_eq!(verbs(&interrupted), ["answered"; 2], "what was given up was not completed");
}

#[test]
fn the_same_statement_has_the_same_id_and_no_two_share_one() {
    let folder = tempfile::tempdir().unwrap();
    let (played, store) = four(folder.path());
    let all = |profile| -> Vec<Value> {
        told(&store, &played).iter().flat_map(|told| maker(profile, Some(650)).statements(told)).collect()
    };
    let (once, again) = (all(Profile::Xapi), all(Profile::Xapi));
    assert_eq!(once, again);
    let both: Vec<Value> = once.into_iter().chain(all(Profile::Cmi5)).collect();
    let ids: std::collections::BTreeSet<String> =
        both.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), both.len());
}

#[test]
fn cmi5_begins_and_ends_a_session_and_keeps_its_rules() {
    let folder = tempfile::tempdir().unwrap();
    let (played, store) = four(folder.path());
    let told = told(&store, &played);
    let maker = maker(Profile::Cmi5, Some(650));
    for (told, judged) in [(&told[0], true), (&told[1], true), (&told[2], false)] {
        let statements = maker.statements(told);
        let verbs = verbs(&statements);
        let verdict =
            told.card().unwrap().passed.filter(|_| judged).map(|passed| if passed { "passed" } else { "failed" });
        let mut expected = vec!["initialized"];
        expected.extend(vec!["answered"; told.attempt.decisions.len()]);
        expected.push("completed");
        expected.extend(verdict);
        expected.push("terminated");
        assert_eq!(verbs, expected);
        let times: Vec<jiff::Timestamp> =
            statements.iter().map(|one| one["timestamp"].as_str().unwrap().parse().unwrap()).collect();
        assert!(times.is_sorted());
        for statement in &statements {
            let context = &statement["context"];
            assert_eq!(context["registration"], told.attempt.start.attempt.to_string());
            assert!(context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/sessionid"].is_string());
            let categories = context["contextActivities"]["category"].as_array().map_or(0, Vec::len);
            let (result, verb) = (&statement["result"], verb(statement));
            let is_verdict = verb == "passed" || verb == "failed";
            assert_eq!(
                categories,
                match verb {
                    "answered" => 0,
                    "initialized" | "terminated" => 1,
                    _ => 2,
                }
            );
            assert_eq!(result.get("completion").is_some(), verb == "completed");
            if verb != "answered" {
                assert_eq!(result.get("success").is_some(), is_verdict);
                assert!(is_verdict || result.get("score").is_none(), "only a verdict has a score");
            }
            let mark = &context["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"];
            assert_eq!(mark.is_number(), is_verdict);
            if let Some(scaled) = result["score"]["scaled"].as_f64().filter(|_| is_verdict) {
                assert_eq!(scaled >= mark.as_f64().unwrap(), verb == "passed");
            }
        }
    }
    assert_eq!(verbs(&maker.statements(&told[3])), ["initialized", "answered", "answered", "terminated"]);
}

#[test]
fn another_program_s_model_of_xapi_accepts_every_statement() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    four(&data);
    let mut written = String::new();
    for kind in ["xapi", "cmi5"] {
        let file = folder.path().join(kind);
        run_well(&data, &["export", file.to_str().unwrap(), "--as", kind, "--standard"]);
        written += &fs::read_to_string(&file).unwrap();
    }
    assert!(written.lines().count() > 20);
    let checker = root().join("../shared/xapi/check_statements.py");
    let python = std::env::var("AMENDS_RALPH_PYTHON").unwrap_or_else(|_| "python3".into());
    let has_ralph = Command::new(&python)
        .args(["-c", "import ralph"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !checker.is_file() || !has_ralph {
        println!(
            "not checked by ralph: it needs ../shared/xapi and a Python with ralph-malph (AMENDS_RALPH_PYTHON names one)"
        );
        return;
    }
    let mut child = Command::new(&python).arg(checker).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(written.as_bytes()).unwrap();
    let told = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&told.stdout).into_owned();
    println!("{}", said.lines().last().unwrap_or_default());
    assert!(told.status.success(), "{said}");
}
