//! What the coach says of a reply, in the interface's language where it is not the scenario's author who says it.

use super::{Value, Words};
use crate::session::{Ask, Given, Heard, Session, State};

impl Words {
    /// The coaching for a reply: the author's own, and for a paraphrase first what was and was not heard.
    #[must_use]
    pub fn coaching(&self, session: &Session, before: &State, given: &Given) -> String {
        let own = session.coaching(before, given);
        match (&before.ask, given) {
            (Ask::Paraphrase(fragments), Given::Fragments(chosen)) => {
                let heard = session.heard(fragments, chosen);
                let summary = self.heard(&heard);
                if own.is_empty() { summary } else { format!("{summary} {own}") }
            }
            _ => own,
        }
    }

    /// How much of what was said a paraphrase took up: "You named 4 of 5 things, and one that nobody said."
    #[must_use]
    pub fn heard(&self, heard: &Heard) -> String {
        let facts = [("n", Value::from(heard.chosen.len())), ("of", Value::from(heard.facts))];
        let named = self.format(if heard.chosen.len() == heard.facts { "heard-all" } else { "heard-some" }, &facts);
        let decoys = self.format("heard-decoys", &[("n", heard.decoys.into())]);
        format!("{named} {decoys}")
    }
}
