//! What stands for people's names in files for others.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

pub use crate::store::Masks;
use crate::store::hex;

/// Says what stands for a name.
#[derive(Clone, Debug)]
pub struct Who {
    /// None where names are to stand as they are.
    masks: Option<(Masks, BTreeSet<String>)>,
    /// Pseudonyms that were made already.
    known: BTreeMap<String, String>,
}

impl Who {
    /// Names as they are.
    #[must_use]
    pub fn by_name() -> Self {
        Self { masks: None, known: BTreeMap::new() }
    }

    /// The roster's codes, and pseudonyms for who has none.
    #[must_use]
    pub fn masked(masks: Masks) -> Self {
        let codes = masks.codes.values().cloned().collect();
        Self { masks: Some((masks, codes)), known: BTreeMap::new() }
    }

    /// What stands for a name. Without the store's secret it cannot be read back, nor can names be tried.
    pub fn of(&mut self, name: &str) -> String {
        let Some((masks, codes)) = &self.masks else { return name.to_owned() };
        if let Some(code) = masks.codes.get(name) {
            return code.clone();
        }
        // Some play under their code.
        if codes.contains(name) {
            return name.to_owned();
        }
        self.known.entry(name.to_owned()).or_insert_with(|| pseudonym(&masks.salt, name)).clone()
    }
}

/// The same for the same person, in one store.
fn pseudonym(salt: &str, name: &str) -> String {
    let digest = Sha256::new().chain_update(b"pseudonym\0").chain_update(salt).chain_update(b"\0").chain_update(name);
    let bytes = digest.finalize();
    format!("p-{}", hex(bytes.get(..6).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_for_a_name_else_a_pseudonym_of_this_store() {
        let masks =
            |salt: &str| Masks { codes: [("Wanjiru".to_owned(), "W7".to_owned())].into(), salt: salt.to_owned() };
        let (mut here, mut there) = (Who::masked(masks("a")), Who::masked(masks("b")));
        assert_eq!((here.of("Wanjiru"), here.of("W7")), ("W7".to_owned(), "W7".to_owned()));
        let otieno = here.of("Otieno");
        assert!(otieno.starts_with("p-") && otieno.len() == 14, "{otieno}");
        assert_eq!(here.of("Otieno"), otieno);
        assert_ne!(here.of("Otieno "), otieno);
        assert_ne!(there.of("Otieno"), otieno, "another store, another pseudonym");
        assert_eq!(Who::by_name().of("Otieno"), "Otieno");
    }
}
