//! Who the customer is to the eye: the words of a scenario file (hair, skin, clothes, age, glasses) read into the
//! colours and small differences a portrait is drawn with. What she feels, and any drawing, live elsewhere.

use bevy_egui::egui::Color32;

use crate::game::stage::shapes::{mix, rgb};

/// The hair words a scenario file may use; the first is the default.
pub const HAIR: &[&str] = &["short", "braids", "long", "curls", "bun", "locs", "bald", "scarf", "headwrap"];
/// The clothes words a scenario file may use; the first is the default.
pub const CLOTHES: &[&str] = &["shirt", "kitenge", "jacket", "jumper", "dress", "polo"];
/// The age words a scenario file may use; the first is the default.
pub const AGES: &[&str] = &["adult", "young", "older"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hair {
    Short,
    Braids,
    Long,
    Curls,
    Bun,
    Locs,
    Bald,
    Scarf,
    Headwrap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clothes {
    Shirt,
    Kitenge,
    Jacket,
    Jumper,
    Dress,
    Polo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    Young,
    Adult,
    Older,
}

/// The two tones of the skin and what goes with them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Skin {
    pub base: Color32,
    pub shade: Color32,
    pub light: Color32,
    pub lip: Color32,
    pub line: Color32,
    pub blush: Color32,
}

/// What a customer looks like, whatever she feels.
#[derive(Clone, Debug)]
pub struct Look {
    pub(super) hair: Hair,
    pub(super) clothes: Clothes,
    pub(super) age: Age,
    pub(super) glasses: bool,
    pub(super) skin: Skin,
    /// Dark, middle and light tone of the hair.
    pub(super) strands: [Color32; 3],
    pub(super) iris: Color32,
    /// The cloth's base, its deep tone, its accent and its pale tone.
    pub(super) cloth: [Color32; 4],
    /// Half the width of the face against the usual one, and of the nose.
    pub(super) face: f32,
    pub(super) nose: f32,
    /// How full the lips are against the usual.
    pub(super) lips: f32,
    /// How thick the brows are against the usual.
    pub(super) brows: f32,
    pub(super) earrings: bool,
}

impl Look {
    /// Reads the words of a scenario file; `skin` runs from 1 (light) to 6 (dark). A word that is not in [`HAIR`],
    /// [`CLOTHES`] or [`AGES`] gives the default, and a skin out of range the nearest.
    #[must_use]
    pub fn new(hair: &str, skin: u8, clothes: &str, age: &str, glasses: bool) -> Self {
        let trait_of = |salt: u32| {
            // FNV over the words: the same words always give the same face, and different ones different faces.
            let seed = hair.bytes().chain(clothes.bytes()).chain(age.bytes()).chain([skin]);
            let hash = seed.fold(0x811c_9dc5 ^ salt, |h: u32, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
            f32::from((hash >> 13) as u8) / 127.5 - 1.0
        };
        let tone = skin.clamp(1, 6);
        let hair = match hair {
            "braids" => Hair::Braids,
            "long" => Hair::Long,
            "curls" => Hair::Curls,
            "bun" => Hair::Bun,
            "locs" => Hair::Locs,
            "bald" => Hair::Bald,
            "scarf" => Hair::Scarf,
            "headwrap" => Hair::Headwrap,
            _ => Hair::Short,
        };
        let clothes = match clothes {
            "kitenge" => Clothes::Kitenge,
            "jacket" => Clothes::Jacket,
            "jumper" => Clothes::Jumper,
            "dress" => Clothes::Dress,
            "polo" => Clothes::Polo,
            _ => Clothes::Shirt,
        };
        let age = match age {
            "young" => Age::Young,
            "older" => Age::Older,
            _ => Age::Adult,
        };
        let square = matches!(hair, Hair::Short | Hair::Bald);
        Self {
            hair,
            clothes,
            age,
            glasses,
            skin: skin_of(tone),
            strands: strands_of(tone, age, trait_of(7)),
            iris: if tone < 3 && trait_of(5) > 0.2 {
                rgb(0x55_6b_5e)
            } else {
                mix(rgb(0x5a_37_22), rgb(0x2e_1a_12), f32::from(tone) / 6.0)
            },
            cloth: cloth_of(clothes, trait_of(6)),
            face: 1.0 + 0.025 * trait_of(1) + if square { 0.025 } else { -0.01 },
            nose: 1.0 + 0.1 * trait_of(2) + 0.02 * (f32::from(tone) - 3.0),
            lips: 1.0 + 0.12 * trait_of(3) - if age == Age::Older { 0.15 } else { 0.0 },
            brows: if square { 1.15 } else { 0.95 } + 0.08 * trait_of(4),
            earrings: !square && hair != Hair::Scarf,
        }
    }
}

fn skin_of(tone: u8) -> Skin {
    let [base, shade, light, lip, line, blush] = match tone {
        1 => [0xf3_d0_b8, 0xdf_b0_94, 0xfb_e2_d0, 0xc4_73_68, 0xac_76_5c, 0xe0_85_70],
        2 => [0xe4_b3_8e, 0xca_94_6e, 0xf0_c9_a9, 0xb3_62_57, 0x97_62_44, 0xcf_6d_55],
        3 => [0xc9_92_66, 0xac_75_4b, 0xda_a8_7f, 0xa0_54_48, 0x7b_4d_2f, 0xb6_58_3f],
        4 => [0xa8_70_4a, 0x88_56_37, 0xbb_85_5e, 0x8b_44_3a, 0x5e_3a_24, 0x9c_49_33],
        5 => [0x88_55_3a, 0x6b_40_2b, 0x9c_69_4b, 0x77_38_34, 0x48_29_1a, 0x8f_41_31],
        _ => [0x66_40_2f, 0x4d_2f_22, 0x7a_51_3d, 0x62_2f_2e, 0x33_1d_14, 0x7b_3a_30],
    }
    .map(rgb);
    Skin { base, shade, light, lip, line, blush }
}

fn strands_of(tone: u8, age: Age, chance: f32) -> [Color32; 3] {
    let dark = [0x1d_13_11, 0x33_23_1e, 0x57_40_37].map(rgb);
    let brown = [0x3d_25_1a, 0x5a_38_27, 0x81_57_3d].map(rgb);
    let chestnut = [0x5c_35_1f, 0x7d_4c_2d, 0xa7_6d_43].map(rgb);
    let grey = [0x6c_6d_70, 0x8d_8f_92, 0xb7_b9_bb].map(rgb);
    let grown = match tone {
        1 | 2 if chance > 0.3 => chestnut,
        1..=3 if chance > -0.3 => brown,
        _ => dark,
    };
    match age {
        Age::Older if tone > 3 => {
            let [a, b, c] = grey;
            [mix(a, dark[0], 0.45), mix(b, dark[1], 0.25), c]
        }
        Age::Older => grey,
        Age::Young | Age::Adult => grown,
    }
}

fn cloth_of(clothes: Clothes, chance: f32) -> [Color32; 4] {
    let first = chance < 0.0;
    match clothes {
        Clothes::Kitenge if first => [0xc4_4a_33, 0x1d_3f_4e, 0xe9_ac_41, 0xf6_e6_c6],
        Clothes::Kitenge => [0xd9_7a_2b, 0x2a_2c_55, 0xe8_c0_4b, 0xf4_e8_d2],
        Clothes::Shirt if first => [0x8f_b3_cf, 0x4a_6d_8c, 0x2f_4b_66, 0xf2_f6_f8],
        Clothes::Shirt => [0xe9_df_cd, 0xa7_98_80, 0x6d_60_4e, 0xff_fc_f4],
        Clothes::Jacket if first => [0x34_43_5e, 0x1f_29_3d, 0xe0_b0_57, 0xf4_ee_e2],
        Clothes::Jacket => [0x5a_4a_52, 0x38_2c_34, 0xd9_a0_5a, 0xf3_e6_da],
        Clothes::Jumper if first => [0x5d_86_61, 0x3b_5a_41, 0xc6_d8_b4, 0xe8_f0_de],
        Clothes::Jumper => [0xb5_6a_4e, 0x80_43_31, 0xe8_c0_9c, 0xf6_e4_d2],
        Clothes::Dress if first => [0x7a_4f_7d, 0x52_31_57, 0xf0_c2_6a, 0xe8_cf_e2],
        Clothes::Dress => [0x2f_6d_72, 0x1c_49_50, 0xf0_b7_6a, 0xcf_e6_df],
        Clothes::Polo if first => [0xf0_ec_e2, 0xb4_ad_9d, 0x2f_7c_86, 0xff_ff_fb],
        Clothes::Polo => [0x3f_7f_8c, 0x26_56_62, 0xf2_dd_a6, 0xea_f4_f2],
    }
    .map(rgb)
}
