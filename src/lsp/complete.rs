//! What can be written at the cursor: names, fields and words. It works on a text that does not parse, because nobody needs it in a
//! text that is finished.

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation, InsertTextFormat, Position,
    TextEdit,
};
use std::collections::BTreeSet;

use super::Client;
use super::document::Document;
use super::grammar::{Grammar, Holds, Known};
use super::names::{Kind, View, kind_held_by};
use super::outline::{Bracket, Cursor, Outline, Role};
use super::tips::{Tip, given, of_known, of_level, of_name, words_of};
use crate::customer::{Outcome, SmallEvent};
use crate::scenario::Rules;

/// More than this is not offered at once.
const MOST: usize = 500;

/// One thing to offer.
struct Offer {
    label: String,
    insert: Insert,
    kind: CompletionItemKind,
    detail: String,
    tip: Option<Tip>,
}

enum Insert {
    /// Stands in quotation marks.
    Id,
    /// Stands as it is; `$0` is where the cursor goes.
    Code(String),
}

/// What to offer at a place, in the order in which it is best read.
pub fn complete(
    document: &Document,
    position: Position,
    rules: &Rules,
    grammar: &Grammar,
    client: Client,
) -> CompletionList {
    let offset = document.offset(position);
    let (outline, cursor) = Outline::before(document.text(), offset, !document.view().outline.balanced);
    let here = Here {
        before: View { text: document.text(), outline: &outline },
        whole: document.view(),
        cursor: &cursor,
        rules,
        grammar,
    };
    let typed = document.text().get(cursor.start..offset).unwrap_or_default();
    let mut offers = if cursor.comment || cursor.filled { Vec::new() } else { here.offers() };
    let all = offers.len();
    if all > MOST {
        offers.retain(|offer| offer.label.contains(typed));
        offers.truncate(MOST);
    }
    let place = Place::of(document, &cursor, offset);
    let items = offers.into_iter().enumerate().map(|(at, offer)| place.item(at, offer, client)).collect();
    CompletionList { is_incomplete: all > MOST, items }
}

/// The bytes that an offer replaces, and the marks it needs.
struct Place {
    range: lsp_types::Range,
    quoted: bool,
    closed: bool,
    field_goes_on: bool,
}

impl Place {
    fn of(document: &Document, cursor: &Cursor, offset: usize) -> Self {
        let rest = document.text().get(offset..).unwrap_or_default();
        let of_word =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_') || (cursor.quoted && letter == '/');
        let after = rest.trim_start_matches(of_word);
        let end = offset + rest.len() - after.len();
        Self {
            range: document.range(&(cursor.start..end)),
            quoted: cursor.quoted,
            closed: after.starts_with('"'),
            field_goes_on: after.trim_start_matches([' ', '\t']).starts_with([':', '(']),
        }
    }

    fn item(&self, at: usize, offer: Offer, client: Client) -> CompletionItem {
        let (text, snippet) = match offer.insert {
            Insert::Id if self.quoted && self.closed => (offer.label.clone(), false),
            Insert::Id if self.quoted => (format!("{}\"", offer.label), false),
            Insert::Id => (format!("\"{}\"", offer.label), false),
            // Where the colon or bracket is written already, only the word is put right.
            Insert::Code(_) if self.field_goes_on => (offer.label.clone(), false),
            Insert::Code(code) if client.snippets => (code, true),
            Insert::Code(code) => (code.replace("$0", ""), false),
        };
        CompletionItem {
            kind: Some(offer.kind),
            detail: Some(offer.detail).filter(|detail| !detail.is_empty()),
            documentation: offer.tip.map(|tip| Documentation::MarkupContent(tip.content(client.markdown))),
            sort_text: Some(format!("{at:05}")),
            filter_text: Some(offer.label.clone()),
            insert_text_format: Some(if snippet { InsertTextFormat::SNIPPET } else { InsertTextFormat::PLAIN_TEXT }),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range: self.range, new_text: text })),
            label: offer.label,
            ..CompletionItem::default()
        }
    }
}

