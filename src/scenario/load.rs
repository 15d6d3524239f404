//! From a source text to a [`Checked`] scenario, or to everything that keeps it from being played.

use std::sync::Arc;

use ron::extensions::Extensions;
use serde::Deserialize;

use super::broken;
use super::check::Checked;
use super::model::{FORMAT, Scenario};
use super::rules::Rules;
use super::source::not_text;
use crate::diag::{Diagnostic, Source};

/// Reads a scenario.
///
/// # Errors
/// Every finding that keeps it from being played, in order of their places: where the text is not a scenario, everything
/// that is certainly not; where it is one, all that points nowhere, is out of range or could never end.
pub fn load(source: &Arc<Source>, rules: &Rules) -> Result<Checked, Vec<Diagnostic>> {
    if let Some(finding) = not_text(source) {
        return Err(vec![finding]);
    }
    let scenario = options().from_str::<Scenario>(text(source)).map_err(|error| broken::findings(source, &error))?;
    if !(1..=FORMAT).contains(&scenario.format) {
        return Err(vec![broken::other_format(source, scenario.format)]);
    }
    Checked::new(scenario, rules).map_err(|problems| {
        let tree = super::locate::Tree::parse(&source.text);
        let mut findings: Vec<Diagnostic> =
            problems.into_iter().map(|problem| problem.into_diagnostic(source, tree.as_ref())).collect();
        findings.sort_by_key(|finding| finding.span.as_ref().map_or(usize::MAX, |span| span.start));
        findings
    })
}

/// The text without the byte-order mark that some editors write before it.
pub(super) fn text(source: &Source) -> &str {
    source.text.strip_prefix('\u{feff}').unwrap_or(&source.text)
}

/// How every file is read: `Some(…)` may be left out, and `Paraphrase(decoys: …)` needs no second pair of brackets.
pub(crate) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// How a decoy is named in a recorded paraphrase, by its position in the file from 0.
#[must_use]
pub fn fragment_id_of_decoy(position: usize) -> String {
    format!("decoy-{}", position + 1)
}

/// A map in which no key stands twice: a second entry would silently replace the first.
pub(super) fn unique<'de, D, K, V>(deserializer: D) -> Result<std::collections::BTreeMap<K, V>, D::Error>
where
    D: serde::Deserializer<'de>,
    K: Deserialize<'de> + Ord + std::fmt::Debug,
    V: Deserialize<'de>,
{
    use std::collections::BTreeMap;
    use std::collections::btree_map::Entry;
    use std::marker::PhantomData;

    struct Unique<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord + std::fmt::Debug, V: Deserialize<'de>> serde::de::Visitor<'de> for Unique<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("entries in braces: { \"id\": …, }")
        }

        fn visit_map<A: serde::de::MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some(key) = access.next_key::<K>()? {
                let value = access.next_value::<V>()?;
                match map.entry(key) {
                    Entry::Vacant(free) => {
                        free.insert(value);
                    }
                    Entry::Occupied(taken) => {
                        let written = serde::de::Error::custom(format_args!(
                            "the id {:?} is used twice: give the second entry an id of its own",
                            taken.key()
                        ));
                        return Err(written);
                    }
                }
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Unique(PhantomData))
}
