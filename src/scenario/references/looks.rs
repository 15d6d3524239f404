//! The numbers of a portrait.

use crate::scenario::portrait::Portrait;
use crate::scenario::problem::At;

/// Reports every number of a portrait that is out of range. Its words never stop anybody from playing.
pub fn portrait(at: &At<'_>, portrait: &Portrait) {
    let skin = portrait.skin;
    if !(1..=6).contains(&skin) {
        let title = format!("skin tone `{skin}` is out of range");
        at.at("skin").report("S111", title, "Write 1 (light) to 6 (dark).");
    }
    if let Some(grey) = portrait.grey.filter(|grey| *grey > 100) {
        let title = format!("`{grey}` percent of grey hair is out of range");
        at.at("grey").report("S111", title, "Write 0 (none) to 100 (all of it).");
    }
    if let Some(lines) = portrait.lines.filter(|lines| *lines > 3) {
        let title = format!("`lines` cannot be `{lines}`");
        at.at("lines").report("S111", title, "Write 0 (none) to 3 (a long life).");
    }
}
