//! What a part of the schema allows, in the terms of a RON text.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What can stand at a place. `None` and `Some(…)` are seen through, so that an optional value is what it holds.
#[derive(Default)]
pub struct Expected<'s> {
    /// A text in quotation marks.
    pub text: bool,
    /// `true` or `false`.
    pub truth: bool,
    /// A whole number between these.
    pub number: Option<(i128, i128)>,
    /// A list of such items.
    pub list: Option<&'s Value>,
    /// So many values in brackets.
    pub tuple: Option<&'s [Value]>,
    /// Entries in braces with such values.
    pub entries: Option<&'s Value>,
    /// Fields in brackets.
    pub fields: Option<Fields<'s>>,
    /// Words, with what stands in their brackets, if anything.
    pub words: BTreeMap<&'s str, Option<&'s Value>>,
}

/// The fields of a struct.
pub struct Fields<'s> {
    /// Its name, which may stand before the brackets.
    pub name: Option<&'s str>,
    pub properties: &'s Map<String, Value>,
    pub required: Vec<&'s str>,
}

impl<'s> Fields<'s> {
    /// Those that must be written; where none must, the first three.
    pub fn examples(&self) -> impl Iterator<Item = &'s str> {
        let some = if self.required.is_empty() { 3 } else { 0 };
        self.required.iter().copied().chain(self.properties.keys().map(String::as_str).take(some))
    }
}

impl<'s> Expected<'s> {
    /// What `schema` allows; references lead into `root`.
    pub fn of(schema: &'s Value, root: &'s Value) -> Self {
        let mut expected = Self::default();
        expected.add(schema, root, schema.get("title").and_then(Value::as_str));
        expected
    }

    fn add(&mut self, schema: &'s Value, root: &'s Value, name: Option<&'s str>) {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = reference.rsplit('/').next();
            if let Some(target) = name.and_then(|name| root.get("$defs")?.get(name)) {
                self.add(target, root, name);
            }
            return;
        }
        for part in list(schema, "anyOf") {
            self.add(part, root, None);
        }
        for variant in list(schema, "oneOf") {
            match variant.get("properties").and_then(Value::as_object) {
                Some(properties) => self.words.extend(properties.iter().map(|(word, of)| (word.as_str(), Some(of)))),
                None => self.add(variant, root, None),
            }
        }
        let words = list(schema, "enum").iter().chain(schema.get("const"));
        let words: Vec<_> = words.filter_map(Value::as_str).collect();
        if !words.is_empty() {
            return self.words.extend(words.into_iter().map(|word| (word, None)));
        }
        let types = schema.get("type");
        let types = types
            .and_then(Value::as_array)
            .map_or_else(|| types.into_iter().collect::<Vec<_>>(), |all| all.iter().collect());
        for kind in types.into_iter().filter_map(Value::as_str) {
            match kind {
                "string" => self.text = true,
                "boolean" => self.truth = true,
                "integer" => self.number = Some(limits(schema)),
                "array" => match schema.get("prefixItems").and_then(Value::as_array) {
                    Some(items) => self.tuple = Some(items),
                    None => self.list = schema.get("items"),
                },
                "object" => match schema.get("properties").and_then(Value::as_object) {
                    Some(properties) => {
                        let required = list(schema, "required").iter().filter_map(Value::as_str).collect();
                        self.fields = Some(Fields { name, properties, required });
                    }
                    None => self.entries = schema.get("additionalProperties"),
                },
                _ => {}
            }
        }
    }

    /// What can stand here, as part of a sentence.
    pub fn in_words(&self) -> String {
        let mut kinds = Vec::new();
        if self.text {
            kinds.push("a text in quotation marks".to_owned());
        }
        if self.truth {
            kinds.push("`true` or `false`".to_owned());
        }
        if let Some((least, most)) = self.number {
            kinds.push(match (least, most >= i128::from(i32::MAX)) {
                (0, true) => "a whole number, 0 or more".to_owned(),
                (_, true) => "a whole number".to_owned(),
                (_, false) => format!("a whole number from {least} to {most}"),
            });
        }
        if self.list.is_some() {
            kinds.push("a list in square brackets".to_owned());
        }
        if let Some(items) = self.tuple {
            kinds.push(format!("{} values with a comma between", items.len()));
        }
        if self.entries.is_some() {
            kinds.push("entries in braces".to_owned());
        }
        if self.fields.is_some() {
            kinds.push("fields in round brackets".to_owned());
        }
        match self.words.len() {
            0 => {}
            1..=5 => kinds.extend(self.words.iter().map(|(word, of)| example(word, of.is_some()))),
            _ => kinds.push("a word of the language".to_owned()),
        }
        match kinds.split_last() {
            None => "something else".to_owned(),
            Some((only, [])) => only.clone(),
            Some((last, first)) => format!("{} or {last}", first.join(", ")),
        }
    }

    /// What can stand in the brackets of a word, by example.
    pub fn example(&self) -> String {
        match (self.list, self.text, self.number) {
            (Some(_), _, _) => "[…, …]".to_owned(),
            (None, true, _) => "\"…\"".to_owned(),
            (None, false, Some(_)) => "3".to_owned(),
            (None, false, None) => "…".to_owned(),
        }
    }

    /// What to write, by example.
    pub fn help(&self) -> String {
        let fields = self.fields.as_ref().map(|fields| {
            format!("({})", fields.examples().map(|field| format!("{field}: …")).collect::<Vec<_>>().join(", "))
        });
        if self.fields.as_ref().is_some_and(|fields| fields.name == Some("TextCase")) {
            return "Write `(if: …, text: \"…\")`. Wordings that chance picks from stand in `AnyOf([\"…\", \"…\"])`."
                .to_owned();
        }
        let words: Vec<String> = self.words.iter().map(|(word, of)| example(word, of.is_some())).collect();
        let examples = [
            self.text.then(|| "`\"…\"`".to_owned()),
            self.list.map(|_| "`[…, …]`".to_owned()),
            self.entries.map(|_| "`{ \"id\": … }`".to_owned()),
            fields.map(|fields| format!("`{fields}`")),
            match words.as_slice() {
                // The title has named them all.
                [first, _, ..] if words.len() <= 5 => Some(format!("one of them, for example {first}")),
                [] => None,
                _ => Some(words.join(", ")),
            },
        ];
        let examples: Vec<String> = examples.into_iter().flatten().collect();
        match examples.split_last() {
            None if self.truth => "Write `true` or `false`.".to_owned(),
            None => "Write a number such as `3`: only digits, no quotation marks around it.".to_owned(),
            Some((only, [])) => format!("Write {only}."),
            Some((last, first)) => format!("Write {} or {last}.", first.join(", ")),
        }
    }
}

fn example(word: &str, with_content: bool) -> String {
    if with_content { format!("`{word}(…)`") } else { format!("`{word}`") }
}

fn list<'s>(schema: &'s Value, key: &str) -> &'s [Value] {
    schema.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The least and greatest number of a schema: those it names, else those of the number's size.
fn limits(schema: &Value) -> (i128, i128) {
    let written = |key| schema.get(key).and_then(Value::as_i64).map(i128::from);
    let (least, most) = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => (0, i128::from(u8::MAX)),
        Some("uint16") => (0, i128::from(u16::MAX)),
        Some("uint32") => (0, i128::from(u32::MAX)),
        _ => (i128::from(i32::MIN), i128::from(i32::MAX)),
    };
    (written("minimum").unwrap_or(least), written("maximum").unwrap_or(most))
}
