//! The two questions about work, in the terminal.

use std::io::{self, BufRead, Write};
use std::ops::RangeInclusive;

use super::line;
use crate::attempt::{Obstacle, Playing};
use crate::cli::terminal::paragraph;
use crate::words::{Words, keys};

/// The steps of the scale, from not at all to very.
const CONFIDENT: RangeInclusive<u8> = 1..=5;

/// Asks both questions and keeps what was answered. Whether the trainee is to be asked further.
pub fn ask(playing: &mut Playing, words: &Words, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<bool> {
    writeln!(out)?;
    paragraph(out, "", &words.text("voice-title"))?;
    paragraph(out, "", &words.text("voice-who-sees"))?;
    writeln!(out)?;
    paragraph(out, "", &words.text("voice-confident"))?;
    paragraph(out, "", &words.text("text-voice-confident-how"))?;
    let Some(first) = line(input)? else { return Ok(false) };
    let confident = first.parse().ok().filter(|step| CONFIDENT.contains(step));
    writeln!(out)?;
    paragraph(out, "", &words.text("voice-in-the-way"))?;
    for (obstacle, number) in Obstacle::ALL.into_iter().zip(1_usize..) {
        paragraph(out, &format!("{number:>2}. "), &words.text(keys::in_the_way(obstacle)))?;
    }
    paragraph(out, "", &words.text("text-voice-way-how"))?;
    let second = line(input)?;
    let obstacle = second.as_deref().and_then(named);
    if confident.is_some() || obstacle.is_some() {
        playing.hear(confident, obstacle);
    }
    Ok(second.is_some())
}

/// What stands in the way, by its number from 1.
fn named(number: &str) -> Option<Obstacle> {
    let place = number.parse::<usize>().ok()?.checked_sub(1)?;
    Obstacle::ALL.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obstacle_is_named_by_its_number_and_anything_else_passes_the_question() {
        assert_eq!(named("1"), Some(Obstacle::Policy));
        assert_eq!(named("6"), Some(Obstacle::Nothing));
        for passed in ["", "0", "7", "-1", "time"] {
            assert_eq!(named(passed), None, "{passed}");
        }
    }
}
