//! What the statements of one attempt have in common: who, in what, and their ids.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::super::attempts::kebab;
use super::super::cell::visible;
use super::super::told::{Replayed, Told};
use super::{Maker, Profile, verb};

/// The greatest number that every reader of JSON keeps exactly: 2 to the 53rd.
const EXACT: u64 = 1 << 53;

/// What IRIs begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Default for Base {
    fn default() -> Self {
        Self("urn:amends:".to_owned())
    }
}

impl Base {
    /// A beginning somebody chose.
    ///
    /// # Errors
    /// Why it is none, as a sentence.
    pub fn new(text: &str) -> Result<Self, String> {
        let scheme = text.split_once(':').map(|(scheme, _)| scheme).unwrap_or_default();
        let named = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
        let plain = text.chars().all(|letter| letter.is_ascii_graphic() && !"<>\"{}|\\^`%?#".contains(letter));
        if !named || !plain || text.len() < scheme.len() + 3 {
            return Err("an IRI begins like `https://example.org/amends` or `urn:example:`".to_owned());
        }
        let joined = text.ends_with([':', '/']);
        Ok(Self(if joined { text.to_owned() } else { format!("{text}/") }))
    }

    /// The IRI of something, by the parts of its path. Whatever stands in them, it is an IRI.
    #[must_use]
    pub fn iri(&self, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| percent(part)).collect();
        self.0.clone() + &parts.join("/")
    }

    /// The key of an extension.
    #[must_use]
    pub fn key(&self, name: &str) -> String {
        self.iri(&["xapi", name])
    }
}

fn percent(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_~.".contains(&byte) {
            out.push(byte.into());
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}

/// What is common to the statements of an attempt.
pub(super) struct Frame<'t> {
    pub maker: &'t Maker,
    pub told: &'t Told,
    pub replayed: &'t Replayed,
    /// The rules its scores were computed under.
    rules: String,
    /// The tag of the language its texts are in.
    language: String,
}

impl<'t> Frame<'t> {
    pub fn new(maker: &'t Maker, told: &'t Told) -> Option<Self> {
        let replayed = told.replayed()?;
        let rules = replayed.session.rules().hash();
        let tag = &replayed.session.scenario().language;
        let is_tag = tag.len() >= 2 && tag.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        let language = if is_tag { tag.clone() } else { "und".to_owned() };
        Some(Self { maker, told, replayed, rules, language })
    }

    /// A statement. `n` is the decision's number from 1, 0 for the attempt as a whole.
    pub fn statement(&self, word: &str, n: usize, at: Timestamp, object: &Value, result: &Value) -> Value {
        json!({
            "id": self.id(word, n), "timestamp": format!("{at:.3}"), "actor": self.actor(), "verb": verb(word), "object": object,
            "result": result, "context": self.context(word),
        })
    }

    fn id(&self, word: &str, n: usize) -> Uuid {
        let profile = match self.maker.profile {
            Profile::Xapi => "xapi",
            Profile::Cmi5 => "cmi5",
        };
        let attempt = self.told.start().attempt;
        let digest = Sha256::digest(format!("{profile}\n{attempt}\n{word}\n{n}\n{}", self.rules));
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        // Stores check for the variants of RFC 4122; of those, this one says that the id was made from a name.
        Builder::from_sha1_bytes(bytes).into_uuid()
    }

    fn actor(&self) -> Value {
        let name = self.told.who.as_deref().filter(|name| !name.is_empty()).unwrap_or("unnamed");
        json!({"objectType": "Agent", "account": {"homePage": self.maker.home, "name": visible(name)}})
    }

    /// The path of what was played.
    pub fn scene(&self) -> Vec<&str> {
        let start = self.told.start();
        let form = start.form.as_ref().map(|form| ["forms", form.as_str()]);
        ["scenes", start.scenario.as_str()].into_iter().chain(form.into_iter().flatten()).collect()
    }

    /// What was played, as an object.
    pub fn simulation(&self) -> Value {
        let scenario = self.replayed.session.scenario();
        json!({
            "objectType": "Activity", "id": self.maker.base.iri(&self.scene()),
            "definition": {"type": "http://adlnet.gov/expapi/activities/simulation", "name": self.text(&scenario.title)},
        })
    }

    /// A text in the language it is in.
    pub fn text(&self, text: &str) -> Value {
        if text.is_empty() { Value::Null } else { json!({self.language.as_str(): visible(text)}) }
    }

    /// Extensions by their short names.
    pub fn extensions(&self, fields: impl IntoIterator<Item = (String, Value)>) -> Value {
        let key = |(name, value): (String, Value)| (self.maker.base.key(&name), value);
        Value::Object(fields.into_iter().map(key).collect())
    }

