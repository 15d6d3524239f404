//! A standard scenario that the examples of the pages replace parts of.

use ron2::ast::{Expr, parse_document};

/// The parts, in the order of a file.
const FRAME: [(&str, &str); 15] = [
    ("format", "1"),
    ("id", "\"example\""),
    ("title", "\"Three days late\""),
    ("sector", "\"delivery\""),
    ("language", "\"en\""),
    ("role", "\"You answer the telephone at the depot.\""),
    ("briefing", "\"It is Monday morning, and the phone has rung since eight.\""),
    ("may", "[\"send a driver today\"]"),
    ("customer", "(name: \"Amina\", persona: \"analytical\")"),
    ("failure", "(severity: 2, kind: Economic)"),
    ("facts", "{\"late\": (text: \"the parcel is three days late\", root_cause: true)}"),
    ("promises", "{}"),
    ("start", "\"desk\""),
    (
        "beats",
        r#"{
        "desk": (
            says: "Where is my parcel? It was due on Friday.",
            reveals: ["late"],
            reply: Choose({
                "own": (
                    say: "Three days. I'm sorry, that is on us. What was in it?",
                    shows: {"listening": 2, "apology": 2},
                    because: "It names what went wrong, and asks.",
                    uses: ["late"],
                    to: "end",
                ),
                "wait": (
                    say: "It is on its way, please be patient with us this week.",
                    shows: {"listening": 0, "apology": 0},
                    because: "She has been patient since Friday.",
                    to: "end",
                ),
            }),
        ),
        "end": (says: "My daughter's birthday present."),
    }"#,
    ),
    (
        "outcomes",
        r#"{
        ReturnsAndRefers: "Amina orders again, and says why.",
        Passive: "Amina gets her parcel, and says nothing.",
        Complains: "Amina writes a letter.",
        WalksAway: "Amina orders elsewhere.",
        GoesPublic: "Amina tells everybody.",
    }"#,
    ),
];

struct Part {
    comments: String,
    name: String,
    value: String,
}

/// A whole scenario: the example itself where it is one, else the frame with the example's parts in place of its own.
pub fn framed(example: &str) -> String {
    if example.contains("Scenario(") {
        return example.to_owned();
    }
    let wrapped = format!("({example})");
    let own = |(name, value): (&str, &str)| Part { comments: String::new(), name: name.into(), value: value.into() };
    let mut parts: Vec<Part> = FRAME.into_iter().map(own).collect();
    let document = parse_document(&wrapped).expect("an example is a list of fields");
    match document.value {
        Some(Expr::AnonStruct(body)) => {
            let mut from = 1;
            for field in &body.fields {
                // A field brings along the comments before it.
                let name = field.name.name.to_string();
                let comments = wrapped[from..field.name.span.start_offset].trim_start_matches(',').trim().to_owned();
                from = field.value.span().end_offset;
                let value = wrapped[field.value.span().start_offset..from].to_owned();
                let part = Part { comments, name, value };
                match parts.iter_mut().find(|known| known.name == part.name) {
                    Some(known) => *known = part,
                    None => parts.push(part),
                }
            }
        }
        Some(Expr::Unit(_)) | None => {}
        other => panic!("an example is a list of fields, not {other:?}"),
    }
    let line =
        |part: &Part| format!("    {}\n    {}: {},\n", part.comments, part.name, part.value).replace("    \n", "");
    let body: String = parts.iter().map(line).collect();
    format!("#![enable(implicit_some)]\nScenario(\n{body})\n")
}
