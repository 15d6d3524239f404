//! What must be the same in a text and its translation, whatever the language: the numbers and the emphasis.

/// The zeros of the digits that languages write beside ours.
const ZEROS: [char; 19] =
    ['0', '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０'];

/// The numbers in a text, smallest first. `1,000`, `1.000` and `1 000` are one number; `8:40` is two, as are `8.40` and `8h40`.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit_at = |at: usize| letters.get(at).and_then(|letter| digit(*letter));
    let mut numbers = Vec::new();
    let mut number = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if let Some(digit) = digit(*letter) {
            number.push(digit);
            continue;
        }
        let groups = !number.is_empty()
            && is_separator(*letter)
            && (1..=3).all(|ahead| digit_at(at + ahead).is_some())
            && digit_at(at + 4).is_none();
        if !groups && !number.is_empty() {
            numbers.push(std::mem::take(&mut number));
        }
    }
    numbers.extend((!number.is_empty()).then_some(number));
    numbers.sort_unstable();
    numbers
}

/// A digit of any script, as ours.
fn digit(letter: char) -> Option<char> {
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    })
}

/// What stands between groups of three digits in one language or another.
fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | '.' | '\'' | '’' | '٬' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// How many passages are emphasised, `*like this*`.
pub(super) fn emphases(text: &str) -> usize {
    text.matches('*').count() / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_in_every_language() {
        for (one, other) in [
            ("1,000 guests", "1.000 Gäste"),
            ("1 000", "1000"),
            ("8:40", "8h40"),
            ("29 degrees", "٢٩ درجة"),
            ("ten past 3, 14 people", "14 Leute, zehn nach 3"),
        ] {
            assert_eq!(numbers(one), numbers(other), "{one} / {other}");
        }
        for (one, other) in [("29", "28"), ("21", "12"), ("3.5", "35"), ("", "7")] {
            assert_ne!(numbers(one), numbers(other), "{one} / {other}");
        }
    }

    #[test]
    fn emphasis_comes_in_pairs() {
        assert_eq!(emphases("Your advert says *heated*. It is *not*."), 2);
        assert_eq!(emphases("5 * 3"), 0);
    }
}
