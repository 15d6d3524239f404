//! Near misses: what a rule must leave alone, and what it must still see. A false alarm costs trust.

use super::codes;
use super::frame::framed;

/// The framed example gives none of these.
#[track_caller]
fn quiet(about: &[&str], example: &str) {
    let found = super::findings(&framed(example));
    let wrong: Vec<_> = found
        .iter()
        .filter(|one| about.contains(&one.code) || one.code.starts_with("S0") || one.code.starts_with("S1"))
        .map(|one| format!("{} {}", one.code, one.title))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The framed example gives this.
#[track_caller]
fn heard(code: &str, example: &str) {
    let found = codes(&framed(example));
    assert!(found.contains(code), "only {found:?}");
}

/// One beat with two replies, and beats after it.
fn desk(says: &str, one: &str, other: &str, rest: &str) -> String {
    format!(
        r#"start: "desk", beats: {{
            "desk": (says: "{says}", reveals: ["late"], reply: Choose({{
                "one": ({one}, because: "It names it, and goes on.", to: "end"),
                "other": ({other}, because: "It leaves them alone with it.", to: "end"),
            }})),
            "end": (says: "Good."), {rest}
        }}"#
    )
}

fn say(line: &str) -> String {
    desk(
        "Where is it?",
        &format!(r#"say: "{line}", shows: {{"listening": 2}}"#),
        r#"say: "No idea.", shows: {"listening": 0}"#,
        "",
    )
}

#[test]
fn conditions_that_may_hold_are_left_alone() {
    let two = |condition: &str| {
        format!(
            r#"facts: {{"late": (text: "it is late", root_cause: true), "gift": (text: "it is a gift")}},
            promises: {{"warm": (what: "warm it", owner: "you", by: Days(1), can_keep: false)}},
            start: "desk", beats: {{
                "desk": (says: "Hello.", reveals: ["late"], reply: Choose({{
                    "back": (say: "Once more?", shows: {{"listening": 1}}, because: "a", to: "desk"),
                    "on": (say: "Go on.", shows: {{"listening": 2}}, because: "b", promise: "warm", to: "next"),
                    "gift": (if: Chose("desk/back"), say: "A gift?", shows: {{"listening": 0}}, because: "c", to: "next"),
                }}), otherwise: "next"),
                "next": (says: [(if: {condition}, text: "Yes."), (text: "No.")], reveals: ["gift"]),
            }}"#
        )
    };
    for condition in [
        r#"All([Chose("desk/back"), Chose("desk/on")])"#,
        r#"Knows("gift")"#,
        r#"Any([Knows("late"), Chose("desk/gift")])"#,
        "All([AtLeast(trust, 300), AtMost(trust, 300)])",
        "Not(Feels(Happy))",
        r#"Promised("warm")"#,
        "AtLeast(outcome, -999)",
    ] {
        quiet(&["S203", "S204"], &two(condition));
    }
    for condition in [
        r#"Broke("warm")"#,
        r#"Kept("warm")"#,
        "Understood(1)",
        "All([AtLeast(trust, 301), AtMost(trust, 300)])",
        "All([Feels(Happy), Feels(Upset)])",
        r#"Not(Noticed("gift"))"#,
        r#"All([Chose("desk/on"), Not(Chose("desk/on"))])"#,
        "Any([])",
        "Not(All([]))",
    ] {
        heard("S203", &two(condition));
    }
    for condition in ["AtMost(anger, 1000)", "All([])", "Not(Any([]))", "Any([Feels(Happy), Not(Feels(Happy))])"] {
        heard("S204", &two(condition));
    }
}

#[test]
fn the_part_of_a_condition_that_cannot_hold_is_underlined() {
    let text = framed(
        r#"start: "desk", beats: {
            "desk": (says: [(if: Any([Feels(Happy), All([Feels(Upset), Not(Chose("end/x"))])]), text: "A"), (text: "B")],
                reveals: ["late"], reply: Choose({
                "a": (say: "A?", shows: {"listening": 1}, because: "a", to: "end"),
                "b": (say: "B?", shows: {"listening": 2}, because: "b", to: "end"),
            })),
            "end": (says: "Well?", reply: Choose({
                "x": (say: "X.", shows: {"listening": 1}, because: "a", to: "over"),
                "y": (say: "Y.", shows: {"listening": 2}, because: "b", to: "over"),
            })),
            "over": (says: "Goodbye."),
        }"#,
    );
    let found = super::findings(&text);
    let never: Vec<_> = found.iter().filter(|one| one.code == "S203").collect();
    assert_eq!(never.len(), 1, "{never:#?}");
    assert_eq!(&text[never[0].span.clone().unwrap()], "\"end/x\"");
}

