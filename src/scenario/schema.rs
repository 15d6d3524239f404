//! The shape of a scenario file as a JSON Schema, taken from the types, so that editors and the loader never disagree with them.

use super::model::Scenario;

/// The schema of a scenario file (JSON Schema 2020-12). A RON struct is an object with `properties`, a RON map an object with
/// `additionalProperties`; an enum's variant is a text, or an object with the variant's name as its only property.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Scenario).to_value()
}
