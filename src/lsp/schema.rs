//! The form of a scenario file as a JSON Schema, made from the model's own types, so that it cannot say anything else than the
//! loader.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::scenario::Scenario;

/// The JSON Schema (2020-12) of a scenario file, with what each field means. Enum variants stand as serde writes them in JSON:
/// `Choose({…})` is `{"Choose": {…}}`, and a bare word is a text.
#[must_use]
pub fn scenario_schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Scenario>();
    schema.insert("title".into(), "An Amends scenario".into());
    schema.to_value()
}
