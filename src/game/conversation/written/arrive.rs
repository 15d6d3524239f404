//! How a line arrives in a chat: as the messages that somebody would send one after another, each when it has been typed.

/// The fewest words of a message that another may follow.
const LEAST: usize = 5;

/// The messages that a line is sent in: sentences, short ones together with the next. Nothing of the line is lost but the spaces
/// between them, and what is stressed stays in one message.
#[must_use]
pub fn messages(says: &str) -> Vec<&str> {
    let mut messages = Vec::new();
    let mut rest = says.trim();
    while let Some(end) = first_end(rest) {
        let Some((message, after)) = rest.split_at_checked(end) else { break };
        messages.push(message.trim());
        rest = after.trim_start();
    }
    if !rest.is_empty() {
        messages.push(rest);
    }
    messages
}

/// Where the first message of `text` ends, if another follows it.
fn first_end(text: &str) -> Option<usize> {
    let mut before: Option<&str> = None;
    for (count, word) in text.split_whitespace().enumerate() {
        // A word is a part of `text`, so the difference of the places is where it begins.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let starts_anew =
            word.trim_start_matches(['“', '"', '*', '(', '«']).starts_with(|sign: char| !sign.is_lowercase());
        if before.is_some_and(ends_sentence) && count >= LEAST && starts_anew {
            let head = text.get(..start)?;
            let whole = head.matches('*').count().is_multiple_of(2)
                && head.matches(['“', '(']).count() == head.matches(['”', ')']).count();
            let left = text.get(start..)?.split_whitespace().count();
            if whole && left >= 2 {
                return Some(start);
            }
        }
        before = Some(word);
    }
    None
}

/// Whether a word ends a sentence, and is not only shortened as in "Mr." or "p.".
fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['”', '"', ')', '*', '»']);
    let bare = word.trim_end_matches(['.', '!', '?', '…']);
    bare.len() < word.len() && (!word.ends_with('.') || bare.chars().filter(|sign| sign.is_alphanumeric()).count() > 2)
}

/// How many messages have arrived once `said` words of the line have been said: each after the third of its own words, so that
/// there is time to read it before the next.
#[must_use]
pub fn arrived(messages: &[&str], said: f32, complete: bool) -> usize {
    if complete {
        return messages.len();
    }
    let mut words = 0;
    messages
        .iter()
        .take_while(|message| {
            let own = message.split_whitespace().count();
            let due = words + own.div_ceil(3);
            words += own;
            #[expect(clippy::cast_precision_loss, reason = "a line has far fewer words than a float counts")]
            let due = due as f32;
            said >= due
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_sent_sentence_by_sentence() {
        assert_eq!(messages("does it work with my phone?"), ["does it work with my phone?"]);
        assert_eq!(
            messages(
                "Okay. Hi. I've never done this, posting somebody. Anyway. It's a grey one, with two wheels. At noon. Okay."
            ),
            [
                "Okay. Hi. I've never done this, posting somebody.",
                "Anyway. It's a grey one, with two wheels.",
                "At noon. Okay."
            ]
        );
        assert_eq!(messages("I saw Mr. Petkov there today. And then?"), ["I saw Mr. Petkov there today.", "And then?"]);
        assert_eq!(
            messages("He said “Go home. Now. Or else it is over.” and I went."),
            ["He said “Go home. Now. Or else it is over.” and I went."]
        );
        assert_eq!(messages("   "), Vec::<&str>::new());
    }

    #[test]
    fn no_word_is_lost_or_changes_its_place() {
        for says in [
            "One two three four five six. Seven! Eight nine ten? … Eleven *twelve. Thirteen* it is. Fin.",
            "é ñ “ü”. A b c d e f. G h",
        ] {
            let joined = messages(says).join(" ");
            assert_eq!(joined.split_whitespace().collect::<Vec<_>>(), says.split_whitespace().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_message_comes_when_a_third_of_it_is_typed() {
        let line = ["one two three four five six.", "Seven eight nine."];
        let counts = [0.0, 1.9, 2.0, 6.9, 7.0, 9.0].map(|said| arrived(&line, said, false));
        assert_eq!(counts, [0, 0, 1, 1, 2, 2]);
        assert_eq!(arrived(&line, 0.0, true), 2);
    }
}
