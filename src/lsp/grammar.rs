//! What can stand at a place of a scenario, read off the JSON Schema of the model's types: fields, words, and what each means.

use serde_json::Value;

use super::names::View;
use super::outline::Bracket;
use crate::scenario::json_schema;

/// How deep references in the schema are followed; far more than there are.
const DEEPEST: u8 = 16;

/// The form of a scenario file.
#[derive(Debug)]
pub struct Grammar {
    schema: Value,
}

/// A field or a word that can stand at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known<'g> {
    /// How it is written.
    pub word: &'g str,
    /// What it means.
    pub doc: &'g str,
    /// What it holds, where it holds something.
    pub holds: Option<&'g Value>,
    /// Whether a file without it is refused.
    pub required: bool,
}

/// What a value is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// `"…"`
    Text,
    /// `(…)`
    Fields,
    /// `{…}`
    Map,
    /// `[…]`
    List,
    /// A number, a word, or one of several.
    Other,
}

/// All forms a value can have.
type Forms<'g> = Vec<&'g Value>;

impl Grammar {
    /// The form of the files this release reads.
    pub fn new() -> Self {
        Self { schema: json_schema() }
    }

    /// The forms of a schema, with references followed.
    fn forms<'g>(&'g self, schema: &'g Value) -> Forms<'g> {
        let mut found = Vec::new();
        self.expand(schema, &mut found, DEEPEST);
        found
    }

