//! The same as one HTML file: no script, no network, and every text that a file or a person wrote is escaped by the template.

use minijinja::{AutoEscape, Environment, context};

use super::View;

/// The page.
///
/// # Panics
/// Never in a released program: a test lays one out.
pub fn html(view: &View) -> String {
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    engine.set_trim_blocks(true);
    engine.set_lstrip_blocks(true);
    let styles = include_str!("../../../../assets/report/report.css");
    let page = include_str!("../../../../assets/report/agreement.html");
    let page =
        engine.render_str(page, context! { view, styles }).expect("the page that comes with the program is a template");
    // A number and its percent sign stay on one line.
    page.replace(" %", "\u{a0}%")
}
