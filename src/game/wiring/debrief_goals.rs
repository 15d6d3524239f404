//! Goals for next time that follow from a scorecard.

use crate::rubric::{Competency, Rubric};
use crate::score::Scorecard;
use crate::words::{Words, keys};

/// The competency with most to gain, and three goals that follow from what its scale asks for.
pub fn goals(words: &Words, rubric: &Rubric, card: &Scorecard) -> (Option<String>, Vec<String>) {
    let Some(weakest) = weakest(rubric, card) else { return (None, Vec::new()) };
    let goals = match keys::goals(&weakest.id) {
        Some(keys) => keys.map(|key| words.text(key)).into(),
        None => [&weakest.definition, &weakest.anchors.competent, &weakest.anchors.exemplary].map(Clone::clone).into(),
    };
    (Some(weakest.name.clone()), goals)
}

/// The competency with the lowest score, of those with enough evidence where there are any.
fn weakest<'r>(rubric: &'r Rubric, card: &Scorecard) -> Option<&'r Competency> {
    let scored = card.competencies.iter().filter_map(|one| Some((!one.enough, one.score?, &one.id)));
    let (_, _, id) = scored.min_by_key(|(little, score, _)| (*little, *score))?;
    rubric.competency(id.as_str())
}