    fn expand<'g>(&'g self, schema: &'g Value, found: &mut Forms<'g>, depth: u8) {
        let Some(depth) = depth.checked_sub(1) else { return };
        let target = schema.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
        if let Some(target) = target.and_then(|target| self.schema.pointer(target)) {
            return self.expand(target, found, depth);
        }
        let several = ["anyOf", "oneOf", "allOf"].iter().find_map(|several| schema.get(several)?.as_array());
        match several {
            Some(several) => several.iter().for_each(|one| self.expand(one, found, depth)),
            None => found.push(schema),
        }
    }

    /// The forms of a value at a place: after a label, or as an item.
    pub fn value<'g>(&'g self, view: View<'_>, node: usize, label: Option<usize>, item: usize) -> Forms<'g> {
        let inside = self.inside(view, node);
        let bracket = view.node(node).and_then(|node| node.bracket);
        self.step(&inside, bracket, view.said(label), item)
    }

    /// The forms of what stands between brackets.
    pub fn inside<'g>(&'g self, view: View<'_>, node: usize) -> Forms<'g> {
        let mut path: Vec<_> = view.around(node).map(|(_, node)| node).collect();
        path.reverse();
        let mut forms = vec![&self.schema];
        for node in path {
            let around = view.node(node.parent).and_then(|parent| parent.bracket);
            forms = self.step(&forms, around, view.said(node.label), node.item);
            if let Some(opener) = view.said(node.opener) {
                let variant = forms.iter().find_map(|form| form.get("properties")?.get(opener));
                forms = variant.map_or(forms, |variant| self.forms(variant));
            }
        }
        forms
    }

    /// One step further in.
    fn step<'g>(
        &'g self,
        forms: &[&'g Value],
        bracket: Option<Bracket>,
        label: Option<&str>,
        item: usize,
    ) -> Forms<'g> {
        let next = |form: &&'g Value| -> Option<&'g Value> {
            let form: &'g Value = form;
            match (bracket, label) {
                (None, _) => Some(form),
                (Some(_), Some(label)) => {
                    form.get("properties").and_then(|fields| fields.get(label)).or_else(|| values(form))
                }
                (Some(Bracket::Round), None) => match form.get("prefixItems") {
                    Some(items) => items.get(item),
                    None => (item == 0).then_some(form),
                },
                (Some(Bracket::Square), None) => form.get("items"),
                (Some(Bracket::Curly), None) => None,
            }
        };
        forms.iter().filter_map(next).flat_map(|form| self.forms(form)).collect()
    }

    /// The fields of some forms; of a map whose keys are words, the words.
    pub fn fields<'g>(&'g self, forms: &[&'g Value]) -> Vec<Known<'g>> {
        let mut fields: Vec<Known<'g>> = Vec::new();
        for form in forms.iter().filter(|form| !is_variant(form)) {
            let required = |name: &str| {
                let listed = form.get("required").and_then(Value::as_array);
                listed.is_some_and(|listed| listed.iter().any(|one| one == name))
            };
            for (name, schema) in form.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if fields.iter().all(|known| known.word != name) {
                    fields.push(Known {
                        word: name,
                        doc: self.doc(schema),
                        holds: Some(schema),
                        required: required(name),
                    });
                }
            }
        }
        fields
    }

    /// The words of some forms, with those that open a bracket.
    pub fn words<'g>(&'g self, forms: &[&'g Value]) -> Vec<Known<'g>> {
        let mut words = Vec::new();
        for form in forms {
            let plain = |word| Known { word, doc: self.doc(form), holds: None, required: false };
            if let Some(word) = form.get("const").and_then(Value::as_str) {
                words.push(plain(word));
            }
            for word in form.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
                words.push(Known { doc: "", ..plain(word) });
            }
            if form.get("type").and_then(Value::as_str) == Some("boolean") {
                words.extend(["true", "false"].map(|word| Known { doc: "", ..plain(word) }));
            }
            if is_variant(form) {
                let variants = form.get("properties").and_then(Value::as_object).into_iter().flatten();
                words.extend(variants.map(|(word, held)| Known { holds: Some(held), ..plain(word) }));
            }
        }
        words
    }

    /// Words for people, as the schema of the title has them.
    pub fn text(&self) -> Option<&Value> {
        self.schema.pointer("/properties/title")
    }

    /// What the schema says of itself, or else of what it refers to.
    pub fn doc<'g>(&'g self, schema: &'g Value) -> &'g str {
        let own = |schema: &'g Value| schema.get("description").and_then(Value::as_str);
        let target = || {
            let named = schema.get("$ref").or_else(|| schema.get("anyOf")?.get(0)?.get("$ref"));
            own(self.schema.pointer(named?.as_str()?.strip_prefix('#')?)?)
        };
        own(schema).or_else(target).unwrap_or_default()
    }

    /// What a value of this schema is written with.
    pub fn holds(&self, schema: &Value) -> Holds {
        let forms = self.forms(schema);
        let mut kinds = forms.iter().filter(|form| form.get("type").is_none_or(|kind| kind != "null")).map(|form| {
            match form.get("type").and_then(first_type) {
                Some("string") if form.get("const").is_none() && form.get("enum").is_none() => Holds::Text,
                Some("array") => Holds::List,
                Some("object") if is_variant(form) => Holds::Other,
                Some("object") if values(form).is_some() => Holds::Map,
                Some("object") if form.get("additionalProperties").is_some() => Holds::Fields,
                _ => Holds::Other,
            }
        });
        let Some(first) = kinds.next() else { return Holds::Other };
        // Where a text or a list can stand, the text is the plain case.
        if first == Holds::Text || kinds.all(|kind| kind == first) { first } else { Holds::Other }
    }

    /// What a small event is, by its name.
    pub fn event_doc(&self, name: &str) -> Option<&str> {
        let events = self.schema.pointer("/$defs/SmallEvent")?;
        self.words(&self.forms(events)).into_iter().find(|known| known.word == name).map(|known| known.doc)
    }
}

/// The first of the types a schema allows.
fn first_type(kind: &Value) -> Option<&str> {
    kind.as_str().or_else(|| kind.get(0)?.as_str())
}

/// What a map holds under a key of any name.
fn values(form: &Value) -> Option<&Value> {
    let patterns =
        form.get("patternProperties").and_then(Value::as_object).and_then(|patterns| patterns.values().next());
    patterns.or_else(|| form.get("additionalProperties").filter(|values| values.is_object()))
}

/// Whether this is a variant that holds something: in JSON an object of one field, which is written with a capital.
fn is_variant(form: &Value) -> bool {
    let fields = form.get("properties").and_then(Value::as_object);
    fields.is_some_and(|fields| {
        fields.len() == 1 && fields.keys().all(|name| name.starts_with(|first: char| first.is_ascii_uppercase()))
    })
}
