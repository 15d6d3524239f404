//! The words of a portrait as the drawing knows them; which words a trainer may write is listed in the scenario language.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:literal => $variant:ident),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum $name { $($variant),+ }

        impl $name {
            /// What a word means; nothing where it is left out, or is none.
            pub fn of(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    )+ };
}

words! {
    /// Hair, or what covers it.
    Hair {
        "short" => Short, "crop" => Crop, "side-part" => SidePart, "balding" => Balding, "bald" => Bald, "long" => Long,
        "waves" => Waves, "bob" => Bob, "ponytail" => Ponytail, "bun" => Bun, "curls" => Curls, "afro" => Afro,
        "braids" => Braids, "locs" => Locs, "scarf" => Scarf, "hijab" => Hijab, "shayla" => Shayla,
        "headwrap" => Headwrap, "turban" => Turban, "skullcap" => Skullcap, "cap" => Cap,
    }
    HairColour {
        "black" => Black, "brown" => Brown, "chestnut" => Chestnut, "red" => Red, "blond" => Blond, "white" => White,
    }
    Clothes {
        "shirt" => Shirt, "blouse" => Blouse, "dress" => Dress, "kitenge" => Kitenge, "sari" => Sari, "kurta" => Kurta,
        "jumper" => Jumper, "cardigan" => Cardigan, "hoodie" => Hoodie, "polo" => Polo, "jacket" => Jacket,
        "suit" => Suit, "work-jacket" => WorkJacket,
    }
    Colour {
        "white" => White, "cream" => Cream, "sand" => Sand, "mustard" => Mustard, "orange" => Orange, "rust" => Rust,
        "brick" => Brick, "rose" => Rose, "plum" => Plum, "lavender" => Lavender, "sky" => Sky, "teal" => Teal,
        "navy" => Navy, "sage" => Sage, "forest" => Forest, "olive" => Olive, "charcoal" => Charcoal,
    }
    Age { "young" => Young, "adult" => Adult, "older" => Older }
    Face { "oval" => Oval, "round" => Round, "long" => Long, "square" => Square, "heart" => Heart }
    Eyes { "almond" => Almond, "round" => Round, "hooded" => Hooded, "monolid" => Monolid, "deep" => Deep }
    Brows { "soft" => Soft, "straight" => Straight, "arched" => Arched, "thick" => Thick, "thin" => Thin }
    Nose { "straight" => Straight, "broad" => Broad, "narrow" => Narrow, "button" => Button, "long" => Long }
    Beard {
        "none" => None, "stubble" => Stubble, "moustache" => Moustache, "goatee" => Goatee, "beard" => Short,
        "full" => Full,
    }
    Frames { "oval" => Oval, "round" => Round, "square" => Square, "half" => Half }
    Earrings { "none" => None, "studs" => Studs, "hoops" => Hoops, "drops" => Drops }
    Build { "slight" => Slight, "medium" => Medium, "broad" => Broad }
}

impl Hair {
    /// Whether ears are out of sight.
    pub fn covers_ears(self) -> bool {
        matches!(self, Self::Scarf | Self::Hijab | Self::Bob | Self::Shayla | Self::Waves)
    }

    /// Whether nothing of the hair is left to be seen at the sides.
    #[cfg(test)]
    pub fn is_covered(self) -> bool {
        matches!(self, Self::Scarf | Self::Hijab | Self::Headwrap | Self::Turban)
    }

    /// Whether cloth is worn over the hair.
    #[cfg(test)]
    pub fn has_cloth(self) -> bool {
        self.is_covered() || matches!(self, Self::Shayla | Self::Skullcap | Self::Cap)
    }

    /// Styles with which lashes and earrings are not drawn unless somebody says so.
    pub fn is_plain(self) -> bool {
        matches!(
            self,
            Self::Short
                | Self::Crop
                | Self::SidePart
                | Self::Balding
                | Self::Bald
                | Self::Turban
                | Self::Skullcap
                | Self::Cap
        )
    }
}

impl Beard {
    /// Whether it leaves less of the mouth to be seen.
    pub fn hides_the_mouth(self) -> bool {
        match self {
            Self::None | Self::Stubble => false,
            Self::Moustache | Self::Goatee | Self::Short | Self::Full => true,
        }
    }
}