#[test]
fn times_that_fit_are_left_alone() {
    let visit = |by: &str, after: &str, more: &str| {
        format!(
            r#"promises: {{"visit": (what: "come", owner: "you", by: {by})}},
            start: "desk", beats: {{
                "desk": (says: "It is cold.", reveals: ["late"], reply: Choose({{
                    "visit": (say: "I'll come.", shows: {{"follow-through": 3}}, because: "a", promise: "visit", to: "later"),
                    "list": (say: "You are on the list.", shows: {{"follow-through": 0}}, because: "b", to: "later"),
                }})),
                "later": ({after} scene: "Now.", due: "visit", otherwise: "end", reply: Choose({{
                    "go": (act: "You go.", shows: {{"follow-through": 3}}, because: "a", keeps: "visit", to: "end"),
                    "stay": (act: "You stay.", shows: {{"follow-through": 0}}, because: "b", breaks: "visit", to: "end"),
                }})),
                "end": (says: "So."), {more}
            }}"#
        )
    };
    for (by, after) in [
        ("Days(2)", "after: Days(2),"),
        ("Minutes(15)", ""),
        ("Days(2)", "after: Days(1),"),
        ("Hours(1)", "waits: (time: Minutes(50)),"),
    ] {
        quiet(&["S209", "S210", "S211"], &visit(by, after, ""));
    }
    for (by, after) in [
        ("Days(2)", "after: Days(3),"),
        ("Minutes(15)", "after: Hours(1),"),
        ("Days(10)", "after: Days(1),"),
        ("Hours(1)", "waits: (time: Hours(2)),"),
    ] {
        heard("S210", &visit(by, after, ""));
    }
}

