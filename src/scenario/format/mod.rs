//! The layout of a RON file: the same text, easier to read. Comments, the order of fields and what the file means stay as they
//! are. It works on any RON: scenarios, their golden plays, their translations.

pub(super) mod lex;
mod print;
mod tree;

use std::sync::Arc;

use self::lex::{Kind, Token, tokens};
use super::syntax::mistake;
use super::unreadable;
use crate::diag::{Diagnostic, Source};

/// Why a text was not laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum Unformatted {
    /// It is not RON.
    Broken(Box<Diagnostic>),
    /// The result would not have meant the same: a mistake in Amends.
    Unfaithful,
}

/// The text laid out: UTF-8 without a byte-order mark, lines ending in LF.
///
/// # Errors
/// Where it is not RON, the first place that cannot be read; or [`Unformatted::Unfaithful`], which should never happen.
pub fn format(source: &Arc<Source>) -> Result<String, Unformatted> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    if let Some(error) = mistake(text) {
        return Err(Unformatted::Broken(Box::new(unreadable(source, &error))));
    }
    let text = text.replace("\r\n", "\n");
    let before = tokens(&text);
    let laid_out = settled(&before);
    if is_same(&before, &tokens(&laid_out)) { Ok(laid_out) } else { Err(Unformatted::Unfaithful) }
}

/// The layout that laying out does not change any more. Almost always that is the first; a comment in an unusual place may move
/// once more when what stands around it has moved.
fn settled(pieces: &[Token<'_>]) -> String {
    const MOST_ROUNDS: usize = 8;
    let mut rounds = vec![print::print(&tree::tree(pieces))];
    loop {
        let last = rounds.last().map(String::as_str).unwrap_or_default();
        let next = print::print(&tree::tree(&tokens(last)));
        match rounds.iter().position(|round| *round == next) {
            // Where layouts took turns, any of them leads to the same one.
            Some(first) => return rounds.into_iter().skip(first).min().unwrap_or_default(),
            None if rounds.len() == MOST_ROUNDS => return next,
            None => rounds.push(next),
        }
    }
}

/// Whether two texts have the same pieces in the same order, but for commas before a closing bracket; and the same comments.
fn is_same(one: &[Token<'_>], two: &[Token<'_>]) -> bool {
    let comments = |all: &[Token<'_>]| -> Vec<String> {
        all.iter().filter(|token| token.kind.is_comment()).map(|token| token.text.to_owned()).collect()
    };
    let pieces = |all: &[Token<'_>]| -> Vec<String> {
        let solid: Vec<&Token<'_>> = all.iter().filter(|token| !token.kind.is_comment()).collect();
        let next = solid.iter().skip(1).map(|token| token.kind == Kind::Close).chain([false]);
        let kept = solid.iter().zip(next).filter(|(token, closes)| token.kind != Kind::Comma || !closes);
        kept.map(|(token, _)| match token.kind {
            Kind::Attribute => token.text.split_whitespace().collect(),
            _ => token.text.to_owned(),
        })
        .collect()
    };
    comments(one) == comments(two) && pieces(one) == pieces(two)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn formatted(text: &str) -> String {
        let once = format(&Source::new("test.ron", text)).expect("it is RON");
        let twice = format(&Source::new("test.ron", once.as_str())).expect("it is still RON");
        assert_eq!(twice, once, "a second run changes nothing");
        once
    }

    #[expect(clippy::needless_pass_by_value, reason = "as `expect!` makes it")]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&formatted(text));
    }

    #[test]
    fn a_file_without_layout_gets_one_field_a_line() {
        let text = r#"#![enable( implicit_some )] Scenario(format:1,id:"x",role:"You are the attendant at the pool desk, a Saturday in December.",facts:{"a":(text:"one"),"b":(text:"two",root_cause:true)},start:"a",
        beats:{"a":(says:"Well?",reply:Choose({"x":(say:"One long enough to stand alone on a line of its own, surely.",shows:{"listening":2},because:"A reason that is long enough to stand alone on its line, surely.",to:"b"),"y":(say:"No.",to:"b")})),"b":(says:"Bye.")})"#;
        check(
            text,
            expect![[r#"
            #![enable(implicit_some)]
            Scenario(
                format: 1,
                id: "x",
                role: "You are the attendant at the pool desk, a Saturday in December.",
                facts: {"a": (text: "one"), "b": (text: "two", root_cause: true)},
                start: "a",
                beats: {
                    "a": (
                        says: "Well?",
                        reply: Choose({
                            "x": (
                                say: "One long enough to stand alone on a line of its own, surely.",
                                shows: {"listening": 2},
                                because: "A reason that is long enough to stand alone on its line, surely.",
                                to: "b",
                            ),
                            "y": (say: "No.", to: "b"),
                        }),
                    ),
                    "b": (says: "Bye."),
                },
            )
        "#]],
        );
    }

    #[test]
    fn what_an_author_put_on_one_line_stays_there_while_it_is_short() {
        check(
            r#"(
    phase: During,   channel: FaceToFace,
    gives: [
        reply("a"), reply("b"),
        fragments(["c"]),


        reply("d")
    ],
    to: [ (if : Not( Any( [Chose("a/b"), Chose("c/d")] ) ), go: "x"), (go: "y",), ],
    none: ( ), one: (1,), nothing: [],
)"#,
            expect![[r#"
                (
                    phase: During, channel: FaceToFace,
                    gives: [
                        reply("a"), reply("b"),
                        fragments(["c"]),

                        reply("d"),
                    ],
                    to: [(if: Not(Any([Chose("a/b"), Chose("c/d")])), go: "x"), (go: "y")],
                    none: (), one: (1,), nothing: [],
                )
            "#]],
        );
    }

    #[test]
    fn comments_stay_with_what_they_stand_beside() {
        check(
            r"// first
/* second */ #![enable(implicit_some)] // third

// fourth
( // fifth
    // sixth
    a: 1, // seventh
    b /* eighth */ : // ninth
        2 // tenth
    ,
    /* eleventh */ c: 3, /* twelfth */ d: (/* thirteenth */),
    e: [ 1, /* fourteenth */ 2 /* fifteenth */ ],

    // sixteenth

    // seventeenth
) // eighteenth
// nineteenth",
            expect![[r"
                // first
                /* second */ #![enable(implicit_some)] // third

                // fourth
                ( // fifth
                    // sixth
                    a: 1, // seventh
                    b /* eighth */: // ninth
                        2, // tenth
                    /* eleventh */ c: 3, /* twelfth */ d: (/* thirteenth */),
                    e: [1, /* fourteenth */ 2 /* fifteenth */],

                    // sixteenth

                    // seventeenth
                ) // eighteenth
                // nineteenth
            "]],
        );
    }

    #[test]
    fn windows_files_become_plain_ones() {
        assert_eq!(formatted("\u{feff}(\r\n    a: \"x\r\ny\", // c\r\n)\r\n"), "(\n    a: \"x\ny\", // c\n)\n");
    }

    #[test]
    fn what_is_no_ron_is_told_with_its_place() {
        for (text, place) in
            [("(a: 1", "test.ron:1:5"), ("(a: \"x)", "test.ron:1:5"), ("(a 1)", "test.ron:1:2"), ("", "test.ron:1:1")]
        {
            let Err(Unformatted::Broken(finding)) = format(&Source::new("test.ron", text)) else { panic!("{text}") };
            assert_eq!(finding.location(), place, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert!(matches!(format(&Source::new("deep.ron", deep)), Err(Unformatted::Broken(_))));
    }
}
