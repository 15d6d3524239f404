//! Which words of a scenario are names, of what, and where each is defined: read off the outline, so that it holds while somebody
//! types.

use std::ops::Range;

use super::outline::{Bracket, Form, Node, Outline, Role};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A turn of the conversation.
    Beat,
    /// A choice or an offer of a beat.
    Reply,
    /// Something the customer says that matters.
    Fact,
    /// Something that can be promised.
    Promise,
    /// Something the rubric scores.
    Competency,
    /// A sub-skill of the rubric.
    Skill,
    /// An error of the rubric.
    Mistake,
    /// A conversation style.
    Persona,
    /// A small event.
    Event,
}

impl Kind {
    /// Whether such names are given in the scenario file itself.
    pub fn is_own(self) -> bool {
        match self {
            Self::Beat | Self::Reply | Self::Fact | Self::Promise => true,
            Self::Competency | Self::Skill | Self::Mistake | Self::Persona | Self::Event => false,
        }
    }
}

/// A name where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'t> {
    /// What it names.
    pub kind: Kind,
    /// The name.
    pub id: &'t str,
    /// The beat a reply belongs to.
    pub beat: Option<&'t str>,
    /// The bytes, without quotation marks.
    pub span: Range<usize>,
    /// Whether the thing itself is written here.
    pub defines: bool,
    /// The word it is, or is part of.
    pub word: usize,
}

impl Name<'_> {
    /// Whether both name the same thing.
    pub fn is_of(&self, other: &Name<'_>) -> bool {
        self.kind == other.kind && self.id == other.id && self.beat == other.beat
    }
}

/// What a field or a variant of a condition holds, by its name.
pub fn kind_held_by(owner: &str) -> Option<Kind> {
    Some(match owner {
        "to" | "go" | "otherwise" | "start" => Kind::Beat,
        "reveals" | "uses" | "about" | "Knows" | "Noticed" => Kind::Fact,
        "promise" | "keeps" | "renegotiates" | "breaks" | "due" | "Promised" | "Kept" | "Broke" => Kind::Promise,
        "Chose" => Kind::Reply,
        "scores" => Kind::Competency,
        "skills" => Kind::Skill,
        "errors" => Kind::Mistake,
        "persona" => Kind::Persona,
        "does" => Kind::Event,
        _ => return None,
    })
}

/// A text with its outline.
#[derive(Clone, Copy, Debug)]
pub struct View<'t> {
    /// The text.
    pub text: &'t str,
    /// Its outline.
    pub outline: &'t Outline,
}

