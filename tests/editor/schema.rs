//! The schema of a scenario file, and the settings that the page for editors shows.

use serde_json::{Value, json};

use amends::diag::Source;
use amends::scenario::{Rules, load};

use crate::program::{amends, out, pool, root};

#[test]
fn the_schema_names_what_a_scenario_holds() {
    let schema: Value = serde_json::from_str(&out(&amends(&["schema"], ""))).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.schema.json");
    assert!(amends(&["schema", "--out", file.to_str().unwrap()], "").status.success());
    assert_eq!(serde_json::from_str::<Value>(&std::fs::read_to_string(&file).unwrap()).unwrap(), schema);
    assert_eq!(amends(&["schema", "--out", "nowhere/at/all.json"], "").status.code(), Some(2));
    assert_eq!(schema["properties"]["beats"]["description"], "Every turn of the conversation.");
    let text = std::fs::read_to_string(pool()).unwrap();
    let scenario = load(&Source::new("heated-pool.ron", text), &Rules::builtin()).unwrap();
    let sound = serde_json::to_value(&*scenario).unwrap();
    assert_eq!(against(&schema, &schema, &sound, "pool"), Vec::<String>::new());
    for (place, wrong) in [
        ("/beats/desk/says", json!(3)),
        ("/beats/desk/reply", json!({ "Chose": {} })),
        ("/customer", json!({ "name": "Achieng", "persona": "analytical", "shoes": "red" })),
        ("/failure/kind", json!("Ekonomic")),
        ("/facts/advert", json!({ "root_cause": true })),
        ("/may", json!("everything")),
    ] {
        let mut broken = sound.clone();
        *broken.pointer_mut(place).unwrap() = wrong;
        assert!(!against(&schema, &schema, &broken, "pool").is_empty(), "{place}");
    }
}

/// Where a value does not fit a schema, by the words of JSON Schema that ours is made of.
fn against(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let fits = |schema: &Value| against(root, schema, value, place).is_empty();
    let mut wrong = Vec::new();
    for (word, says) in schema.as_object().into_iter().flatten() {
        let holds = match word.as_str() {
            "$ref" => fits(root.pointer(says.as_str().unwrap().trim_start_matches('#')).unwrap()),
            "anyOf" => says.as_array().unwrap().iter().any(fits),
            "allOf" => says.as_array().unwrap().iter().all(fits),
            "oneOf" => says.as_array().unwrap().iter().filter(|one| fits(one)).count() == 1,
            "const" => value == says,
            "enum" => says.as_array().unwrap().contains(value),
            "type" => {
                let is = |kind: &Value| match kind.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64(),
                    "null" => value.is_null(),
                    other => panic!("{other}"),
                };
                says.as_array().map_or_else(|| is(says), |kinds| kinds.iter().any(is))
            }
            "required" => says.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "minimum" => value.as_i64().is_none_or(|value| value >= says.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|value| value <= says.as_i64().unwrap()),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= says.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= says.as_u64().unwrap()),
            "items" | "prefixItems" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    let says = if says.is_array() { &says[at] } else { says };
                    wrong.extend(against(root, says, item, &format!("{place}/{at}")));
                }
                true
            }
            "properties" | "additionalProperties" => {
                for (name, item) in value.as_object().into_iter().flatten() {
                    let field = &schema["properties"][name];
                    let place = format!("{place}/{name}");
                    match (word.as_str(), field) {
                        ("properties", Value::Null) => {}
                        ("properties", field) => wrong.extend(against(root, field, item, &place)),
                        (_, Value::Null) if *says == Value::Bool(false) => wrong.push(place),
                        (_, Value::Null) => wrong.extend(against(root, says, item, &place)),
                        _ => {}
                    }
                }
                true
            }
            "$schema" | "$defs" | "title" | "description" | "default" | "format" | "pattern" => true,
            other => panic!("the schema has a word this test does not know: {other}"),
        };
        if !holds {
            wrong.push(format!("{place}: {word}"));
        }
    }
    wrong
}

#[test]
fn the_settings_for_editors_can_be_read_and_stand_in_the_page_about_them() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let page = read("docs/editors.md");
    let extension: Value = serde_json::from_str(&read("editors/vscode/package.json")).unwrap();
    serde_json::from_str::<Value>(&read("editors/vscode/language-configuration.json")).unwrap();
    let program = read("editors/vscode/extension.js");
    for setting in extension["contributes"]["configuration"]["properties"].as_object().unwrap().keys() {
        assert!(page.contains(&format!("`{setting}`")), "{setting}");
        assert!(program.contains(&format!("settings.get(\"{}\")", setting.trim_start_matches("amends."))), "{setting}");
    }
    let helix = read("editors/helix/languages.toml");
    let settings = helix.split_once("\n\n").unwrap().1;
    assert!(page.contains(&format!("```toml\n{settings}```")), "the page says something else than the file");
}
