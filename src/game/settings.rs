//! What a trainee has set, kept in the data folder. A file that cannot be read is as good as none: nobody is kept from
//! training by their settings.

use std::fs;
use std::path::Path;

use bevy::prelude::Resource;
use bevy::window::{MonitorSelection, WindowMode};
use serde::{Deserialize, Serialize};

use super::menu::{MAX_TEXT, MIN_TEXT};
use super::sounds::LOUDEST;
use super::theme::Theme;
use crate::attempt;
use crate::words::Language;

/// How fast the customer's words come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speed {
    /// For a language that is not one's first.
    Slow,
    /// As most people read.
    #[default]
    Normal,
    /// For who reads quickly.
    Fast,
}

impl Speed {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    /// Words a minute.
    #[must_use]
    pub fn words_per_minute(self) -> f32 {
        match self {
            Self::Slow => 160.0,
            Self::Normal => 240.0,
            Self::Fast => 360.0,
        }
    }
}

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
    /// Lines stay on screen on the phone, where they would grow faint.
    pub keep_lines: bool,
    /// How fast the customer's words come.
    pub speed: Speed,
    /// The customer's lines are spoken by the system's voice.
    pub speak: bool,
    /// How loud places and messages are, 0–100, where the program can play them.
    pub volume: u8,
    /// The colours.
    pub theme: Theme,
    /// The window fills the screen.
    pub full_screen: bool,
    /// The interface's language.
    pub language: Language,
    /// The name the trainee chose.
    pub trainee: String,
    /// The two questions about work are asked after a debrief.
    pub ask_about_work: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_percent: 100,
            reduced_motion: false,
            words_at_once: false,
            timers: false,
            keep_lines: true,
            speed: Speed::Normal,
            speak: false,
            volume: 20,
            theme: Theme::Day,
            full_screen: false,
            language: Language::English,
            trainee: String::new(),
            ask_about_work: true,
        }
    }
}

impl Settings {
    /// The settings of a data folder.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        Self::parse(&text, Language::of_the_system())
    }

    /// The settings of a file; the system's language where it says nothing of one.
    fn parse(text: &str, system: Language) -> Self {
        let mut settings: Self = serde_json::from_str(text).unwrap_or_default();
        let written: Written = serde_json::from_str(text).unwrap_or_default();
        settings.text_percent = settings.text_percent.clamp(MIN_TEXT, MAX_TEXT);
        settings.volume = settings.volume.min(LOUDEST);
        if written.dark && written.theme.is_none() {
            settings.theme = Theme::Night;
        }
        settings.language = written.language.unwrap_or(system);
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
        attempt::Settings { timers: self.timers, lines_kept: self.keep_lines }
    }

    /// How much of the screen the window takes.
    #[must_use]
    pub fn window_mode(&self) -> WindowMode {
        if self.full_screen {
            WindowMode::BorderlessFullscreen(MonitorSelection::Current)
        } else {
            WindowMode::Windowed
        }
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
    language: Option<Language>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_with_dark_colours_is_still_read_as_night() {
        let theme = |file| Settings::parse(file, Language::English).theme;
        assert_eq!(theme(r#"{"dark": true, "text_percent": 150}"#), Theme::Night);
        assert_eq!(theme(r#"{"dark": false}"#), Theme::Day);
        assert_eq!(theme(r#"{"dark": true, "theme": "high-contrast"}"#), Theme::HighContrast);
        assert_eq!(Settings::parse("no settings at all", Language::English), Settings::default());
    }

    #[test]
    fn the_system_s_language_holds_until_somebody_chooses_one() {
        let language = |file| Settings::parse(file, Language::Swahili).language;
        assert_eq!(language(r#"{"text_percent": 150}"#), Language::Swahili);
        assert_eq!(language(r#"{"language": "en"}"#), Language::English);
    }

    #[test]
    fn lines_are_kept_and_recorded_as_kept_unless_somebody_says_otherwise() {
        assert_eq!(Settings::default().that_help(), attempt::Settings::default());
        let faint = Settings { keep_lines: false, ..Settings::default() };
        assert!(!faint.that_help().lines_kept);
    }

    #[test]
    fn nothing_is_spoken_and_sounds_are_quiet_unless_somebody_says_otherwise() {
        let settings = Settings::parse("{}", Language::English);
        assert_eq!((settings.speak, settings.volume), (false, 20));
        assert_eq!(Settings::parse(r#"{"volume": 250}"#, Language::English).volume, 100);
    }

    #[test]
    fn what_was_set_is_there_again_the_next_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let set = Settings {
            theme: Theme::HighContrast,
            text_percent: 175,
            language: Language::French,
            speed: Speed::Slow,
            keep_lines: false,
            full_screen: true,
            speak: true,
            volume: 0,
            ask_about_work: false,
            ..Settings::default()
        };
        set.write(folder.path());
        assert_eq!(Settings::read(folder.path()), set);
    }
}