#[test]
fn promises_without_a_day_need_not_come_due() {
    let offer = |promise: &str| {
        format!(
            r#"promises: {{"p": {promise}}}, {}"#,
            desk(
                "So?",
                r#"say: "I'll see to it.", shows: {"follow-through": 2}, promise: "p""#,
                r#"say: "No.", shows: {"follow-through": 0}"#,
                ""
            )
        )
    };
    quiet(&["S208", "S209"], &offer(r#"(what: "ring")"#));
    quiet(&["S208", "S209"], &offer(r#"(what: "warm it", owner: "you", by: Days(3), can_keep: false)"#));
    heard("S209", &offer(r#"(what: "ring", owner: "you", by: Days(3))"#));
}

#[test]
fn what_is_said_plainly_is_left_alone() {
    let wording = ["S315", "S316", "S401", "S402", "S403", "S404", "S405", "S406", "S407"];
    for line in [
        "I know that sorry is not enough here.",
        "It was calm down at the lake.",
        "You had had it for a week, and that that broke is ours.",
        "No, no, no. It is ours.",
        "Very, very late. I know … it is ours.",
        "Ours, not theirs, theirs is the van.",
        "We're eta-lier than you thought.",
        "Who is on it? On it I'll put my name.",
    ] {
        quiet(&wording[2..], &say(line));
    }
    quiet(&wording, &say("I can see why. Which door was it, the blue one or the one at the back?"));
    heard("S315", &say("I’m sorry if you waited."));
    heard("S315", &say("Calm down, please."));
    heard("S401", &say("Going forward I do it myself."));
    heard("S406", &say("It is on on the way."));
}

#[test]
fn a_phrase_is_underlined_as_it_is_written() {
    let text = framed(&say("Well, There’s no Need to be upset."));
    let found = super::findings(&text);
    let error = found.iter().find(|one| one.code == "S315").unwrap();
    assert_eq!(&text[error.span.clone().unwrap()], "There’s no Need to be upset");
}

#[test]
fn jargon_that_is_meant_is_left_alone() {
    quiet(
        &["S401"],
        &desk(
            "So?",
            r#"say: "I'll escalate it.", shows: {"accountability": 2}, does: [Jargon]"#,
            r#"say: "No.", shows: {"accountability": 0}"#,
            "",
        ),
    );
    quiet(
        &["S401"],
        &desk(
            "So?",
            r#"say: "I'll escalate it.", shows: {"accountability": 1}"#,
            r#"say: "No.", shows: {"accountability": 0}"#,
            "",
        ),
    );
}

#[test]
fn other_people_are_not_taken_for_the_customer() {
    let outcomes = |one: &str| {
        format!(
            r#"outcomes: {{
                ReturnsAndRefers: "Amina comes back. She tells her sister.",
                Passive: "She pays and goes.",
                Complains: "She writes a letter, and she is fair.",
                WalksAway: "{one}",
                GoesPublic: "She tells everybody.",
            }}"#
        )
    };
    quiet(&["S408", "S409"], &outcomes("Her son waits outside. He saw it all."));
    quiet(&["S408", "S409"], &outcomes("The manager shrugs. He has seen many go."));
    quiet(&["S408", "S409"], &outcomes("Otieno watches the door. He is sorry."));
    quiet(&["S408"], &outcomes("Admin people write about such things. She goes."));
    heard("S409", &outcomes("He goes, and is not seen again."));
    heard("S408", &outcomes("Amena goes."));
}

#[test]
fn decoys_that_nobody_said_are_left_alone() {
    let decoys = |decoys: &str| {
        format!(
            r#"facts: {{
                "late": (text: "the parcel is three days late", root_cause: true),
                "rang": (text: "she has rung here twice"),
            }},
            start: "desk", beats: {{
                "desk": (says: "Three days late. I have rung twice, and nobody offered me my money back.", reveals: ["late", "rang"],
                    reply: Paraphrase(decoys: [{decoys}], because: "Both of it.", to: "end")),
                "end": (says: "Yes."),
            }}"#
        )
    };
    quiet(&["S311", "S312"], &decoys(r#""she was offered her money back", "the parcel was wet""#));
    quiet(&["S311", "S312"], &decoys(r#""Amina has changed her address", "the parcel is for her sister""#));
    heard("S311", &decoys(r#""nobody offered her money back", "the parcel was wet""#));
    heard("S312", &decoys(r#""her", "the parcel was wet""#));
}

#[test]
fn facts_that_anything_can_take_up_are_used() {
    let facts = |way: &str, says: &str| {
        format!(
            r#"facts: {{"late": (text: "it is late", root_cause: true), "gift": (text: "it is a gift")}},
            start: "desk", beats: {{
                "desk": (says: "A gift, and late.", reveals: ["late", "gift"], reply: {way}),
                "end": (says: {says}),
            }}"#
        )
    };
    let choose = r#"Choose({
        "a": (say: "A gift?", shows: {"listening": 2}, because: "a", to: "end"),
        "b": (say: "Late?", shows: {"listening": 1}, because: "b", to: "end"),
    })"#;
    let paraphrase = r#"Paraphrase(decoys: ["it is broken", "it is dear"], because: "Both.", to: "end")"#;
    heard("S206", &facts(choose, "\"Yes.\""));
    quiet(&["S206"], &facts(paraphrase, "\"Yes.\""));
    quiet(&["S206"], &facts(choose, r#"[(if: Knows("gift"), text: "It is for him."), (text: "Yes.")]"#));
}

#[test]
fn one_decision_more_or_less_is_chance() {
    // Three of five longest replies are the best: over the share, and nothing unusual.
    let best = [
        "I see. What happened then, tell me?",
        "I see. And what did you do about it?",
        "I see. Who was with you there?",
        "How?",
        "When?",
    ];
    let weak = ["Well.", "So.", "Hm.", "It is what it is, I am afraid.", "There is nothing here about it."];
    let names = ["b1", "b2", "b3", "b4", "b5", "end"];
    let beats: String = (0..5)
        .map(|at| {
            format!(
                r#""{}": (says: "And {at}.", reply: Choose({{
                    "x{at}": (say: "{}", shows: {{"listening": {}}}, because: "a", to: "{}"),
                    "y{at}": (say: "{}", shows: {{"listening": {}}}, because: "b", to: "{}"),
                }})),"#,
                names[at],
                if at % 2 == 0 { best[at] } else { weak[at] },
                if at % 2 == 0 { 2 } else { 0 },
                names[at + 1],
                if at % 2 == 0 { weak[at] } else { best[at] },
                if at % 2 == 0 { 0 } else { 2 },
                names[at + 1],
            )
        })
        .collect();
    let example = format!(r#"start: "b1", beats: {{ {beats} "end": (says: "Good.") }}"#);
    quiet(&["S301", "S302", "S303", "S304"], &example);
}

#[test]
fn equal_replies_that_exclude_each_other_are_left_alone() {
    let pair = |one: &str, other: &str| {
        format!(
            r#"start: "desk", beats: {{
                "desk": (says: "So?", reveals: ["late"], reply: Choose({{
                    "a": (say: "One.", shows: {{"listening": 1}}, because: "a", to: "next"),
                    "b": (say: "Two.", shows: {{"listening": 2}}, because: "b", to: "next"),
                }})),
                "next": (says: "And?", otherwise: "end", reply: Choose({{
                    "c": ({one} say: "I'll ring.", shows: {{"listening": 2}}, because: "a", to: "end"),
                    "d": ({other} say: "I'll ring.", shows: {{"listening": 2}}, because: "b", to: "end"),
                    "e": (say: "No.", shows: {{"listening": 0}}, because: "c", to: "end"),
                }})),
                "end": (says: "Good."),
            }}"#
        )
    };
    quiet(&["S306", "S318"], &pair(r#"if: Chose("desk/a"),"#, r#"if: Chose("desk/b"),"#));
    heard("S306", &pair("", ""));
    heard("S318", &pair("", ""));
}

#[test]
fn the_comment_silences_the_place_it_stands_before_and_no_other() {
    let text = |comment: &str| {
        framed(&format!(
            r#"briefing: "It is Monday.",
            {comment}
            title: "TODO",
            role: "TODO""#
        ))
    };
    let places = |text: &str| {
        let found = super::findings(text);
        found.iter().filter(|one| one.code == "S405").filter_map(amends::diag::Diagnostic::place).count()
    };
    assert_eq!(places(&text("")), 2);
    assert_eq!(places(&text("// allow: S405 because it is a test")), 1);
    assert_eq!(places(&text("// allow: placeholder because it is a test")), 1);
    assert_eq!(places(&text("// allow: S405")), 2, "without a reason it silences nothing");
    assert!(codes(&text("// allow: S101 because I say so")).contains("S011"), "an error cannot be silenced");
    assert!(codes(&text("// allow: S999 because I say so")).contains("S011"));
}

#[test]
fn last_words_that_are_true_of_everybody_are_left_alone() {
    let two = |end: &str| {
        format!(
            r#"promises: {{"warm": (what: "warm it", owner: "you", by: Days(1), can_keep: false)}},
            start: "desk", beats: {{
                "desk": (says: "Hello.", reveals: ["late"], reply: Choose({{
                    "good": (say: "Sorry.", shows: {{"listening": 3, "apology": 3, "accountability": 3}}, because: "a", fixes: 1000, to: "end"),
                    "bad": (say: "No.", shows: {{"listening": 0, "apology": 0, "accountability": 0}}, because: "b", to: "end"),
                }})),
                "end": (says: {end}),
            }}"#
        )
    };
    heard("S512", &two("\"Thank you very much indeed.\""));
    heard("S512", &two("[(if: AtLeast(trust, 0), text: \"Thank you very much indeed.\"), (text: \"Never.\")]"));
    quiet(&["S512"], &two("\"Goodbye, then.\""));
    quiet(
        &["S512"],
        &two("[(if: Feels(Happy), text: \"Thank you very much.\"), (text: \"I have heard enough now.\")]"),
    );
    // Meant for both: written twice.
    let twice = two("[(if: Feels(Happy), text: \"So that is that, then.\"), (text: \"So that is that, then.\")]");
    quiet(&["S512"], &twice);
    // A guarantee that breaks after the words: nobody knew it yet.
    let guarantee =
        two("[(if: Feels(Upset), text: \"I have heard enough now.\"), (text: \"Thank you very much indeed.\")]")
            .replace("because: \"a\", fixes", "because: \"a\", promise: \"warm\", fixes");
    quiet(&["S512"], &guarantee);
}

#[test]
fn what_is_known_of_english_is_not_asked_of_other_languages() {
    let spanish = |text: &str| format!("language: \"es\", briefing: \"{text}\"");
    quiet(&["S405"], &spanish("Todo empezó el lunes."));
    heard("S405", &spanish("TODO: el lunes."));
    heard("S405", "briefing: \"Todo: who called?\"");
    let name = |language: &str, end: &str| {
        format!(
            r#"language: "{language}", customer: (name: "Achieng", persona: "analytical"),
            role: "Achieng rief an.", briefing: "Achieng, und {end}.", title: "Achieng""#
        )
    };
    heard("S408", &name("en", "Achienga"));
    quiet(&["S408"], &name("de", "Achienga"));
    let address = r#"customer: (name: "Amina Odede", persona: "analytical"), title: "Mrs Odede", role: "Ms Odede""#;
    quiet(&["S410"], &format!("language: \"de\", {address}"));
}

#[test]
fn the_breaks_between_words_that_no_space_divides_are_left_alone() {
    for text in ["สวัสดี\u{200b}ครับ", "សួស្តី\u{200b}បង", "می\u{200c}خواهم", "क्\u{200d}ष", "👩\u{200d}🍳"]
    {
        let found = codes(&framed(&format!("briefing: \"{text}\"")));
        assert!(!found.contains("S013"), "{text}: {found:?}");
    }
    heard("S013", "briefing: \"The soup\u{200b} was cold\"");
}
