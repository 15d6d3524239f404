//! The languages that the interface speaks.

use std::env;

use serde::{Deserialize, Serialize};

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Swahili.
    #[serde(rename = "sw")]
    Swahili,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Swahili];

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Swahili => "sw",
        }
    }

    /// The key of its own name for itself.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::English => "language-en",
            Self::French => "language-fr",
            Self::Swahili => "language-sw",
        }
    }

    /// The language of a tag or of a system's name for it, such as `fr`, `fr-CA` or `fr_FR.UTF-8`; none where the interface
    /// does not speak it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|one| one.tag().eq_ignore_ascii_case(language))
    }

    /// The language of the system somebody works on, or English where the interface does not speak that.
    #[must_use]
    pub fn of_the_system() -> Self {
        Self::of_names(["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok()))
    }

    /// The first name that says anything decides, as POSIX has it.
    fn of_names(names: [Option<String>; 3]) -> Self {
        let first = names.into_iter().flatten().find(|name| !name.is_empty());
        first.and_then(|name| Self::of_tag(&name)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_system_s_language_is_taken_where_the_interface_speaks_it() {
        let of = |all: &str, messages: &str, lang: &str| {
            Language::of_names([all, messages, lang].map(|name| (name != "-").then(|| name.to_owned())))
        };
        assert_eq!(of("-", "-", "fr_FR.UTF-8"), Language::French);
        assert_eq!(of("-", "sw_KE", "fr_FR.UTF-8"), Language::Swahili);
        assert_eq!(of("", "-", "sw_TZ@latin"), Language::Swahili);
        assert_eq!(of("C", "fr_FR", "fr_FR"), Language::English, "LC_ALL decides");
        assert_eq!(of("de_DE.UTF-8", "-", "-"), Language::English);
        assert_eq!(of("-", "-", "-"), Language::English);
        assert_eq!(Language::of_tag("FR-ca"), Some(Language::French));
        assert_eq!(Language::of_tag("fro"), None);
    }
}
