//! A source text cut into the pieces that layout is about. White space is only remembered as the line ends it held. Whether the
//! pieces make sense together is not asked here.

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or a number.
    Word,
    /// A text, a character or bytes, with their quotation marks.
    Text,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `#![…]`, whole.
    Attribute,
    /// `// …` without its line end.
    LineComment,
    /// `/* … */`
    BlockComment,
}

impl Kind {
    /// Whether it is a comment of either kind.
    pub fn is_comment(self) -> bool {
        matches!(self, Self::LineComment | Self::BlockComment)
    }
}

/// One piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
    /// Its first byte.
    pub start: usize,
    /// Line ends in the white space before it.
    pub lines_before: usize,
}

/// Every piece of a text, in order. What never closes reaches to the end.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut at, mut lines_before) = (0, 0);
    while let Some(first) = rest(text, at).chars().next() {
        if is_space(first) {
            lines_before += usize::from(first == '\n');
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = piece(rest(text, at), first);
        let piece = rest(text, at).get(..length).unwrap_or_default();
        // A comment's trailing blanks are layout.
        let piece = if kind == Kind::LineComment { piece.trim_end() } else { piece };
        tokens.push(Token { kind, text: piece, start: at, lines_before });
        at += length.max(first.len_utf8());
        lines_before = 0;
    }
    tokens
}

fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// White space as RON has it.
pub fn is_space(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

/// The kind and the length in bytes of the piece that `text` begins with.
fn piece(text: &str, first: char) -> (Kind, usize) {
    match first {
        '(' | '[' | '{' => return (Kind::Open, 1),
        ')' | ']' | '}' => return (Kind::Close, 1),
        ',' => return (Kind::Comma, 1),
        ':' => return (Kind::Colon, 1),
        '"' => return (Kind::Text, quoted(text, 1, '"')),
        '\'' => return (Kind::Text, quoted(text, 1, '\'')),
        '#' => return (Kind::Attribute, attribute(text)),
        '/' if text.starts_with("//") => return (Kind::LineComment, text.find('\n').unwrap_or(text.len())),
        '/' if text.starts_with("/*") => return (Kind::BlockComment, block_comment(text)),
        _ => {}
    }
    if let Some(length) = prefixed(text) {
        return (Kind::Text, length);
    }
    let ends = |letter: char| is_space(letter) || "()[]{},:\"'/".contains(letter);
    let length = text.find(ends).unwrap_or(text.len()).max(first.len_utf8());
    (Kind::Word, length)
}

/// The length of a text from its beginning, its opening mark ending at `from`, to its closing mark.
fn quoted(text: &str, from: usize, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest(text, from).char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == mark => return from + at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `b"…"`, `b'…'`, `r"…"`, `r#"…"#`, `br"…"`, where `text` begins with one of them.
fn prefixed(text: &str) -> Option<usize> {
    if text.starts_with("b\"") {
        return Some(quoted(text, 2, '"'));
    }
    if text.starts_with("b'") {
        return Some(quoted(text, 2, '\''));
    }
    let raw = if text.starts_with("br") { 2 } else { 1 };
    if !text.starts_with('r') && raw == 1 {
        return None;
    }
    let hashes = rest(text, raw).bytes().take_while(|byte| *byte == b'#').count();
    let from = raw + hashes + 1;
    if !rest(text, raw + hashes).starts_with('"') {
        return None;
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    Some(rest(text, from).find(&closing).map_or(text.len(), |at| from + at + closing.len()))
}

/// The length of a block comment; they nest.
fn block_comment(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < text.len() {
        let here = rest(text, at);
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of `#![…]`. Only words, commas, brackets and comments stand in one.
fn attribute(text: &str) -> usize {
    let (mut at, mut depth) = (1, 0_usize);
    while let Some(first) = rest(text, at).chars().next() {
        if is_space(first) {
            at += first.len_utf8();
            continue;
        }
        // A second `#` is no part of this one.
        if first == '#' {
            return at;
        }
        let (kind, length) = piece(rest(text, at), first);
        at += length;
        match kind {
            Kind::Open => depth += 1,
            Kind::Close => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at;
                }
            }
            Kind::Word | Kind::Text | Kind::Comma | Kind::Colon | Kind::Attribute => {}
            Kind::LineComment | Kind::BlockComment => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(Kind, &str)> {
        tokens(text).into_iter().map(|token| (token.kind, token.text)).collect()
    }

    #[test]
    fn texts_end_where_they_end_whatever_is_inside() {
        for text in [
            r#""a \" // b""#,
            r##"r#"a "quoted" /* b"#"##,
            r"'\''",
            "'\"'",
            r#"b"x\"y""#,
            r##"br#"z"#"##,
            "\"two\nlines\"",
            r#""ends in \\""#,
        ] {
            assert_eq!(cut(&format!("{text}, 1")), [(Kind::Text, text), (Kind::Comma, ","), (Kind::Word, "1")]);
        }
    }

    #[test]
    fn comments_and_attributes_are_one_piece_each() {
        assert_eq!(
            cut("#![enable(a, b)] // one  \n/* two /* three */ */x"),
            [
                (Kind::Attribute, "#![enable(a, b)]"),
                (Kind::LineComment, "// one"),
                (Kind::BlockComment, "/* two /* three */ */"),
                (Kind::Word, "x"),
            ]
        );
        assert_eq!(cut("r#type: -1.5e3"), [(Kind::Word, "r#type"), (Kind::Colon, ":"), (Kind::Word, "-1.5e3")]);
    }

    #[test]
    fn what_never_closes_reaches_to_the_end() {
        for text in ["\"open", "r#\"open\"", "/* open", "#![open", "'", "b\"", "/"] {
            assert_eq!(cut(text).len(), 1, "{text}");
        }
    }
}
