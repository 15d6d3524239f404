//! The colours of people and of what they wear: skin, hair and cloth, each in the few tones it is drawn with.

use bevy_egui::egui::Color32;

use super::words::{Clothes, Colour, HairColour};
use crate::game::stage::shapes::{mix, rgb};

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

/// The skin of a tone from 1 (light) to 6 (dark).
pub(super) fn skin(tone: u8) -> Skin {
    let [base, shade, light, lip, line, blush] = match tone {
        1 => [0xf3_d0_b8, 0xdf_b0_94, 0xfb_e2_d0, 0xc4_73_68, 0xac_76_5c, 0xe0_85_70],
        2 => [0xe4_b3_8e, 0xca_94_6e, 0xf0_c9_a9, 0xb3_62_57, 0x97_62_44, 0xcf_6d_55],
        3 => [0xc9_92_66, 0xac_75_4b, 0xda_a8_7f, 0xa0_54_48, 0x7b_4d_2f, 0xb6_58_3f],
        4 => [0xa8_70_4a, 0x88_56_37, 0xbb_85_5e, 0x8b_44_3a, 0x5e_3a_24, 0x9c_49_33],
        5 => [0x88_55_3a, 0x6b_40_2b, 0x9c_69_4b, 0x8c_42_3c, 0x48_29_1a, 0x8f_41_31],
        _ => [0x66_40_2f, 0x4d_2f_22, 0x7a_51_3d, 0x8e_4b_46, 0x33_1d_14, 0x7b_3a_30],
    }
    .map(rgb);
    Skin { base, shade, light, lip, line, blush }
}

/// Dark, middle and light tone of hair of a colour, of which a share from 0 to 1 is grey.
pub(super) fn strands(colour: HairColour, grey: f32) -> [Color32; 3] {
    let own = match colour {
        HairColour::Black => [0x1d_13_11, 0x33_23_1e, 0x57_40_37],
        HairColour::Brown => [0x3d_25_1a, 0x5a_38_27, 0x81_57_3d],
        HairColour::Chestnut => [0x5c_35_1f, 0x7d_4c_2d, 0xa7_6d_43],
        HairColour::Red => [0x7d_36_1c, 0xa8_50_28, 0xd0_7d_48],
        HairColour::Blond => [0x97_6d_39, 0xc0_94_56, 0xe2_c0_84],
        HairColour::White => [0xaa_a8_a4, 0xd0_ce_ca, 0xef_ed_e8],
    };
    let silver = [0x6c_6d_70, 0x8d_8f_92, 0xb7_b9_bb];
    // The light strands turn first.
    let mut tones = own.map(rgb);
    for ((tone, silver), ahead) in tones.iter_mut().zip(silver.map(rgb)).zip([0.85, 1.0, 1.25]) {
        *tone = mix(*tone, silver, grey * ahead);
    }
    tones
}

/// The colour a name stands for, and one that goes with it.
pub(super) fn named(colour: Colour) -> [Color32; 2] {
    match colour {
        Colour::White => [0xf0_ec_e2, 0x2f_7c_86],
        Colour::Cream => [0xe9_df_cd, 0xb5_6a_4e],
        Colour::Sand => [0xc8_ad_86, 0x34_43_5e],
        Colour::Mustard => [0xcf_9b_3a, 0x2a_2c_55],
        Colour::Orange => [0xd9_7a_2b, 0xe8_c0_4b],
        Colour::Rust => [0xb5_6a_4e, 0xe8_c0_9c],
        Colour::Brick => [0xa8_48_3a, 0xe9_ac_41],
        Colour::Rose => [0xc9_80_8a, 0xf4_dc_d2],
        Colour::Plum => [0x7a_4f_7d, 0xf0_c2_6a],
        Colour::Lavender => [0x9a_8f_bf, 0xf2_e2_ae],
        Colour::Sky => [0x8f_b3_cf, 0x2f_4b_66],
        Colour::Teal => [0x2f_75_7a, 0xf0_b7_6a],
        Colour::Navy => [0x34_43_5e, 0xe0_b0_57],
        Colour::Sage => [0x8b_a5_84, 0xe8_dc_b0],
        Colour::Forest => [0x3f_6b_4f, 0xdc_b2_5c],
        Colour::Olive => [0x7a_78_46, 0xe9_d8_a6],
        Colour::Charcoal => [0x4b_4a_50, 0xd9_a0_5a],
    }
    .map(rgb)
}

/// The cloth's base, its deep tone, its accent and its pale tone, for cloth of one colour.
pub(super) fn cloth(colour: Colour) -> [Color32; 4] {
    let [base, accent] = named(colour);
    [base, mix(base, rgb(0x1a_14_24), 0.42), accent, mix(base, rgb(0xff_fb_f2), 0.84)]
}

/// A print of its own for a kitenge of this colour: two colours that stand against it, and a pale one.
pub(super) fn print(colour: Colour) -> [Color32; 4] {
    let [base, deep, accent, pale] = cloth(colour);
    let against = match colour {
        Colour::Orange | Colour::Mustard | Colour::Sand | Colour::Cream | Colour::White => rgb(0x2a_2c_55),
        Colour::Brick | Colour::Rust | Colour::Rose => rgb(0x1d_3f_4e),
        Colour::Teal | Colour::Forest | Colour::Sage | Colour::Olive => rgb(0x5a_1f_2e),
        _ => mix(deep, Color32::BLACK, 0.25),
    };
    [base, against, accent, mix(pale, rgb(0xf6_e6_c6), 0.5)]
}

/// The colour that clothes have unless somebody says so, by a chance from −1 to 1.
pub(super) fn usual(clothes: Clothes, chance: f32) -> Colour {
    let first = chance < 0.0;
    let [one, other] = match clothes {
        Clothes::Kitenge => [Colour::Brick, Colour::Orange],
        Clothes::Shirt => [Colour::Sky, Colour::Cream],
        Clothes::Jacket | Clothes::Suit => [Colour::Navy, Colour::Charcoal],
        Clothes::Jumper => [Colour::Sage, Colour::Rust],
        Clothes::Dress => [Colour::Plum, Colour::Teal],
        Clothes::Polo => [Colour::White, Colour::Teal],
        Clothes::Blouse => [Colour::Rose, Colour::Sky],
        Clothes::Hoodie => [Colour::Olive, Colour::Lavender],
        Clothes::WorkJacket => [Colour::Orange, Colour::Navy],
        Clothes::Sari => [Colour::Brick, Colour::Forest],
        Clothes::Kurta => [Colour::Sand, Colour::Teal],
        Clothes::Cardigan => [Colour::Mustard, Colour::Lavender],
    };
    if first { one } else { other }
}
