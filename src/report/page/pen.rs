//! How texts, numbers and dates are written in the reader's language.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::shown::FEWEST;
use super::text::{Line, hidden, name, parts, signed, whole};
use crate::measurement::Interval;
use crate::report::summary::Month;
use crate::words::{Value, Words};

/// Writes texts, numbers and dates in one language.
#[derive(Clone, Debug)]
pub struct Pen<'a> {
    words: &'a Words,
    thousands: String,
    decimal: String,
}

impl<'a> Pen<'a> {
    /// One for the language of these words.
    pub fn new(words: &'a Words) -> Self {
        Self { words, thousands: words.text("report-thousands"), decimal: words.text("report-decimal") }
    }

    /// The text under a key.
    pub fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// The text under a key with its values filled in.
    pub fn format(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.words.format(key, values)
    }

    /// The sentence under a key: `**words**` in it matter, and `[number](how-score)` leads to how that was computed.
    pub fn line(&self, key: &str, values: &[(&str, Value<'_>)]) -> Line {
        let texts: Vec<Option<String>> = values
            .iter()
            .map(|(_, value)| match value {
                Value::Text(text) => Some(hidden(text)),
                Value::Number(_) => None,
            })
            .collect();
        let values: Vec<(&str, Value<'_>)> = values
            .iter()
            .zip(&texts)
            .map(|((name, value), text)| (*name, text.as_deref().map_or(*value, Value::Text)))
            .collect();
        parts(&self.format(key, &values))
    }

    /// How many there are of something, as the text under a key says it: `n` decides the plural, `count` is the number as written.
    pub fn counted(&self, key: &str, n: u64) -> String {
        self.format(key, &[("n", n.into()), ("count", (&self.grouped(n)).into())])
    }

    /// A whole number with its thousands apart.
    pub fn grouped(&self, count: u64) -> String {
        let digits = count.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(&self.thousands);
            }
            text.push(digit);
        }
        text
    }

    /// A number with so many decimals.
    pub fn decimals(&self, value: f64, places: usize) -> String {
        format!("{value:.places$}").replace('-', "−").replace('.', &self.decimal)
    }

    /// A share from 0 to 1 or a correlation, to two decimals. A share that is not whole is never written as whole.
    pub fn fraction(&self, share: f64) -> String {
        let written = self.decimals(share.clamp(-0.99, 0.99), 2);
        // Where the language does so, what cannot be more than 1 has no 0 before its point.
        if self.text("report-leading-zero") == "no" { written.replacen("0.", ".", 1) } else { written }
    }

    /// The chance of something, to two decimals and never as nothing.
    pub fn chance(&self, p: f64) -> String {
        if p < 0.01 { format!("< {}", self.fraction(0.01)) } else { self.fraction(p) }
    }

    /// Both ends of an interval of shares from 0 to 1.
    pub fn fractions(&self, interval: Interval) -> String {
        self.span(&self.fraction(interval.lower), &self.fraction(interval.upper))
    }

    /// Both ends of an interval.
    pub fn ends(&self, interval: Interval) -> String {
        self.span_or_width(interval, whole)
    }

    /// Both ends of an interval of a difference.
    pub fn signed_ends(&self, interval: Interval) -> String {
        self.span_or_width(interval, signed)
    }

    /// From one end to the other; where both are the same as written, how far they lie to either side, since “65 to 65” says nothing.
    fn span_or_width(&self, interval: Interval, written: fn(f64) -> String) -> String {
        let [low, high] = [interval.lower, interval.upper].map(written);
        if low != high {
            return self.span(&low, &high);
        }
        let half = (interval.upper - interval.lower) / 2.0;
        format!("±{}", self.decimals(half.max(0.1), 1))
    }

    /// From one to the other.
    pub fn span(&self, low: &str, high: &str) -> String {
        self.format("report-from-to", &[("low", low.into()), ("high", high.into())])
    }

    /// A number of hundredths, as percent.
    pub fn percent(&self, hundredths: f64) -> String {
        self.format("report-percent", &[("n", (&whole(hundredths)).into())])
    }

    /// A number of hundredths with its interval.
    pub fn percent_with(&self, hundredths: f64, interval: Interval) -> String {
        let (share, ends) = (self.percent(hundredths), self.ends(interval));
        self.format("report-with-interval", &[("value", (&share).into()), ("interval", (&ends).into())])
    }

    /// A value with its interval, both as written.
    pub fn with(&self, value: &str, interval: &str) -> String {
        self.format("report-with-interval", &[("value", value.into()), ("interval", interval.into())])
    }

    /// A sum of money to two significant digits, with its sign.
    pub fn money(&self, value: f64) -> String {
        let size = value.abs();
        if size < 10.0 {
            return signed(value);
        }
        let unit = 10_f64.powf(size.log10().floor() - 1.0);
        format!("{}{}", if value < 0.0 { "−" } else { "+" }, self.sum((size / unit).round() * unit))
    }

    /// A sum of money as it was given.
    pub fn sum(&self, value: f64) -> String {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a positive sum of money")]
        self.grouped(value.round() as u64)
    }

    /// How many of how many people, where neither those nor the others may be fewer than five, and nobody is told of by "none" or "all".
    pub fn of_people(&self, k: u64, n: u64) -> String {
        let key = if k < FEWEST {
            "report-few-of"
        } else if n.saturating_sub(k) < FEWEST {
            "report-nearly-all-of"
        } else {
            "report-of"
        };
        self.format(key, &[("k", (&self.grouped(k)).into()), ("n", (&self.grouped(n)).into())])
    }

    /// A line that somebody said, in the language's marks.
    pub fn quoted(&self, line: &str) -> String {
        self.words.quoted(line)
    }

    /// A title in marks, unless it brings its own.
    pub fn titled(&self, title: &str) -> String {
        let title = name(title);
        if title.starts_with(['“', '"', '«']) { title } else { self.quoted(&title) }
    }

    /// Names, the last two joined by the language's word.
    pub fn and(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.format("report-and", &[("first", (&first.join(", ")).into()), ("last", last.into())])
            }
        }
    }

    /// A day, in UTC.
    pub fn day(&self, when: Timestamp) -> String {
        let date = when.to_zoned(TimeZone::UTC).date();
        let month = self.month_name(date.month());
        let day = match date.day() {
            1 => self.text("report-day-first"),
            day => day.to_string(),
        };
        let year = date.year().to_string();
        self.format("report-day", &[("day", (&day).into()), ("month", (&month).into()), ("year", (&year).into())])
    }

    /// A month and its year.
    pub fn month(&self, month: Month) -> String {
        let (name, year) = (self.month_name(month.month), month.year.to_string());
        self.format("report-month-of", &[("month", (&name).into()), ("year", (&year).into())])
    }

    /// A month and its year, short enough for an axis.
    pub fn short_month(&self, month: Month) -> String {
        let name = self.format("report-month-short", &[("n", i32::from(month.month).into())]);
        let year = month.year.to_string();
        self.format("report-month-of", &[("month", (&name).into()), ("year", (&year).into())])
    }

    fn month_name(&self, month: i8) -> String {
        self.format("report-month", &[("n", i32::from(month).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn numbers_and_dates_are_written_as_people_of_the_language_write_them() {
        let of = |language| {
            let words = Words::of(language);
            let pen = Pen::new(&words);
            let when = "2026-12-01T08:00:00Z".parse().expect("a time");
            [pen.grouped(1_234_567), pen.fraction(0.842), pen.percent(12.4), pen.money(-9_120.0), pen.day(when)]
        };
        assert_eq!(of(Language::English), ["1,234,567", ".84", "12%", "−9,100", "1 December 2026"]);
        let french = of(Language::French);
        let wanted = ["1\u{202f}234\u{202f}567", "0,84", "12\u{202f}%", "−9\u{202f}100", "1er\u{a0}décembre 2026"];
        assert_eq!(french, wanted);
        assert_eq!(of(Language::Swahili), ["1,234,567", "0.84", "12%", "−9,100", "1 Desemba 2026"]);
        assert_eq!([whole(63.6), whole(-0.2), signed(-6.4), signed(5.5), signed(0.3)], ["64", "0", "−6", "+6", "0"]);
    }

    #[test]
    fn an_interval_of_less_than_a_point_tells_its_width() {
        let words = Words::of(Language::French);
        let pen = Pen::new(&words);
        let narrow = Interval { lower: 64.7, upper: 65.3 };
        assert_eq!([pen.ends(narrow), pen.signed_ends(narrow)], ["±0,3", "±0,3"]);
        assert_eq!(pen.ends(Interval { lower: 65.0, upper: 65.0 }), "±0,1");
        assert_eq!(pen.ends(Interval { lower: 64.4, upper: 65.3 }), "64 à 65");
    }

    #[test]
    fn months_on_an_axis_are_short_and_in_the_reader_s_language() {
        let of = |language| Pen::new(&Words::of(language)).short_month(Month { year: 2026, month: 8 });
        assert_eq!(of(Language::English), "Aug 2026");
        assert_eq!(of(Language::French), "août 2026");
        assert_eq!(of(Language::Swahili), "Ago 2026");
    }

    #[test]
    fn neither_the_few_nor_the_few_others_are_counted_and_nobody_is_told_of_by_none_or_all() {
        let words = Words::english();
        let pen = Pen::new(&words);
        assert_eq!([pen.of_people(3, 40), pen.of_people(0, 40)], ["fewer than 5 of 40", "fewer than 5 of 40"]);
        assert_eq!([pen.of_people(37, 40), pen.of_people(40, 40)], ["nearly all of 40", "nearly all of 40"]);
        assert_eq!(pen.of_people(12, 40), "12 of 40");
    }

    #[test]
    fn marks_in_a_sentence_are_parts_of_it_and_marks_in_a_name_are_letters() {
        let words = Words::parse("en", "told = Of [{ $n }](how-score) people **{ $who }** came.").expect("valid");
        let words = Pen { words: &words, thousands: String::new(), decimal: String::new() };
        let line = words.line("told", &[("n", "7".into()), ("who", "**A** [x](y)".into())]);
        let told: Vec<(&str, bool, Option<&str>)> =
            line.iter().map(|part| (part.text.as_str(), part.strong, part.how.as_deref())).collect();
        let wanted = [
            ("Of ", false, None),
            ("7", false, Some("how-score")),
            (" people ", false, None),
            ("**A** [x](y)", true, None),
            (" came.", false, None),
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn a_title_that_brings_its_marks_gets_no_others() {
        let words = Words::english();
        assert_eq!(["“So?”", "So"].map(|title| Pen::new(&words).titled(title)), ["“So?”", "“So”"]);
    }
}
