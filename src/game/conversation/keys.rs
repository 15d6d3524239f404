//! The keyboard: keys are taken from egui before any widget sees them, so that each press does one thing and a held key does
//! not choose.

use bevy_egui::egui::{Event, Key, Modifiers, Ui};

/// A key press that means something here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// 1 to 9.
    Number(usize),
    /// The arrows.
    Up,
    /// The arrows.
    Down,
    /// The arrows.
    Left,
    /// The arrows.
    Right,
    /// Enter.
    Enter,
    /// The space bar.
    Space,
    /// Backspace or Delete.
    Back,
    /// The notebook.
    Notebook,
    /// The line once more.
    Again,
    /// Escape.
    Escape,
    /// Larger text.
    Bigger,
    /// Smaller text.
    Smaller,
}

impl Press {
    /// Whether it may answer a turn.
    #[must_use]
    pub fn answers(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Enter | Self::Space)
    }
}

/// Takes this frame's presses out of egui's input. Where `buttons_have_enter`, Enter and the space bar are left for the button
/// that has the focus. Only arrows repeat while they are held.
pub fn take(ui: &Ui, buttons_have_enter: bool) -> Vec<Press> {
    let mut presses = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, physical_key, pressed: true, repeat, modifiers } = event else { return true };
            let Some(press) = press(*key, *physical_key, *modifiers) else { return true };
            let confirms = matches!(press, Press::Enter | Press::Space);
            let moves = matches!(press, Press::Up | Press::Down | Press::Left | Press::Right);
            if confirms && buttons_have_enter && !repeat {
                return true;
            }
            if moves || !repeat {
                presses.push(press);
            }
            false
        });
    });
    presses
}

fn press(key: Key, physical: Option<Key>, modifiers: Modifiers) -> Option<Press> {
    if modifiers.ctrl || modifiers.command || modifiers.alt || modifiers.mac_cmd {
        return None;
    }
    Some(match key {
        Key::ArrowUp => Press::Up,
        Key::ArrowDown => Press::Down,
        Key::ArrowLeft => Press::Left,
        Key::ArrowRight => Press::Right,
        Key::Enter => Press::Enter,
        Key::Space => Press::Space,
        Key::Backspace | Key::Delete => Press::Back,
        Key::N => Press::Notebook,
        Key::H => Press::Again,
        Key::Escape => Press::Escape,
        Key::Plus | Key::Equals => Press::Bigger,
        Key::Minus => Press::Smaller,
        // Some keyboards need Shift for digits: there the key's place counts.
        _ => Press::Number(digit(key).or_else(|| physical.and_then(digit))?),
    })
}

fn digit(key: Key) -> Option<usize> {
    Some(match key {
        Key::Num1 => 1,
        Key::Num2 => 2,
        Key::Num3 => 3,
        Key::Num4 => 4,
        Key::Num5 => 5,
        Key::Num6 => 6,
        Key::Num7 => 7,
        Key::Num8 => 8,
        Key::Num9 => 9,
        _ => return None,
    })
}
