//! Scenario files as mistakes, mishaps and malice leave them: words swapped, groups doubled or lost, numbers far too large, brackets
//! a thousand deep, letters no keyboard has, files cut off. The same seed gives the same text everywhere.

use super::dice::Dice;

/// Letters and bits of text that have made readers stumble.
const ODD: [&str; 22] = [
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{e9}",
    "\u{1f600}\u{200d}\u{1f4a9}",
    "\u{301}",
    "\r",
    "\r\n",
    "\t",
    "\u{1b}[31m",
    "\"",
    "\\",
    "/*",
    "*/",
    "//",
    "r#\"",
    "'",
    "\u{201c}",
    "#![enable(implicit_some)]",
    "\u{2028}",
    "\\u{110000}",
];

/// Words that mean something in a scenario.
const WORDS: [&str; 40] = [
    "Choose",
    "Paraphrase",
    "Commit",
    "Knows",
    "Noticed",
    "Promised",
    "Kept",
    "Broke",
    "Chose",
    "Understood",
    "Feels",
    "AtLeast",
    "AtMost",
    "All",
    "Any",
    "Not",
    "AnyOf",
    "Some",
    "None",
    "After",
    "Before",
    "Days",
    "Hours",
    "Happy",
    "Upset",
    "Indifferent",
    "trust",
    "calm",
    "effort",
    "otherwise",
    "timer",
    "silence",
    "due",
    "keeps",
    "breaks",
    "renegotiates",
    "fails",
    "waits",
    "start",
    "format",
];

/// Numbers at and beyond every edge.
const NUMBERS: [&str; 18] = [
    "0",
    "-0",
    "1",
    "-1",
    "2",
    "3",
    "4",
    "255",
    "256",
    "999",
    "1000",
    "1001",
    "65536",
    "2147483648",
    "-9223372036854775809",
    "340282366920938463463374607431768211456",
    "1e308",
    "0x_F",
];

/// Texts that are no name and no line, or one of another place.
const TEXTS: [&str; 6] = ["\"\"", "\"start\"", "\"b0/c0\"", "\"A\"", "\" \"", "\"\u{202e}\""];

/// A text like `text`, with a few things wrong.
pub fn mangle(text: &str, dice: &mut Dice) -> String {
    let mut pieces = pieces(text);
    // Mostly one slip: a file with one thing wrong gets further into the program than a heap of rubble.
    let slips = if dice.percent(60) { 1 } else { 1 + dice.below(5) };
    for _ in 0..slips {
        slip(&mut pieces, dice);
    }
    let mut mangled = pieces.concat();
    if dice.percent(6) {
        let end = dice.below(mangled.len() + 1);
        mangled.truncate(mangled.floor_char_boundary(end));
    }
    mangled
}

/// One slip.
fn slip(pieces: &mut Vec<String>, dice: &mut Dice) {
    if pieces.is_empty() {
        pieces.push("()".to_owned());
    }
    let here = dice.below(pieces.len());
    match dice.below(12) {
        0 => drop(pieces.remove(here)),
        1 => pieces.insert(here, pieces[dice.below(pieces.len())].clone()),
        2 => {
            let there = dice.below(pieces.len());
            pieces.swap(here, there);
        }
        // Another of its kind: what a hurried author writes instead. It mostly still loads.
        3..=6 => another_of_its_kind(pieces, here, dice),
        7 => drop(pieces.drain(group(pieces, here))),
        8 => {
            let group: Vec<String> = pieces[group(pieces, here)].to_vec();
            let there = dice.below(pieces.len());
            pieces.splice(there..there, group);
        }
        9 => {
            let range = group(pieces, here);
            let depth = *dice.one_of(&[1, 2, 30, 130, 3_000]);
            let (open, close) = *dice.one_of(&[
                ("Not(", ")"),
                ("All([", "])"),
                ("(", ")"),
                ("[", "]"),
                ("Some(", ")"),
                ("{\"a\":", "}"),
            ]);
            pieces.insert(range.end, close.repeat(depth));
            pieces.insert(range.start, open.repeat(depth));
        }
        10 => pieces[here].insert_str(0, dice.one_of::<&str>(&ODD)),
        _ => {
            let letters: Vec<char> = pieces[here].chars().collect();
            let inside = dice.below(letters.len() + 1);
            let (head, tail) = letters.split_at(inside);
            pieces[here] =
                format!("{}{}{}", head.iter().collect::<String>(), dice.one_of(&ODD), tail.iter().collect::<String>());
        }
    }
}

fn another_of_its_kind(pieces: &mut [String], here: usize, dice: &mut Dice) {
    let start = (here..pieces.len()).chain(0..here).find(|place| kind(&pieces[*place]) != Kind::Other);
    let Some(here) = start else { return };
    let kind_here = kind(&pieces[here]);
    let like: Vec<String> = pieces.iter().filter(|piece| kind(piece) == kind_here).cloned().collect();
    let odd: &[&str] = match kind_here {
        Kind::Number => &NUMBERS,
        Kind::Word => &WORDS,
        Kind::Text | Kind::Other => &TEXTS,
    };
    pieces[here] = if dice.percent(30) { (*dice.one_of(odd)).to_owned() } else { dice.one_of(&like).clone() };
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Text,
    Other,
}

fn kind(piece: &str) -> Kind {
    match piece.chars().next() {
        Some('"') => Kind::Text,
        Some(first) if first.is_ascii_digit() => Kind::Number,
        Some(first) if first.is_alphabetic() => Kind::Word,
        _ => Kind::Other,
    }
}

/// The piece at a place, or where it opens a bracket everything up to the one that closes it.
fn group(pieces: &[String], here: usize) -> std::ops::Range<usize> {
    let mut depth = 0_i32;
    for (place, piece) in pieces.iter().enumerate().skip(here) {
        depth += match piece.as_str() {
            "(" | "[" | "{" => 1,
            ")" | "]" | "}" => -1,
            _ => 0,
        };
        if depth <= 0 {
            return here..place + 1;
        }
    }
    here..pieces.len()
}

/// Words, numbers, texts, white space, and everything else letter by letter.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |test: fn(char) -> bool| rest.find(|letter| !test(letter)).unwrap_or(rest.len());
        let length = if first == '"' {
            let mut escaped = false;
            let close = rest.char_indices().skip(1).find(|(_, letter)| {
                let found = *letter == '"' && !escaped;
                escaped = *letter == '\\' && !escaped;
                found
            });
            close.map_or(rest.len(), |(place, _)| place + 1)
        } else if first.is_alphanumeric() {
            same(|letter| letter.is_alphanumeric() || letter == '_')
        } else if first.is_whitespace() {
            same(char::is_whitespace)
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        pieces.push(piece.to_owned());
        rest = after;
    }
    pieces
}
