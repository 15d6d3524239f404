//! The rubric that comes with the program, cap by cap, and what a rubric file may not say.
#![allow(clippy::unwrap_used)]

use super::*;

const NONE: [&str; 0] = [];

fn caps(code: &str) -> Vec<(String, u8)> {
    let rubric = Rubric::builtin();
    let competencies = rubric.competencies.iter();
    competencies
        .map(|competency| (competency.id.clone(), rubric.effective(&competency.id, 3, &[code])))
        .filter(|(_, level)| *level < 3)
        .collect()
}

#[test]
fn each_error_caps_what_the_rubric_says_and_nothing_else() {
    let expected: [(&str, &[(&str, u8)]); 13] = [
        ("E1", &[("apology", 1)]),
        ("E2", &[("apology", 1), ("accountability", 1)]),
        ("E3", &[("follow-through", 1)]),
        ("E4", &[("listening", 1), ("apology", 1)]),
        ("E5", &[("listening", 2)]),
        ("E6", &[("accountability", 1)]),
        ("E7", &[("listening", 0)]),
        ("E8", &[("listening", 2)]),
        ("E9", &[("listening", 2)]),
        ("E10", &[("apology", 2)]),
        ("E11", &[("apology", 2)]),
        ("E12", &[("follow-through", 1)]),
        ("E13", &[("accountability", 1)]),
    ];
    assert_eq!(Rubric::builtin().errors.len(), expected.len());
    for (code, levels) in expected {
        let levels: Vec<_> = levels.iter().map(|(id, level)| ((*id).to_owned(), *level)).collect();
        assert_eq!(caps(code), levels, "{code}");
    }
}

#[test]
fn a_cap_never_raises_a_level_and_the_lowest_cap_wins() {
    let rubric = Rubric::builtin();
    assert_eq!(rubric.effective("apology", 0, &["E1"]), 0);
    assert_eq!(rubric.effective("apology", 3, &["E10", "E2", "E11"]), 1);
    assert_eq!(rubric.effective("listening", 3, &["E1"]), 3);
    assert_eq!(rubric.effective("listening", 2, &NONE), 2);
    assert_eq!(rubric.effective("listening", 9, &["E99"]), 3);
}

#[test]
fn the_customer_cannot_see_an_over_promise_but_feels_every_other_error() {
    let rubric = Rubric::builtin();
    assert_eq!(rubric.effective_for_customer("follow-through", 3, &["E3"]), 3);
    assert_eq!(rubric.effective_for_customer("follow-through", 3, &["E3", "E12"]), 1);
    for error in rubric.errors.iter().filter(|error| error.code != "E3") {
        for competency in &rubric.competencies {
            let codes = [error.code.as_str()];
            let scored = rubric.effective(&competency.id, 3, &codes);
            assert_eq!(rubric.effective_for_customer(&competency.id, 3, &codes), scored, "{}", error.code);
        }
    }
}

#[test]
fn jargon_and_asking_again_are_also_events() {
    let rubric = Rubric::builtin();
    let sent: Vec<_> = rubric.errors.iter().filter_map(|error| Some((error.code.as_str(), error.sends?))).collect();
    assert_eq!(sent, [("E5", ErrorEvent::Jargon), ("E9", ErrorEvent::ReAsk)]);
}

#[test]
fn every_sub_skill_belongs_to_a_competency() {
    let rubric = Rubric::builtin();
    for (letter, id, weights) in [
        ('L', "listening", &[1, 2, 2, 1, 2, 1][..]),
        ('A', "apology", &[3, 2, 2, 1, 1, 1, 1][..]),
        ('C', "accountability", &[2, 2, 2, 2, 1, 1, 1][..]),
        ('F', "follow-through", &[3, 1, 3, 2, 1, 2, 1][..]),
    ] {
        let of_letter: Vec<_> = rubric.skills.iter().filter(|skill| skill.code.starts_with(letter)).collect();
        assert!(of_letter.iter().all(|skill| skill.competency == id));
        assert_eq!(of_letter.iter().map(|skill| skill.weight).collect::<Vec<_>>(), weights);
        assert!(rubric.competency(id).is_some());
    }
    assert_eq!(rubric.skills.len(), 27);
    assert_eq!(rubric.skill("F3").unwrap().weight, 3);
}

#[test]
fn every_competency_has_four_anchors_and_its_own_behaviour() {
    let rubric = Rubric::builtin();
    for competency in &rubric.competencies {
        for level in 0..=TOP_LEVEL {
            let anchor = competency.anchors.at(level);
            assert!(anchor.ends_with('.'), "{}: {anchor}", competency.id);
        }
    }
    let moves: Vec<_> = rubric.competencies.iter().filter_map(|competency| competency.moves).collect();
    assert_eq!(moves, Behaviour::ALL);
    assert_eq!([0, 1, 2, 3].map(|level| rubric.levels.at(level)), ["Harmful", "Weak", "Competent", "Exemplary"]);
}

#[test]
fn marks_and_bands() {
    let rubric = Rubric::builtin();
    assert_eq!(rubric.pass, PassMark { overall: 650, floor: 500, decisions: 3, competencies: 2 });
    let bands = [0, 449, 450, 649, 650, 849, 850, 1000].map(|score| rubric.band(score));
    let [start, developing, dependable, strong] = [Band::Start, Band::Developing, Band::Dependable, Band::Strong];
    assert_eq!(bands, [start, start, developing, developing, dependable, dependable, strong, strong]);
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let text = include_str!("../../assets/rubric.ron")
        .replace(r#"id: "apology""#, r#"id: "Listening""#)
        .replace(r#"code: "F2""#, r#"code: "F1""#)
        .replace("overall: 650", "overall: 6500")
        .replace("strong: 850", "strong: 600")
        .replace(r#"caps: {"listening": 0}"#, r#"caps: {"listening": 4}"#)
        .replace(r#"harmful: "You promise nothing, or break a promise and say nothing.""#, r#"harmful: " ""#);
    let Err(RubricError::Values(problems)) = Rubric::parse(&text) else { panic!("the file must be refused") };
    for part in [
        "`Listening` may only",
        "`F1` is there twice",
        "`overall`",
        "bands",
        "cap of `E7`",
        "level 0 of the anchors of `follow-through`",
        "`A1` names",
    ] {
        assert!(problems.iter().any(|problem| problem.contains(part)), "{part}: {problems:?}");
    }
}

#[test]
fn a_misspelt_field_has_a_position() {
    let text = include_str!("../../assets/rubric.ron").replace("weight: 3", "wieght: 3");
    let Err(RubricError::Syntax(error)) = Rubric::parse(&text) else { panic!("the file must be refused") };
    assert!(error.span.start.line > 1);
}

#[test]
fn an_organisation_may_add_a_competency_that_moves_nothing() {
    let own = r#"(id: "safety", name: "Safety", definition: "You keep people safe.", anchors: (harmful: "a", weak: "b", competent: "c", exemplary: "d")),"#;
    let text = include_str!("../../assets/rubric.ron");
    let text = text.replacen("competencies: [", &format!("competencies: [{own}"), 1);
    let rubric = Rubric::parse(&text).unwrap();
    assert_eq!(rubric.competency("safety").unwrap().moves, None);
}