impl<'t> View<'t> {
    /// What a word says.
    pub fn said(self, word: Option<usize>) -> Option<&'t str> {
        self.text.get(self.outline.words.get(word?)?.span.clone())
    }

    /// A node; there is none past the end.
    pub fn node(self, node: usize) -> Option<&'t Node> {
        self.outline.nodes.get(node)
    }

    /// The nodes around a place, from the inside out, without the whole text.
    pub fn around(self, node: usize) -> impl Iterator<Item = (usize, &'t Node)> {
        let real = move |at: usize| self.node(at).filter(|_| at != 0).map(|node| (at, node));
        std::iter::successors(real(node), move |(_, node)| real(node.parent))
    }

    /// What holds a value: the field before the colon, the variant around it, or what holds the list it stands in.
    pub fn owner(self, node: usize, label: Option<usize>) -> Option<&'t str> {
        if label.is_some() {
            return self.said(label);
        }
        let node = self.node(node)?;
        match node.bracket? {
            Bracket::Round => self.said(node.opener),
            Bracket::Square => self.said(node.label),
            Bracket::Curly => None,
        }
    }

    /// What the keys of a map name.
    pub fn kind_of_keys(self, node: usize) -> Option<Kind> {
        let node = self.node(node).filter(|node| node.bracket == Some(Bracket::Curly))?;
        match self.said(node.label) {
            Some("beats") => Some(Kind::Beat),
            Some("facts") => Some(Kind::Fact),
            Some("promises") => Some(Kind::Promise),
            Some("shows") => Some(Kind::Competency),
            Some("offers") => Some(Kind::Reply),
            _ => (self.said(self.node(node.parent)?.opener) == Some("Choose")).then_some(Kind::Reply),
        }
    }

    /// The beat around a node, as the node of what it holds.
    pub fn beat_around(self, node: usize) -> Option<usize> {
        self.around(node).find(|(_, node)| self.kind_of_keys(node.parent) == Some(Kind::Beat)).map(|(at, _)| at)
    }

    /// The reply around a node, as the node of what it holds.
    pub fn reply_around(self, node: usize) -> Option<usize> {
        self.around(node).find(|(_, node)| self.kind_of_keys(node.parent) == Some(Kind::Reply)).map(|(at, _)| at)
    }

    /// The id a map gives to a node.
    pub fn id_of(self, node: Option<usize>) -> Option<&'t str> {
        self.said(self.node(node?)?.label)
    }

    /// Every name, in the order of the text.
    pub fn names(self) -> Vec<Name<'t>> {
        (0..self.outline.words.len()).flat_map(|word| self.names_in(word)).collect()
    }

    /// The name at a byte.
    pub fn name_at(self, offset: usize) -> Option<Name<'t>> {
        let word = self.outline.word_at(offset)?;
        self.names_in(word).into_iter().rev().find(|name| name.span.start <= offset && offset <= name.span.end)
    }

    /// The names a word holds: none, one, or the two of `"beat/reply"`.
    fn names_in(self, at: usize) -> Vec<Name<'t>> {
        let Some((word, id)) = self.outline.words.get(at).zip(self.said(Some(at))) else { return Vec::new() };
        let name = |kind: Kind, beat, id, span, defines| Name { kind, id, beat, span, defines, word: at };
        let kind = match (word.role, word.form) {
            (Role::Label, Form::Text) => self.kind_of_keys(word.node),
            (Role::Value, Form::Text | Form::Name) => self.owner(word.node, word.label).and_then(kind_held_by),
            (Role::Label, Form::Name | Form::Number) | (Role::Value, Form::Number) | (Role::Opener, _) => None,
        };
        // Small events are bare words and every other name stands in quotation marks.
        let Some(kind) = kind.filter(|kind| (*kind == Kind::Event) == (word.form == Form::Name)) else {
            return Vec::new();
        };
        let defines = word.role == Role::Label && kind.is_own();
        match kind {
            Kind::Reply if defines => {
                let beat = self.id_of(self.beat_around(word.node));
                vec![name(kind, beat, id, word.span.clone(), true)]
            }
            Kind::Reply => match id.split_once('/') {
                Some((beat, reply)) => {
                    let middle = word.span.start + beat.len();
                    vec![
                        name(Kind::Beat, None, beat, word.span.start..middle, false),
                        name(kind, Some(beat), reply, middle + 1..word.span.end, false),
                    ]
                }
                None => vec![name(Kind::Beat, None, id, word.span.clone(), false)],
            },
            _ => vec![name(kind, None, id, word.span.clone(), defines)],
        }
    }

    /// Whether this is a scenario, and not another RON file or a text in another language.
    pub fn is_scenario(self) -> bool {
        let body = self.outline.nodes.iter().find(|node| node.bracket.is_some());
        let Some(body) = body.filter(|body| body.bracket == Some(Bracket::Round)) else { return false };
        match self.said(body.opener) {
            Some(opener) => crate::diag::did_you_mean(opener, ["Scenario"]).is_some(),
            None => self.outline.words.iter().any(|word| {
                word.role == Role::Label && word.node == 1 && self.text.get(word.span.clone()) == Some("beats")
            }),
        }
    }

    /// The words of a text or of the first of its variants that stand in a node under a label.
    pub fn words_under(self, node: usize, label: &str) -> Option<&'t str> {
        let span = &self.node(node)?.span;
        let first = self.outline.words.partition_point(|word| word.span.start < span.start);
        let inside = self.outline.words.get(first..)?.iter().take_while(|word| word.span.start < span.end);
        let value = inside.filter(|word| word.form == Form::Text && word.role == Role::Value).find(|word| {
            let own = word.node == node && self.said(word.label) == Some(label);
            let listed = || {
                let direct = self.around(word.node).find(|(_, inner)| inner.parent == node);
                direct.is_some_and(|(_, inner)| self.said(inner.label) == Some(label))
                    && matches!(self.owner(word.node, word.label), Some("text" | "AnyOf"))
            };
            own || listed()
        })?;
        self.text.get(value.span.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"Scenario(
        start: "a",
        customer: (persona: "silent", start: (calm: 300)),
        facts: { "late": (text: "it is late") },
        beats: {
            "a": (says: [(if: Knows("late"), text: "Yes?"), (text: "No?")], reply: Choose({
                "x": (say: "Hm.", shows: {"apology": 1}, skills: ["A1"], errors: ["E1"], does: [Jargon], uses: ["late"], to: "b"),
            })),
            "b": (scene: "Later.", reply: Commit(offers: {
                "y": (if: Chose("a/x"), to: [(if: Feels(Happy), go: "a"), (go: "b")]),
            })),
        },
    )"#;

    fn named(kind: Kind) -> Vec<String> {
        let outline = Outline::of(TEXT);
        let view = View { text: TEXT, outline: &outline };
        let shown = |name: Name<'_>| {
            let beat = name.beat.map(|beat| format!("{beat}/")).unwrap_or_default();
            format!("{}{beat}{}", if name.defines { "=" } else { "" }, name.id)
        };
        view.names().into_iter().filter(|name| name.kind == kind).map(shown).collect()
    }

    #[test]
    fn names_are_told_apart_by_where_they_stand() {
        assert_eq!(named(Kind::Beat), ["a", "=a", "b", "=b", "a", "a", "b"]);
        assert_eq!(named(Kind::Reply), ["=a/x", "=b/y", "a/x"]);
        assert_eq!(named(Kind::Fact), ["=late", "late", "late"]);
        assert_eq!(named(Kind::Competency), ["apology"]);
        assert_eq!(named(Kind::Skill), ["A1"]);
        assert_eq!(named(Kind::Mistake), ["E1"]);
        assert_eq!(named(Kind::Event), ["Jargon"]);
        assert_eq!(named(Kind::Persona), ["silent"]);
    }

    #[test]
    fn the_first_words_of_a_beat_are_found_in_plain_texts_and_in_variants() {
        let outline = Outline::of(TEXT);
        let view = View { text: TEXT, outline: &outline };
        let beat = |id: &str| {
            let named = |at: &usize| view.id_of(Some(*at)) == Some(id) && view.beat_around(*at) == Some(*at);
            (0..outline.nodes.len()).find(named).expect("the beat")
        };
        assert_eq!(view.words_under(beat("a"), "says"), Some("Yes?"));
        assert_eq!(view.words_under(beat("b"), "says"), None);
        assert_eq!(view.words_under(beat("b"), "scene"), Some("Later."));
    }

    #[test]
    fn other_ron_files_are_left_alone() {
        let ours = |text: &str| View { text, outline: &Outline::of(text) }.is_scenario();
        assert!(ours("Scenario(") && ours("Scenaro(format: 1)") && ours("(format: 1, beats: {})"));
        assert!(!ours("") && !ours("[(id: \"a\")]") && !ours("Rubric(levels: ())") && !ours("(width: 3)"));
    }
}
