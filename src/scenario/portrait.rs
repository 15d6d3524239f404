//! What the drawn customer looks like: the words a trainer may write, and the lists of them. Drawing is somebody else's
//! business, and nothing here changes how the customer behaves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::is_default;

/// Hair and what covers it; the first is the default.
pub const HAIR: &[&str] = &[
    "short",
    "crop",
    "side-part",
    "balding",
    "bald",
    "long",
    "waves",
    "bob",
    "ponytail",
    "bun",
    "curls",
    "afro",
    "braids",
    "locs",
    "scarf",
    "hijab",
    "shayla",
    "headwrap",
    "turban",
    "skullcap",
    "cap",
];
/// Colours of hair.
pub const HAIR_COLOURS: &[&str] = &["black", "brown", "chestnut", "red", "blond", "white"];
/// Clothes; the first is the default.
pub const CLOTHES: &[&str] = &[
    "shirt",
    "blouse",
    "dress",
    "kitenge",
    "sari",
    "kurta",
    "jumper",
    "cardigan",
    "hoodie",
    "polo",
    "jacket",
    "suit",
    "work-jacket",
];
/// Colours of clothes and of what covers the hair.
pub const COLOURS: &[&str] = &[
    "white", "cream", "sand", "mustard", "orange", "rust", "brick", "rose", "plum", "lavender", "sky", "teal", "navy",
    "sage", "forest", "olive", "charcoal",
];
/// Ages; the first is the default.
pub const AGES: &[&str] = &["adult", "young", "older"];
/// Shapes of the face.
pub const FACES: &[&str] = &["oval", "round", "long", "square", "heart"];
/// Shapes of the eyes.
pub const EYES: &[&str] = &["almond", "round", "hooded", "monolid", "deep"];
/// Shapes of the brows.
pub const BROWS: &[&str] = &["soft", "straight", "arched", "thick", "thin"];
/// Shapes of the nose.
pub const NOSES: &[&str] = &["straight", "broad", "narrow", "button", "long"];
/// Hair on the face; the first is the default.
pub const BEARDS: &[&str] = &["none", "stubble", "moustache", "goatee", "beard", "full"];
/// Shapes of glasses; the first is the default.
pub const FRAMES: &[&str] = &["oval", "round", "square", "half"];
/// What hangs at the ears.
pub const EARRINGS: &[&str] = &["none", "studs", "hoops", "drops"];
/// How broad the shoulders are; the first is the default.
pub const BUILDS: &[&str] = &["medium", "slight", "broad"];

/// What the drawn customer looks like. It never changes how the customer behaves. A word that is left out is drawn to go
/// with the others, and the same words always give the same person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Portrait {
    /// Hair or head-cover, for example `braids`.
    pub hair: String,
    /// Skin tone, 1 (light) to 6 (dark).
    #[schemars(range(min = 1, max = 6))]
    pub skin: u8,
    /// Clothes, for example `kitenge`.
    pub clothes: String,
    /// `young`, `adult` or `older`.
    pub age: String,
    /// Whether the customer wears glasses.
    pub glasses: bool,
    /// The shape of the glasses, for example `round`.
    #[serde(skip_serializing_if = "is_default")]
    pub frames: String,
    /// The colour of the hair, for example `brown`.
    #[serde(skip_serializing_if = "is_default")]
    pub hair_colour: String,
    /// How much of the hair is grey, in percent; left out, what goes with the age.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(range(min = 0, max = 100))]
    pub grey: Option<u8>,
    /// The colour of scarf, turban, cap or headwrap, for example `plum`.
    #[serde(skip_serializing_if = "is_default")]
    pub cover_colour: String,
    /// The colour of the clothes, for example `teal`.
    #[serde(skip_serializing_if = "is_default")]
    pub colour: String,
    /// The shape of the face, for example `round`.
    #[serde(skip_serializing_if = "is_default")]
    pub face: String,
    /// The shape of the eyes, for example `almond`.
    #[serde(skip_serializing_if = "is_default")]
    pub eyes: String,
    /// The shape of the brows, for example `straight`.
    #[serde(skip_serializing_if = "is_default")]
    pub brows: String,
    /// The shape of the nose, for example `broad`.
    #[serde(skip_serializing_if = "is_default")]
    pub nose: String,
    /// Hair on the face, for example `moustache`.
    #[serde(skip_serializing_if = "is_default")]
    pub beard: String,
    /// What hangs at the ears, for example `hoops`.
    #[serde(skip_serializing_if = "is_default")]
    pub earrings: String,
    /// How broad the shoulders are: `slight`, `medium` or `broad`.
    #[serde(skip_serializing_if = "is_default")]
    pub build: String,
    /// How lined the face is, 0 to 3; left out, what goes with the age.
    #[serde(skip_serializing_if = "is_default")]
    #[schemars(range(min = 0, max = 3))]
    pub lines: Option<u8>,
    /// Whether the customer has freckles.
    #[serde(skip_serializing_if = "is_default")]
    pub freckles: bool,
}

impl Default for Portrait {
    fn default() -> Self {
        Self {
            hair: "short".into(),
            skin: 4,
            clothes: "shirt".into(),
            age: "adult".into(),
            glasses: false,
            frames: String::new(),
            hair_colour: String::new(),
            grey: None,
            cover_colour: String::new(),
            colour: String::new(),
            face: String::new(),
            eyes: String::new(),
            brows: String::new(),
            nose: String::new(),
            beard: String::new(),
            earrings: String::new(),
            build: String::new(),
            lines: None,
            freckles: false,
        }
    }
}

/// A field of a portrait that holds a word: the field's name, what is written there (nothing where it is left out), and
/// the words there are.
#[derive(Clone, Copy, Debug)]
pub struct Word<'p> {
    /// The field's name.
    pub field: &'static str,
    /// What stands there.
    pub word: &'p str,
    /// What may stand there.
    pub known: &'static [&'static str],
}

impl Word<'_> {
    /// Whether it is one of the words there are, or left out.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.word.is_empty() || self.known.contains(&self.word)
    }
}

impl Portrait {
    /// Every field that holds a word.
    #[must_use]
    pub fn words(&self) -> [Word<'_>; 14] {
        [
            ("hair", &self.hair, HAIR),
            ("clothes", &self.clothes, CLOTHES),
            ("age", &self.age, AGES),
            ("frames", &self.frames, FRAMES),
            ("hair_colour", &self.hair_colour, HAIR_COLOURS),
            ("cover_colour", &self.cover_colour, COLOURS),
            ("colour", &self.colour, COLOURS),
            ("face", &self.face, FACES),
            ("eyes", &self.eyes, EYES),
            ("brows", &self.brows, BROWS),
            ("nose", &self.nose, NOSES),
            ("beard", &self.beard, BEARDS),
            ("earrings", &self.earrings, EARRINGS),
            ("build", &self.build, BUILDS),
        ]
        .map(|(field, word, known)| Word { field, word, known })
    }
}
