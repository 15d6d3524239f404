//! Who the customer is to the eye: the words of a scenario file read into the shapes, colours and small differences a
//! portrait is drawn with. What she feels, and any drawing, live elsewhere.

use bevy_egui::egui::Color32;

use super::palette;
pub(super) use super::palette::Skin;
pub(super) use super::words::{Age, Beard, Brows, Build, Clothes, Earrings, Eyes, Face, Frames, Hair, Nose};
use super::words::{Colour, HairColour};
use crate::game::stage::shapes::{mix, rgb};
use crate::scenario::Portrait;

/// What a customer looks like, whatever she feels.
#[derive(Clone, Debug)]
pub struct Look {
    pub(super) hair: Hair,
    pub(super) clothes: Clothes,
    pub(super) age: Age,
    pub(super) frames: Option<Frames>,
    pub(super) skin: Skin,
    /// Dark, middle and light tone of the hair.
    pub(super) strands: [Color32; 3],
    pub(super) iris: Color32,
    /// The cloth's base, its deep tone, its accent and its pale tone.
    pub(super) cloth: [Color32; 4],
    /// The same for what covers the hair.
    pub(super) cover: [Color32; 4],
    pub(super) face: Face,
    /// Half the width of the face against its shape's.
    pub(super) wide: f32,
    pub(super) eyes: Eyes,
    pub(super) brows: Brows,
    pub(super) nose: Nose,
    /// How wide the nose is against its shape's.
    pub(super) nostrils: f32,
    /// How full the lips are against the usual.
    pub(super) lips: f32,
    /// How thick the brows are against their shape's.
    pub(super) brow: f32,
    /// Whether the lashes are drawn out.
    pub(super) lashes: bool,
    pub(super) beard: Beard,
    pub(super) earrings: Earrings,
    pub(super) build: Build,
    /// How lined the face is, 0 to 3.
    pub(super) lines: u8,
    pub(super) freckles: bool,
}

impl Look {
    /// Reads the words of a scenario file. A word that is left out or unknown is drawn to go with the others, and a
    /// number out of range is the nearest.
    #[must_use]
    pub fn of(portrait: &Portrait) -> Self {
        let chance = |salt: u32| chance(portrait, salt);
        let tone = portrait.skin.clamp(1, 6);
        let hair = Hair::of(&portrait.hair).unwrap_or(Hair::Short);
        let clothes = Clothes::of(&portrait.clothes).unwrap_or(Clothes::Shirt);
        let age = Age::of(&portrait.age).unwrap_or(Age::Adult);
        let older = age == Age::Older;
        let beard = Beard::of(&portrait.beard).unwrap_or(Beard::None);
        let plain = hair.is_plain();
        let usual_ring = if plain || hair.covers_ears() { Earrings::None } else { Earrings::Studs };
        let earrings = Earrings::of(&portrait.earrings).unwrap_or(usual_ring);
        let lashes = beard == Beard::None && (!plain || earrings != Earrings::None);
        let hair_colour = HairColour::of(&portrait.hair_colour).unwrap_or_else(|| grown(tone, chance(7)));
        let usual_grey = if older && hair_colour != HairColour::White { 100 - u8::from(tone > 3) * 35 } else { 0 };
        let grey = f32::from(portrait.grey.unwrap_or(usual_grey).min(100)) / 100.0;
        let frames = portrait.glasses.then(|| Frames::of(&portrait.frames).unwrap_or(Frames::Oval));
        let face = Face::of(&portrait.face).unwrap_or_else(|| {
            let faces = [Face::Heart, Face::Oval, Face::Round, Face::Long, Face::Square];
            one_of(if plain { faces.get(1..) } else { faces.get(..4) }, chance(1), Face::Oval)
        });
        let eyes = Eyes::of(&portrait.eyes)
            .unwrap_or_else(|| one_of(Some(&[Eyes::Almond, Eyes::Round, Eyes::Deep]), chance(8), Eyes::Almond));
        let brows = Brows::of(&portrait.brows).unwrap_or_else(|| {
            let usual = if plain {
                [Brows::Soft, Brows::Straight, Brows::Thick]
            } else {
                [Brows::Soft, Brows::Arched, Brows::Thin]
            };
            one_of(Some(&usual), chance(4), Brows::Soft)
        });
        let nose = Nose::of(&portrait.nose).unwrap_or_else(|| {
            one_of(Some(&[Nose::Straight, Nose::Narrow, Nose::Button, Nose::Long]), chance(2), Nose::Straight)
        });
        let colour = Colour::of(&portrait.colour).unwrap_or_else(|| palette::usual(clothes, chance(6)));
        let cloth = if clothes == Clothes::Kitenge { palette::print(colour) } else { palette::cloth(colour) };
        let cover = match Colour::of(&portrait.cover_colour) {
            Some(colour) if hair == Hair::Headwrap => palette::print(colour),
            Some(colour) => palette::cloth(colour),
            // A headwrap is cut from the same cloth.
            None if hair == Hair::Headwrap => cloth,
            None => palette::cloth(if chance(9) < 0.0 { Colour::Teal } else { Colour::Plum }),
        };
        let build = Build::of(&portrait.build).unwrap_or(Build::Medium);
        let lines = portrait.lines.unwrap_or(if older { 2 } else { 0 }).min(3);
        Self {
            hair,
            clothes,
            age,
            frames,
            skin: palette::skin(tone),
            strands: palette::strands(hair_colour, grey),
            iris: if tone < 3 && hair_colour != HairColour::Black && chance(5) > 0.2 {
                rgb(0x55_6b_5e)
            } else {
                mix(rgb(0x5a_37_22), rgb(0x2e_1a_12), f32::from(tone) / 6.0)
            },
            cloth,
            cover,
            face,
            wide: 1.0 + 0.015 * chance(11) + if plain { 0.02 } else { -0.005 },
            eyes,
            brows,
            nose,
            nostrils: 1.0 + 0.06 * chance(12) + 0.02 * (f32::from(tone) - 3.0),
            lips: 1.0 + 0.12 * chance(3) - if older { 0.15 } else { 0.0 },
            brow: if plain && !lashes { 1.15 } else { 0.95 } + 0.05 * chance(13),
            lashes,
            beard,
            earrings,
            build,
            lines,
            freckles: portrait.freckles,
        }
    }
}

/// A number from −1 to 1 for a small difference: the same words always give the same face, and others another.
fn chance(portrait: &Portrait, salt: u32) -> f32 {
    let words = portrait.hair.bytes().chain(portrait.clothes.bytes()).chain(portrait.age.bytes());
    // FNV over the words.
    let hash =
        words.chain([portrait.skin]).fold(0x811c_9dc5 ^ salt, |h: u32, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    f32::from((hash >> 13) as u8) / 127.5 - 1.0
}

fn one_of<T: Copy>(all: Option<&[T]>, chance: f32, usual: T) -> T {
    let all = all.unwrap_or_default();
    let at = ((chance + 1.0) * 0.5 * all.len() as f32) as usize;
    all.get(at.min(all.len().saturating_sub(1))).copied().unwrap_or(usual)
}

/// The colour hair has that goes with a skin of this tone, unless somebody says so.
fn grown(tone: u8, chance: f32) -> HairColour {
    match tone {
        1 | 2 if chance > 0.3 => HairColour::Chestnut,
        1..=3 if chance > -0.3 => HairColour::Brown,
        _ => HairColour::Black,
    }
}
