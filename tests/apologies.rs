//! An apology that says what it consists of, from the file to the score and the customer.

use std::sync::Arc;

use amends::customer::Variable;
use amends::diag::{Source, render_short};
use amends::scenario::{Checked, FormId, ReplyId, Rules, load};
use amends::session::{Given, Session};

/// A desk with two replies: one has these fields beside its words.
fn text(fields: &str) -> String {
    format!(
        r#"#![enable(implicit_some)]
Scenario(
    format: 1, id: "desk", title: "A desk", sector: "retail", language: "en", role: "You work in a shop.",
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 2, kind: Social),
    forms: {{
        "anxious": (
            about: "another temperament", persona: "anxious",
            replies: {{"start/sorry": (apology: (parts: [Regret]), because: "Too little for her.")}},
        ),
    }},
    start: "start",
    beats: {{
        "start": (
            says: "You forgot me.",
            reply: Choose({{
                "sorry": (say: "We did. I'm sorry.", {fields}, to: "end"),
                "next": (say: "Next, please.", shows: {{"apology": 0}}, to: "end"),
            }}),
        ),
        "end": (says: "Well."),
    }},
    outcomes: {{ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e"}},
)"#
    )
}

fn loaded(fields: &str) -> Checked {
    load(&Source::new("desk.ron", text(fields)), &Rules::builtin()).expect("a sound scenario")
}

/// The level that the reply counts as, and what it does to the treatment the customer feels.
fn sorry(scenario: Checked) -> (u8, i32) {
    let session = Session::new(Arc::new(scenario), Arc::new(Rules::builtin()), 1, None).unwrap();
    let before = session.begin().state;
    let reply = session.reply(&"start".into(), &"sorry".into()).unwrap();
    let level = session.levels(reply)[&"apology".into()];
    let given = Given::Reply(ReplyId::from("sorry"));
    let after = session.apply(&before, &given).unwrap().state;
    (level, after.customer.read(Variable::Treatment) - before.customer.read(Variable::Treatment))
}

#[test]
fn the_level_follows_from_the_parts_and_delivery_from_how_it_is_said() {
    let written = sorry(loaded(r#"shows: {"apology": 3}"#));
    let whole = "apology: (parts: [Responsibility, Repair, Explanation, Forgiveness], empathy: true, intensity: true, timing: true)";
    assert_eq!(sorry(loaded(whole)), written, "said well, it is what a written level is");
    let (level, gained) = sorry(loaded(&whole.replace("intensity: true, timing: true", "timing: false")));
    assert_eq!((level, gained), (3, written.1 * 78 / 100));
    let (level, lost) = sorry(loaded("apology: (parts: [Regret, Resolve], intensity: true)"));
    assert!(level == 1 && lost < 0);
}

#[test]
fn an_error_caps_it_as_any_other() {
    let whole = "apology: (parts: [Responsibility, Repair, Regret, Explanation], empathy: true)";
    for (error, level) in [("E1", 1), ("E2", 1), ("E11", 2), ("E5", 3)] {
        assert_eq!(sorry(loaded(&format!("{whole}, errors: [\"{error}\"]"))).0, level, "{error}");
    }
}

#[test]
fn it_has_its_level_from_nowhere_else() {
    let both = r#"shows: {"apology": 2}, apology: (parts: [Regret, Regret])"#;
    let findings = load(&Source::new("desk.ron", text(both)), &Rules::builtin()).unwrap_err();
    let told: Vec<String> =
        findings.iter().map(|finding| format!("{} {}", finding.code, render_short(finding))).collect();
    assert_eq!(told.iter().map(|one| &one[..4]).collect::<Vec<_>>(), ["S127", "S123"], "{told:?}");
}

#[test]
fn a_form_can_take_it_apart_otherwise() {
    let scenario = loaded(r#"shows: {"apology": 3}"#);
    let anxious = scenario.in_form(&FormId::from("anxious")).unwrap();
    assert_eq!((sorry(scenario).0, sorry(anxious).0), (3, 1));
}
