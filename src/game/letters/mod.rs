//! Which letters the window can show. The typefaces that come with Amends hold what is written in Latin, Greek and Cyrillic
//! letters; a folder of one's own may hold more. Words are set from left to right whatever they are written in, so what runs
//! from right to left cannot be read there, even with the letters at hand. What is the case is counted here, from texts alone.

mod extra;

use std::collections::BTreeSet;

pub use extra::{Extra, Typeface, is_typeface};

use crate::scenario::Checked;
use crate::translation::texts;

/// What of a text cannot be read in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lack {
    /// How many different characters would show as boxes.
    pub boxes: usize,
    /// Whether words that run from right to left follow one another: they would stand in the wrong order.
    pub right_to_left: bool,
}

impl Lack {
    /// Whether everything can be read.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// What of these texts cannot be read where `covers` says which characters there are letters for. It is asked once for each
/// character beyond ASCII.
pub fn lack<'a>(written: impl IntoIterator<Item = &'a str>, mut covers: impl FnMut(char) -> bool) -> Lack {
    let (mut seen, mut lack) = (BTreeSet::new(), Lack::default());
    for text in written {
        if text.is_ascii() {
            continue;
        }
        lack.right_to_left |= has_words_from_right_to_left(text);
        for letter in text.chars().filter(|letter| !letter.is_ascii() && !is_a_sign_of_layout(*letter)) {
            if seen.insert(letter) && !covers(letter) {
                lack.boxes += 1;
            }
        }
    }
    lack
}

/// What of a scenario cannot be read where `covers` says which characters there are letters for.
pub fn lack_of(scenario: &Checked, covers: impl FnMut(char) -> bool) -> Lack {
    let texts = texts(scenario);
    lack(texts.iter().map(|item| item.text.as_str()), covers)
}

/// Whether two words that run from right to left follow one another; a single one in other words is set as it should be.
fn has_words_from_right_to_left(text: &str) -> bool {
    let (mut in_one, mut after_one) = (false, false);
    for letter in text.chars() {
        if runs_from_right_to_left(letter) {
            if after_one {
                return true;
            }
            in_one = true;
        } else if letter.is_whitespace() {
            after_one |= in_one;
            in_one = false;
        } else if letter.is_alphabetic() {
            (in_one, after_one) = (false, false);
        }
    }
    false
}

/// Whether a character belongs to a script that runs from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and others.
#[must_use]
pub fn runs_from_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{1_0800}'..='\u{1_0fff}'
        | '\u{1_e800}'..='\u{1_efff}')
}

/// Whether a character is not drawn itself and only says how others are: a joiner, a direction, a variation of the one before.
fn is_a_sign_of_layout(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter,
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e_0100}'..='\u{e_01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATIN: fn(char) -> bool = |letter| letter < '\u{250}' || "“”’…–".contains(letter);

    #[test]
    fn a_character_without_a_letter_is_counted_once() {
        assert_eq!(lack(["Un thé, s’il vous plaît…", "plain"], LATIN), Lack::default());
        assert!(lack(["Un thé", "plain"], LATIN).is_nothing());
        let bath = lack(["お湯 お湯", "湯 (hot water)"], LATIN);
        assert_eq!(bath, Lack { boxes: 2, right_to_left: false });
        assert_eq!(lack(["お湯"], |_| true), Lack::default());
        let mut asked = Vec::new();
        lack(["éa é", "é"], |letter| {
            asked.push(letter);
            true
        });
        assert_eq!(asked, ['é']);
    }

    #[test]
    fn what_only_says_how_others_are_drawn_needs_no_letter() {
        assert_eq!(lack(["a\u{200d}b\u{fe0f}\u{202e}\u{a0}\u{3000}\u{feff}\u{85}"], |_| false), Lack::default());
    }

    #[test]
    fn words_that_run_from_right_to_left_are_noticed_where_they_follow_one_another() {
        let runs = |text: &str| lack([text], |_| true).right_to_left;
        assert!(runs("قيل لي إنها جاهزة"), "Arabic");
        assert!(runs("אמרו לי שזה מוכן"), "Hebrew");
        assert!(runs("سلام، خوبی؟"), "Persian");
        assert!(runs("The sign says: شكرا، لكم."), "a phrase");
        assert!(!runs("The sign says شكرا and nothing else, not even سلام."), "single words");
        assert!(!runs("湯はぬるかったです"), "Japanese");
        assert!(!runs("Ἀχιλῆος, Ахилл"));
    }
}
