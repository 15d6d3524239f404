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

/// A whole scenario: the example itself where it is one, else the frame with the example's parts in place of its own.
pub fn framed(example: &str) -> String {
    if example.contains("Scenario(") {
        return example.to_owned();
    }
    let wrapped = format!("({example})");
    let mut parts: Vec<(String, String)> = FRAME.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
    let document = parse_document(&wrapped).expect("an example is a list of fields");
    match document.value {
        Some(Expr::AnonStruct(body)) => {
            // Each field reaches from the end of the one before, so that its comments come with it.
            let ends = body.fields.iter().map(|field| field.value.span().end_offset);
            for (field, end) in body.fields.iter().zip(ends) {
                let value = wrapped[field.value.span().start_offset..end].to_owned();
                let name = field.name.name.to_string();
                match parts.iter_mut().find(|(known, _)| *known == name) {
                    Some(part) => part.1 = value,
                    None => parts.push((name, value)),
                }
            }
        }
        Some(Expr::Unit(_)) | None => {}
        other => panic!("an example is a list of fields, not {other:?}"),
    }
    let body: String = parts.iter().map(|(name, text)| format!("    {name}: {text},\n")).collect();
    format!("#![enable(implicit_some)]\nScenario(\n{body})\n")
}
