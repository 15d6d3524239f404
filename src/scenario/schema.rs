//! The shape of a scenario file as a JSON Schema, taken from the types, so that editors and the loader never disagree with them.

use schemars::{Schema, SchemaGenerator, json_schema};

use super::model::Scenario;
use super::time::Channel;
use crate::customer::Outcome;

/// The schema of a scenario file (JSON Schema 2020-12). A RON struct is an object with `properties`, a RON map an object with
/// `additionalProperties`; an enum's variant is a text, or an object with the variant's name as its only property.
#[must_use]
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Scenario).to_value()
}

/// A level for each competency.
pub(super) fn levels(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "additionalProperties": { "type": "integer", "minimum": 0, "maximum": 3 } })
}

/// Channels, each with the one that takes its place.
pub(super) fn channels(generator: &mut SchemaGenerator) -> Schema {
    let channel = generator.subschema_for::<Channel>();
    let names = Channel::ALL.map(|channel| format!("{channel:?}"));
    let others: serde_json::Map<_, _> = names.into_iter().map(|name| (name, channel.clone().to_value())).collect();
    json_schema!({ "type": "object", "properties": others, "additionalProperties": false })
}

/// The five outcomes, each with its text.
pub(super) fn outcomes(_: &mut SchemaGenerator) -> Schema {
    let names: Vec<String> = Outcome::ALL.iter().map(|outcome| format!("{outcome:?}")).collect();
    let texts: serde_json::Map<_, _> =
        names.iter().map(|name| (name.clone(), serde_json::json!({ "type": "string" }))).collect();
    json_schema!({ "type": "object", "properties": texts, "required": names, "additionalProperties": false })
}