    fn context(&self, word: &str) -> Value {
        let Replayed { session, .. } = self.replayed;
        let (start, scenario) = (self.told.start(), session.scenario());
        let first = scenario.beats.get(&scenario.start);
        let number = |seed: u64| if seed < EXACT { json!(seed) } else { json!(seed.to_string()) };
        let fields = [
            ("channel", json!(first.map(|beat| kebab(&scenario.channel(beat))))),
            ("phase", json!(first.map(|beat| kebab(&scenario.phase(beat))))),
            ("persona", json!(visible(&start.persona))),
            ("form", json!(start.form.as_ref().map(|form| visible(form.as_str())))),
            ("mode", json!(self.told.mode())),
            ("engine", json!(visible(&start.program))),
            ("seed", number(start.seed)),
            ("hash", json!(visible(&start.hash))),
            ("rules", json!(self.rules)),
            ("cohort", json!(start.cohort.as_deref().map(visible))),
        ];
        let base = &self.maker.base;
        let parent = json!([{"objectType": "Activity", "id": base.iri(&["packs", &scenario.sector])}]);
        let course = start.course.as_ref().map(|place| base.iri(&["courses", &place.course, &place.stage]));
        let mut grouping: Vec<Value> =
            course.map(|id| json!({"objectType": "Activity", "id": id})).into_iter().collect();
        let mut extensions = self.extensions(fields.map(|(name, value)| (name.to_owned(), value)));
        if self.maker.profile == Profile::Cmi5 {
            grouping.push(json!({"objectType": "Activity", "id": base.iri(&["scenes", &start.scenario])}));
            insert(&mut extensions, "https://w3id.org/xapi/cmi5/context/extensions/sessionid", json!(start.attempt));
            if let Some(standard) = self.maker.standard.filter(|_| word == "passed" || word == "failed") {
                let least = f64::from(standard) / 1000.0;
                insert(&mut extensions, "https://w3id.org/xapi/cmi5/context/extensions/masteryscore", json!(least));
            }
        }
        let category = if self.maker.profile == Profile::Cmi5 { categories(word) } else { Value::Null };
        let activities = json!({"parent": parent, "grouping": grouping, "category": category});
        json!({"registration": start.attempt, "contextActivities": activities, "language": self.language, "extensions": extensions})
    }
}

/// How cmi5 marks what it has defined. What is said between, such as `answered`, it lets pass unmarked.
fn categories(word: &str) -> Value {
    let category = |name: &str| json!({"objectType": "Activity", "id": format!("https://w3id.org/xapi/cmi5/context/categories/{name}")});
    match word {
        "initialized" | "terminated" => json!([category("cmi5")]),
        "completed" | "passed" | "failed" => json!([category("cmi5"), category("moveon")]),
        _ => Value::Null,
    }
}

fn insert(object: &mut Value, key: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(key.to_owned(), value);
    } else {
        *object = Value::Object(Map::from_iter([(key.to_owned(), value)]));
    }
}

/// A length of time as ISO 8601 writes it, to a hundredth of a second.
#[must_use]
pub fn iso_duration(ms: u64) -> String {
    let hundredths = ms / 10 + u64::from(ms % 10 >= 5);
    let (seconds, part) = (hundredths / 100, hundredths % 100);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let hours = if hours > 0 { format!("{hours}H") } else { String::new() };
    let minutes = if minutes > 0 { format!("{minutes}M") } else { String::new() };
    let seconds = match part {
        0 if seconds == 0 && !(hours.is_empty() && minutes.is_empty()) => String::new(),
        0 => format!("{seconds}S"),
        part => format!("{seconds}.{part:02}S"),
    };
    format!("PT{hours}{minutes}{seconds}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_written_as_the_norm_wants_them() {
        let written = [0, 432_000, 3_600_000, 1_234, 59_999, 7_384_500].map(iso_duration);
        assert_eq!(written, ["PT0S", "PT7M12S", "PT1H", "PT1.23S", "PT1M", "PT2H3M4.50S"]);
    }

    #[test]
    fn whatever_stands_in_a_part_the_iri_is_one() {
        let base = Base::default();
        assert_eq!(base.iri(&["scenes", "heated-pool", "forms", "b"]), "urn:amends:scenes/heated-pool/forms/b");
        assert_eq!(base.iri(&["../../x", "a b<\"\u{202e}"]), "urn:amends:..%2F..%2Fx/a%20b%3C%22%E2%80%AE");
        assert_eq!(
            Base::new("https://example.org/amends").map(|base| base.key("form")),
            Ok("https://example.org/amends/xapi/form".into())
        );
        for wrong in ["", "example.org", "https:", "https://a b", "1x:y", "javascript:<>", ":abc"] {
            assert!(Base::new(wrong).is_err(), "{wrong}");
        }
    }
}
