//! The page as one HTML file: no script, no network, nothing but itself. Every text that a file or a person wrote is escaped by the template
//! and kept in its own direction.

use minijinja::{AutoEscape, Environment, context};

use super::page::text::grouped;
use super::page::{Bar, Page};
use super::picture;

/// The page as HTML.
///
/// # Panics
/// Never in a released program: a test lays out pages for every reader.
#[must_use]
pub fn html(page: &Page) -> String {
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.add_filter("grouped", grouped);
    engine.set_trim_blocks(true);
    engine.set_lstrip_blocks(true);
    let strips: Vec<Option<String>> = page.profile.iter().map(picture::strip).collect();
    let months = picture::months(&page.change.months);
    let styles = include_str!("../../assets/report/report.css");
    let widest = |bars: &[Bar]| {
        bars.iter().filter_map(|bar| bar.interval.map(|ends| ends.high).or(bar.share)).fold(1.0, f64::max)
    };
    let widest = context! { endings => widest(&page.endings), promises => widest(&page.promises) };
    let page = engine
        .render_str(include_str!("../../assets/report/report.html"), context! { page, strips, months, styles, widest })
        .expect("the page that comes with the program is a template");
    // A number and its percent sign stay on one line.
    page.replace(" %", "\u{a0}%")
}
