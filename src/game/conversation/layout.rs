//! How the screen divides a window: two columns where there is room, one where there is not, and letters that grow a little in a
//! large window.

use bevy_egui::egui::{Rect, Vec2};

use crate::game::stage::PhoneLayout;
use crate::game::theme::fonts;
use crate::game::theme::widgets::CARD_PADDING;

/// From this width on, the person stands beside the replies.
const TWO_COLUMNS: f32 = 860.0;
/// Below this height two columns are too low to read in.
const LOW: f32 = 420.0;
/// Room above the line under the replies, where it can say that there are more.
pub const FOLD: f32 = 13.0;
/// Share of the width that the person has.
pub const STAGE_SHARE: f32 = 0.5;

/// How close the replies stand together: as close as they must to be in sight together, where that can be had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spacing {
    /// With room around them.
    #[default]
    Wide,
    /// With less around them, in letters that grow less with the window.
    Close,
    /// In letters a little smaller, with little around them, after one line of what was said before.
    Closest,
}

impl Spacing {
    /// Space around a reply, and between two of them, in points.
    #[must_use]
    pub fn around_and_between(self) -> (f32, f32) {
        match self {
            Self::Wide => (CARD_PADDING, 12.0),
            Self::Close => (11.0, 9.0),
            Self::Closest => (8.0, 7.0),
        }
    }

    /// The next closer one.
    #[must_use]
    pub fn closer(self) -> Option<Self> {
        match self {
            Self::Wide => Some(Self::Close),
            Self::Close => Some(Self::Closest),
            Self::Closest => None,
        }
    }
}

/// Sizes for one window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Whether there are two columns.
    pub wide: bool,
    /// Letters of the customer's words.
    pub speech: f32,
    /// Letters of replies.
    pub body: f32,
    /// Letters of what was said before.
    pub small: f32,
    /// The longest line, in points.
    pub measure: f32,
    /// Space at the sides.
    pub margin: f32,
    /// How close the replies stand together.
    pub spacing: Spacing,
}

impl Sizes {
    /// The sizes for a window of `size` points.
    #[must_use]
    pub fn of(size: Vec2) -> Self {
        let wide = size.x >= TWO_COLUMNS && size.y >= LOW;
        let grow = if wide { (size.x / 1280.0).min(size.y / 720.0).clamp(1.0, 1.3) } else { 1.0 };
        let narrow = size.x < 560.0 || size.y < 360.0;
        Self {
            wide,
            speech: (if narrow { 19.0 } else { fonts::SPEECH } * grow).round(),
            body: (fonts::BODY * grow).round(),
            small: ((fonts::NOTE + 1.0) * grow).round(),
            measure: 720.0 * grow,
            margin: if size.x < 480.0 {
                12.0
            } else if wide {
                26.0
            } else {
                20.0
            },
            spacing: Spacing::Wide,
        }
    }

    /// The same with the replies closer together.
    #[must_use]
    pub fn spaced(self, spacing: Spacing) -> Self {
        match spacing {
            Spacing::Wide => self,
            Spacing::Close => Self { body: (self.body * 0.88).max(fonts::BODY).round(), spacing, ..self },
            Spacing::Closest => {
                let body = (self.body * 0.76).max(fonts::BODY - 1.0).round();
                Self { body, small: fonts::NOTE, spacing, ..self }
            }
        }
    }
}

/// Splits a wide window below its bar into stage and replies.
#[must_use]
pub fn halves(rect: Rect) -> (Rect, Rect) {
    let middle = (rect.left() + rect.width() * STAGE_SHARE).round();
    rect.split_left_right_at_x(middle)
}

/// Height of the picture in one column, or nothing where the window is too low for one.
#[must_use]
pub fn band(size: Vec2, phone: bool) -> Option<f32> {
    let share = if phone { size.y / 5.0 } else { size.y / 3.0 };
    let (least, most) = if phone { (64.0, 110.0) } else { (90.0, 320.0) };
    (size.y >= 200.0).then(|| share.clamp(least, most).round())
}

/// Where the picture of a call leaves room for words, as heights on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// The upper edge of the disc that stands for the caller.
    pub disc_top: f32,
    /// From here to the voice there is room for the caller's name.
    pub name_top: f32,
    /// The upper edge of the voice.
    pub voice_top: f32,
    /// The middle of the voice.
    pub voice_middle: f32,
    /// From here on there is room for what is said.
    pub words_top: f32,
}

/// The proportions that the stage paints a call in, for a picture of this size.
#[must_use]
pub fn call(picture: Rect) -> Call {
    let stage = PhoneLayout::of(picture);
    Call {
        disc_top: stage.disc.y - stage.radius,
        name_top: stage.name_top,
        voice_top: stage.voice.top(),
        voice_middle: stage.voice.center().y,
        words_top: stage.words_top,
    }
}

/// The largest picture of a call, from the top of `stage` down, whose words may begin at `words_top`.
#[must_use]
pub fn call_above(stage: Rect, words_top: f32) -> Option<Rect> {
    [1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44]
        .map(|share: f32| stage.with_max_y(stage.top() + (stage.height() * share).round()))
        .into_iter()
        .find(|picture| call(*picture).words_top <= words_top)
}

/// The rectangle of a place whose person fills a low `band` from the crown to the shoulders, so that the face can be read: the
/// counter lies outside.
#[must_use]
pub fn person_in(band: Rect) -> Rect {
    const FACE: f32 = 210.0;
    let zoom = (FACE / band.height().max(1.0)).clamp(1.0, 1.9);
    let height = band.height() * zoom;
    let above = 0.035 * height * (zoom - 1.0) / 0.9;
    Rect::from_min_size(band.min - Vec2::new(0.0, above), Vec2::new(band.width(), height))
}

/// The rectangle of a call whose voice lies in the middle of `band` and fills its width: the rest of it lies outside.
#[must_use]
pub fn call_with_voice_in(band: Rect) -> Rect {
    let picture = Rect::from_min_size(band.min, Vec2::new(band.width(), band.width() * 664.0 / 690.0));
    picture.translate(Vec2::new(0.0, band.center().y - call(picture).voice_middle))
}
