//! What a trainee has set, kept in the data folder. A file that cannot be read is as good as none: nobody is kept from
//! training by their settings.

use std::fs;
use std::path::Path;

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use super::menu::{MAX_TEXT, MIN_TEXT};
use super::theme::Theme;
use crate::attempt;

/// What a trainee has set.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the menu")]
#[derive(Resource, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Text size in percent, 80–250.
    pub text_percent: u16,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// Lines appear whole.
    pub words_at_once: bool,
    /// The customer waits only so long where a beat has a timer. Off unless somebody asks for it: nothing rushes who reads
    /// slowly, or with a screen reader.
    pub timers: bool,
    /// The colours.
    pub theme: Theme,
    /// The name the trainee chose.
    pub trainee: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_percent: 100,
            reduced_motion: false,
            words_at_once: false,
            timers: false,
            theme: Theme::Day,
            trainee: String::new(),
        }
    }
}

impl Settings {
    /// The settings of a data folder.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        Self::parse(&text)
    }

    fn parse(text: &str) -> Self {
        let mut settings: Self = serde_json::from_str(text).unwrap_or_default();
        let written: Written = serde_json::from_str(text).unwrap_or_default();
        settings.text_percent = settings.text_percent.clamp(MIN_TEXT, MAX_TEXT);
        if written.dark && written.theme.is_none() {
            settings.theme = Theme::Night;
        }
        settings
    }

    /// Keeps the settings. They can be lost without harm, so a folder that cannot be written to is no matter here.
    pub fn write(&self, folder: &Path) {
        if let Ok(text) = serde_json::to_string_pretty(self) {
            let _ = fs::create_dir_all(folder).and_then(|()| fs::write(folder.join(FILE), text));
        }
    }

    /// What of it is recorded with an attempt.
    #[must_use]
    pub fn that_help(&self) -> attempt::Settings {
        attempt::Settings { timers: self.timers, ..attempt::Settings::default() }
    }

    /// The name, if there is one.
    #[must_use]
    pub fn trainee(&self) -> Option<String> {
        Some(self.trainee.trim().to_owned()).filter(|name| !name.is_empty())
    }
}

const FILE: &str = "settings.json";

/// What has to be known of a file beside what it sets: which settings stand in it, and those of older releases.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    /// Night colours, from when there were only two sets of them.
    dark: bool,
    theme: Option<Theme>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_with_dark_colours_is_still_read_as_night() {
        assert_eq!(Settings::parse(r#"{"dark": true, "text_percent": 150}"#).theme, Theme::Night);
        assert_eq!(Settings::parse(r#"{"dark": false}"#).theme, Theme::Day);
        assert_eq!(Settings::parse(r#"{"dark": true, "theme": "high-contrast"}"#).theme, Theme::HighContrast);
        assert_eq!(Settings::parse("no settings at all"), Settings::default());
    }

    #[test]
    fn what_was_set_is_there_again_the_next_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let set = Settings { theme: Theme::HighContrast, text_percent: 175, ..Settings::default() };
        set.write(folder.path());
        assert_eq!(Settings::read(folder.path()), set);
    }
}
