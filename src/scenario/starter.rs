//! The conversation that a new scenario begins as: it can be played and passes every check, and its notes teach the language.

use super::time::Channel;

/// The starter's text, with `{{…}}` where something is filled in.
const TEMPLATE: &str = include_str!("../../assets/templates/starter.ron");

/// What is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starter {
    /// The scenario's id.
    pub id: String,
    /// What menus and reports call it.
    pub title: String,
    /// The line of business.
    pub sector: String,
    /// Language of the texts as a BCP 47 tag; the starter's own are English.
    pub language: String,
    /// What the customer is called.
    pub customer: String,
    /// The customer's conversation style.
    pub persona: String,
    /// How the two are in touch.
    pub channel: Channel,
    /// Where it happens.
    pub place: String,
    /// The file's name, for the commands in the notes.
    pub file: String,
}

impl Starter {
    /// The scenario's text.
    #[must_use]
    pub fn text(&self) -> String {
        let channel = format!("{:?}", self.channel);
        let fields = [
            ("id", &self.id),
            ("title", &self.title),
            ("sector", &self.sector),
            ("language", &self.language),
            ("customer", &self.customer),
            ("persona", &self.persona),
            ("channel", &channel),
            ("place", &self.place),
            ("file", &self.file),
        ];
        let mut text = String::with_capacity(TEMPLATE.len() + 200);
        let mut rest = TEMPLATE;
        // One pass, so that nothing in what was filled in is taken for a place to fill in.
        while let Some((before, after)) = rest.split_once("{{") {
            text.push_str(before);
            let (name, after) = after.split_once("}}").unwrap_or((after, ""));
            if let Some((_, value)) = fields.iter().find(|(field, _)| *field == name) {
                text.push_str(&in_quotes(value));
            }
            rest = after;
        }
        text.push_str(rest);
        text
    }
}

/// A value as it can stand between quotation marks, and in a note: on one line.
fn in_quotes(value: &str) -> String {
    let visible = value.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    visible.collect::<String>().trim().replace('\\', "\\\\").replace('"', "\\\"")
}

/// An id out of a title: lower-case letters, digits and hyphens. Nothing where the title has no letter or digit of the Latin
/// alphabet.
#[must_use]
pub fn id_of(title: &str) -> Option<String> {
    let mut id = String::new();
    for letter in title.chars() {
        let plain = plain(letter);
        if plain.is_empty() {
            // An apostrophe joins what is before and after it: "don't" is one word.
            if !matches!(letter, '\'' | '’') && !id.ends_with('-') && !id.is_empty() {
                id.push('-');
            }
        } else {
            id.push_str(&plain);
        }
    }
    let id: String = id.trim_end_matches('-').chars().take(60).collect();
    let id = id.trim_end_matches('-').to_owned();
    (!id.is_empty()).then_some(id)
}

/// A letter as ids can have it: accents off, in small letters; nothing where it has none.
fn plain(letter: char) -> String {
    let low = letter.to_lowercase().next().unwrap_or(letter);
    match low {
        'a'..='z' | '0'..='9' => low.to_string(),
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' => "a".into(),
        'ä' | 'æ' => "ae".into(),
        'ç' | 'č' | 'ć' => "c".into(),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' => "e".into(),
        'ì' | 'í' | 'î' | 'ï' | 'ī' => "i".into(),
        'ñ' | 'ń' => "n".into(),
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' => "o".into(),
        'ö' | 'œ' => "oe".into(),
        'ù' | 'ú' | 'û' | 'ū' => "u".into(),
        'ü' => "ue".into(),
        'ß' => "ss".into(),
        'ł' => "l".into(),
        'š' | 'ś' => "s".into(),
        'ý' | 'ÿ' => "y".into(),
        'ž' | 'ź' | 'ż' => "z".into(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_the_title_readable() {
        for (title, id) in [
            ("The late order", Some("the-late-order")),
            ("  Don't go -- yet! ", Some("dont-go-yet")),
            ("Größe 44 & Café", Some("groesse-44-cafe")),
            ("中文", None),
            ("!", None),
        ] {
            assert_eq!(id_of(title).as_deref(), id, "{title}");
        }
        assert!(id_of(&"long ".repeat(50)).is_some_and(|id| id.len() <= 60));
    }

    #[test]
    fn whatever_is_filled_in_stays_in_its_place() {
        let starter = Starter {
            id: "a".into(),
            title: "A \"quoted\" \\ title {{id}}\nsecond line".into(),
            sector: "x".into(),
            language: "en".into(),
            customer: "O'Neil".into(),
            persona: "vip".into(),
            channel: Channel::Phone,
            place: "office".into(),
            file: "a.ron".into(),
        };
        let text = starter.text();
        assert!(text.contains(r#"title: "A \"quoted\" \\ title {{id}} second line","#), "{text}");
        assert!(text.contains("channel: Phone") && text.contains("amends check a.ron"));
    }
}
