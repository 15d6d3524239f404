//! The page as one HTML file: no script, no network, nothing but itself. Every text that a file or a person wrote is escaped by the template
//! and kept in its own direction.

use minijinja::value::Kwargs;
use minijinja::{AutoEscape, Environment, Error, Value as Given, context};

use super::page::pen::Pen;
use super::page::{Bar, Page};
use super::picture;
use crate::words::{Language, Value, Words};

/// The page as HTML.
///
/// # Panics
/// Never in a released program: a test lays out pages for every reader.
#[must_use]
pub fn html(page: &Page) -> String {
    let words = || Words::of(Language::of_tag(&page.language).unwrap_or_default());
    let (texts, numbers) = (words(), words());
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.add_filter("grouped", move |count: u64| Pen::new(&numbers).grouped(count));
    engine.add_function("t", move |key: &str, values: Kwargs| text(&texts, key, &values));
    engine.set_trim_blocks(true);
    engine.set_lstrip_blocks(true);
    let strips: Vec<Option<String>> = page.profile.iter().map(picture::strip).collect();
    let months = picture::months(&page.change.months, &[0, 25, 50, 75, 100]);
    let morale = picture::months(&page.voice.months, &[1, 2, 3, 4, 5]);
    let styles = include_str!("../../assets/report/report.css");
    let widest = |bars: &[Bar]| {
        bars.iter().filter_map(|bar| bar.interval.map(|ends| ends.upper).or(bar.share)).fold(1.0, f64::max)
    };
    let widest = context! { endings => widest(&page.endings), promises => widest(&page.promises), voice => widest(&page.voice.bars) };
    engine
        .render_str(
            include_str!("../../assets/report/report.html"),
            context! { page, strips, months, morale, styles, widest },
        )
        .expect("the page that comes with the program is a template")
}

/// The text under a key, with `n` as the number that decides its plural and `count` as that number is written.
fn text(words: &Words, key: &str, values: &Kwargs) -> Result<String, Error> {
    if !words.has(key) {
        return Err(Error::new(minijinja::ErrorKind::UndefinedError, format!("there is no text `{key}`")));
    }
    let Some(n) = values.get::<Option<Given>>("n")?.and_then(|n| u64::try_from(n).ok()) else {
        return Ok(words.text(key));
    };
    let count = Pen::new(words).grouped(n);
    Ok(words.format(key, &[("n", Value::from(n)), ("count", Value::from(&count))]))
}