struct Here<'h> {
    /// What stands before the cursor.
    before: View<'h>,
    /// The whole text.
    whole: View<'h>,
    cursor: &'h Cursor,
    rules: &'h Rules,
    grammar: &'h Grammar,
}

impl Here<'_> {
    fn offers(&self) -> Vec<Offer> {
        let Cursor { node, label, item, quoted, .. } = *self.cursor;
        let bracket = self.before.node(node).and_then(|node| node.bracket);
        let mut offers = Vec::new();
        if bracket == Some(Bracket::Curly) && label.is_none() {
            offers.extend(self.before.kind_of_keys(node).map(|kind| self.keys(kind)).unwrap_or_default());
        }
        if let Some(kind) = self.before.owner(node, label).and_then(kind_held_by) {
            offers.extend(self.ids(kind));
        }
        if quoted {
            return offers;
        }
        if label.is_none() && matches!(bracket, Some(Bracket::Round | Bracket::Curly)) {
            offers.extend(self.fields());
        }
        offers.extend(self.level().unwrap_or_default());
        let forms = self.grammar.value(self.before, node, label, item);
        offers.extend(self.grammar.words(&forms).into_iter().map(|known| self.word(known)));
        offers
    }

    /// Names that stand in quotation marks.
    fn ids(&self, kind: Kind) -> Vec<Offer> {
        let rubric = &self.rules.rubric;
        let known = |id: &str, detail: &str| self.known(kind, id, detail.to_owned());
        match kind {
            Kind::Beat | Kind::Fact | Kind::Promise => given(self.whole, kind)
                .map(|(id, node)| self.known(kind, id, words_of(self.whole, kind, node)))
                .collect(),
            Kind::Reply => given(self.whole, kind)
                .filter_map(|(id, node)| {
                    let beat = self.whole.id_of(self.whole.beat_around(node))?;
                    Some(self.known(kind, &format!("{beat}/{id}"), words_of(self.whole, kind, node)))
                })
                .collect(),
            Kind::Competency => rubric.competencies.iter().map(|one| known(&one.id, &one.name)).collect(),
            Kind::Skill => rubric.skills.iter().map(|one| known(&one.code, &one.name)).collect(),
            Kind::Mistake => rubric.errors.iter().map(|one| known(&one.code, &one.name)).collect(),
            Kind::Persona => self.rules.personas.iter().map(|one| known(&one.id, &one.name)).collect(),
            // They are words of the grammar, and those are offered anyway.
            Kind::Event => Vec::new(),
        }
    }

    fn known(&self, kind: Kind, id: &str, detail: String) -> Offer {
        let icon = match kind {
            Kind::Beat => CompletionItemKind::CLASS,
            Kind::Reply => CompletionItemKind::METHOD,
            Kind::Fact => CompletionItemKind::CONSTANT,
            Kind::Promise => CompletionItemKind::PROPERTY,
            Kind::Competency | Kind::Skill | Kind::Mistake | Kind::Persona | Kind::Event => CompletionItemKind::VALUE,
        };
        let tip = (!kind.is_own()).then(|| {
            let name = super::names::Name { kind, id, beat: None, span: 0..0, defines: false, word: 0 };
            of_name(self.whole, self.rules, self.grammar, &name)
        });
        Offer { label: id.to_owned(), insert: Insert::Id, kind: icon, detail, tip: tip.flatten() }
    }

    /// Keys of a map: competencies that are not there yet, or names that are used and not yet given.
    fn keys(&self, kind: Kind) -> Vec<Offer> {
        let written = self.labels();
        let missing = match kind {
            Kind::Competency => self.ids(kind),
            Kind::Beat | Kind::Fact | Kind::Promise => {
                let given: BTreeSet<&str> = given(self.whole, kind).map(|(id, _)| id).collect();
                let names = self.whole.names();
                let used: BTreeSet<&str> =
                    names.iter().filter(|name| name.kind == kind && !name.defines).map(|name| name.id).collect();
                used.difference(&given).map(|id| self.known(kind, id, "used, and not yet written".to_owned())).collect()
            }
            Kind::Reply | Kind::Skill | Kind::Mistake | Kind::Persona | Kind::Event => Vec::new(),
        };
        missing.into_iter().filter(|offer| !written.contains(offer.label.as_str())).collect()
    }

    /// The labels that stand between the same brackets, before and after the cursor.
    fn labels(&self) -> BTreeSet<&str> {
        let start = self.before.node(self.cursor.node).map(|node| node.span.start);
        let same =
            self.whole.outline.nodes.iter().position(|node| Some(node.span.start) == start && node.bracket.is_some());
        let words = self.whole.outline.words.iter();
        words
            .filter(|word| word.role == Role::Label && Some(word.node) == same && word.span.start != self.cursor.start)
            .filter_map(|word| self.whole.text.get(word.span.clone()))
            .collect()
    }

    fn fields(&self) -> Vec<Offer> {
        let written = self.labels();
        let forms = self.grammar.inside(self.before, self.cursor.node);
        let mut fields = self.grammar.fields(&forms);
        let outcomes = Outcome::ALL.map(|outcome| format!("{outcome:?}"));
        if self.before.node(self.cursor.node).and_then(|node| self.before.said(node.label)) == Some("outcomes") {
            let text = self.grammar.text();
            fields.extend(outcomes.iter().map(|word| Known { word, doc: "", holds: text, required: true }));
        }
        fields.retain(|field| !written.contains(field.word));
        fields.sort_by_key(|field| !field.required);
        fields
            .into_iter()
            .map(|field| {
                let holds = field.holds.map_or(Holds::Other, |schema| self.grammar.holds(schema));
                let code = match holds {
                    Holds::Text => "\"$0\"",
                    Holds::Fields => "($0)",
                    Holds::Map => "{$0}",
                    Holds::List => "[$0]",
                    Holds::Other => "$0",
                };
                Offer {
                    label: field.word.to_owned(),
                    insert: Insert::Code(format!("{}: {code},", field.word)),
                    kind: CompletionItemKind::FIELD,
                    detail: if field.required { "required".to_owned() } else { String::new() },
                    tip: of_known(field),
                }
            })
            .collect()
    }

    fn word(&self, known: Known<'_>) -> Offer {
        let code = match known.holds.map(|held| self.grammar.holds(held)) {
            None => known.word.to_owned(),
            Some(Holds::Text) => format!("{}(\"$0\")", known.word),
            Some(Holds::Map) => format!("{}({{$0}})", known.word),
            Some(Holds::List) if matches!(known.word, "All" | "Any" | "AnyOf") => format!("{}([$0])", known.word),
            Some(Holds::List | Holds::Fields | Holds::Other) => format!("{}($0)", known.word),
        };
        let event = SmallEvent::ALL.iter().any(|event| format!("{event:?}") == known.word);
        Offer {
            label: known.word.to_owned(),
            insert: Insert::Code(code),
            kind: if event { CompletionItemKind::EVENT } else { CompletionItemKind::ENUM_MEMBER },
            detail: String::new(),
            tip: of_known(known),
        }
    }

    /// The four levels, where a competency's is to be written.
    fn level(&self) -> Option<Vec<Offer>> {
        let shows = self.before.node(self.cursor.node).and_then(|node| self.before.said(node.label)) == Some("shows");
        let competency = self.before.said(self.cursor.label).filter(|_| shows)?;
        let level = |level: u8| {
            let tip = of_level(&self.rules.rubric, competency, level)?;
            Some(Offer {
                label: level.to_string(),
                insert: Insert::Code(level.to_string()),
                kind: CompletionItemKind::VALUE,
                detail: tip.title.clone(),
                tip: Some(tip),
            })
        };
        (0..=crate::rubric::TOP_LEVEL).map(level).collect()
    }
}
