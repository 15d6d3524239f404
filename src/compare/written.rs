//! A part of a scenario as short RON, for people who know it from their files.

use serde_json::Value;

/// A value as it could stand in a file, on one line.
pub fn written(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) if is_word(text) => text.clone(),
        Value::String(text) => format!("\"{text}\""),
        Value::Array(items) => format!("[{}]", list(items)),
        Value::Object(fields) => match fields.iter().next() {
            // `Chose("a/b")`, `Days(3)`, `All([…])`.
            Some((name, inner)) if fields.len() == 1 && is_word(name) => match inner {
                Value::Array(items) if !matches!(name.as_str(), "All" | "Any" | "AnyOf") => {
                    format!("{name}({})", list(items))
                }
                _ => format!("{name}({})", written(inner)),
            },
            _ => {
                let fields: Vec<String> =
                    fields.iter().map(|(name, value)| format!("{name}: {}", written(value))).collect();
                format!("({})", fields.join(", "))
            }
        },
    }
}

fn list(items: &[Value]) -> String {
    items.iter().map(written).collect::<Vec<_>>().join(", ")
}

/// Whether a text is one of the language's own words, such as `During`, and no text of an author.
fn is_word(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_uppercase())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::written;

    #[test]
    fn conditions_look_as_they_do_in_files() {
        let condition = json!({"All": [{"Chose": "desk/own"}, {"Not": {"AtLeast": ["calm", 5]}}, {"Feels": "Upset"}]});
        assert_eq!(written(&condition), r#"All([Chose("desk/own"), Not(AtLeast("calm", 5)), Feels(Upset)])"#);
        assert_eq!(written(&json!({"time": {"Days": 2}, "explained": true})), "(explained: true, time: Days(2))");
    }
}
