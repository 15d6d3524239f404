//! Quotation marks: what people say stands in those of the interface's language.

use super::Words;

/// The pairs of marks that lines are written with.
const PAIRS: [(char, char); 2] = [('“', '”'), ('«', '»')];

impl Words {
    /// A spoken line in this language's quotation marks, those inside it turned to the inner kind. A line that begins with
    /// what is done, in brackets, is no quotation and stays as it is.
    #[must_use]
    pub fn quoted(&self, line: &str) -> String {
        if line.starts_with('(') {
            return line.to_owned();
        }
        let mut inner = String::with_capacity(line.len());
        let mut rest = line;
        while let Some((before, within, after)) = first_quoted(rest) {
            inner.push_str(before);
            inner.push_str(&self.format("quoted-within", &[("text", within.into())]));
            rest = after;
        }
        inner.push_str(rest);
        self.format("quoted", &[("text", inner.as_str().into())])
    }
}

/// What stands before the first marks in a text, between them, without the spaces that French sets there, and after them.
fn first_quoted(text: &str) -> Option<(&str, &str, &str)> {
    let (at, open, close) = PAIRS.iter().filter_map(|(open, close)| Some((text.find(*open)?, *open, *close))).min()?;
    let (before, after) = (text.get(..at)?, text.get(at + open.len_utf8()..)?);
    let (within, after) = after.split_once(close)?;
    Some((before, within.trim(), after))
}

#[cfg(test)]
mod tests {
    use crate::words::{Language, Words};

    #[test]
    fn marks_within_a_line_are_turned_to_the_inner_kind() {
        let english = Words::english();
        assert_eq!(english.quoted("“Heated” means heated."), "“‘Heated’ means heated.”");
        assert_eq!(english.quoted("It says « chauffée »."), "“It says ‘chauffée’.”");
        assert_eq!(english.quoted("(You wait.)"), "(You wait.)");
        assert_eq!(english.quoted("an open “mark"), "“an open “mark”");
        let french = Words::of(Language::French).quoted("C'est écrit «\u{a0}chauffée\u{a0}», et “tiède” ici.");
        assert!(french.starts_with('«') && french.ends_with('»'), "{french}");
        assert!(french.contains("écrit “chauffée”, et “tiède” ici."), "{french}");
    }
}
