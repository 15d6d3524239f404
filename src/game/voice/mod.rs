//! The customer's lines, spoken by the system's own voice: off unless somebody asks for it, and never needed, for every word
//! stands on the screen. Silent at a pause, outside the conversation, and while a screen reader reads the window.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

mod service;
mod speaker;
#[cfg(all(test, unix))]
mod tests;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;

pub use service::Service;
pub use speaker::Speaker;

use super::menu::Speech;
use super::settings::Settings;
use super::wiring::Screen;
use super::wiring::conversation::Conversation;

/// The voice's systems.
pub fn plugin(app: &mut App) {
    app.insert_resource(Voice::of(Speaker::of_this_system()));
    // After the screens: what they have just been asked for holds at once.
    app.add_systems(Last, attend);
}

/// A line to be spoken. Another turn, or a line that is heard once more, is another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How many replies were given before it.
    pub turn: usize,
    /// How often it was heard once more.
    pub hearings: usize,
    /// Its language, as a tag.
    pub language: String,
    /// Its words, with `*emphasis*`.
    pub words: String,
}

/// What speaks, and what it has spoken.
#[derive(Resource, Debug)]
pub struct Voice {
    speaker: Speaker,
    line: Option<Line>,
    /// The line is yet to be spoken, or was cut off.
    due: bool,
}

impl Voice {
    /// A voice that has said nothing yet.
    #[must_use]
    pub fn of(speaker: Speaker) -> Self {
        Self { speaker, line: None, due: false }
    }

    /// Sees to it that `line` is spoken once while something may be spoken, and that nothing else is. A line that is cut off is
    /// spoken again from its beginning when it may be.
    pub fn attend(&mut self, line: Option<Line>, may_speak: bool) {
        if self.line != line {
            self.due = line.is_some();
            self.line = line;
            if !(self.due && may_speak) {
                self.speaker.hush();
            }
        }
        if !may_speak {
            if self.speaker.is_speaking() {
                self.speaker.hush();
                self.due = true;
            }
        } else if let Some(line) = self.line.as_ref().filter(|_| self.due) {
            self.speaker.say(&line.language, &line.words);
            self.due = false;
        }
    }

    /// How things stand with it, for the settings; `is_read` is whether a screen reader reads the window.
    pub fn speech(&mut self, is_read: bool) -> Speech {
        self.speaker.is_speaking();
        let program = self.speaker.program().to_owned();
        if !self.speaker.is_there() {
            Speech::Missing { program }
        } else if is_read {
            Speech::Read
        } else if self.speaker.has_failed() {
            Speech::Failed { program }
        } else {
            Speech::Ready
        }
    }
}

fn attend(
    screen: Res<State<Screen>>,
    settings: Res<Settings>,
    conversation: Option<Res<Conversation>>,
    read: Option<Res<AccessibilityRequested>>,
    mut exits: MessageReader<AppExit>,
    mut voice: ResMut<Voice>,
) {
    let on_screen = conversation.filter(|_| *screen.get() == Screen::Conversation && exits.read().count() == 0);
    let paused = on_screen.as_ref().is_some_and(|conversation| conversation.is_paused());
    let is_read = read.is_some_and(|read| read.get());
    let line = on_screen.as_ref().and_then(|conversation| conversation.line());
    voice.attend(line, settings.speak && !paused && !is_read);
}
