//! What stands in a picture, in words.

use super::Seen;
use crate::customer::{Feeling, Variable};
use crate::scenario::{Channel, Condition, Phase, Span};
use crate::score::shown;

pub(super) fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "face to face",
        Channel::Phone => "phone",
        Channel::Email => "e-mail",
        Channel::Chat => "chat",
        Channel::Social => "in public",
    }
}

pub(super) fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before",
        Phase::During => "during",
        Phase::After => "after",
    }
}

pub(super) fn span_words(span: Span) -> String {
    let words = |n: u32, unit: &str| if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") };
    match span {
        Span::Seconds(n) => words(n, "second"),
        Span::Minutes(n) => words(n, "minute"),
        Span::Hours(n) => words(n, "hour"),
        Span::Days(n) => words(n, "day"),
    }
}

/// What attempts did in one place.
pub(super) fn seen_words(seen: Seen) -> String {
    match seen {
        Seen::Never => "no attempt".into(),
        Seen::Few => "under five people".into(),
        Seen::Often { attempts, mean: Some(mean) } => format!("{attempts} attempts, mean {}", shown(mean)),
        Seen::Often { attempts, mean: None } => format!("{attempts} attempts"),
    }
}

/// A condition as a half-sentence that can follow "if". Numbers are model units, as they stand in the file.
pub(super) fn condition_words(condition: &Condition) -> String {
    match condition {
        Condition::Knows(fact) => format!("{fact} is known"),
        Condition::Noticed(fact) => format!("{fact} was taken up"),
        Condition::Promised(promise) => format!("{promise} was promised"),
        Condition::Kept(promise) => format!("{promise} was kept"),
        Condition::Broke(promise) => format!("{promise} was broken"),
        Condition::Chose(path) => format!("{path} was chosen"),
        Condition::Understood(level) => format!("understood at level {level} or more"),
        Condition::Feels(feeling) => format!("the customer is {}", feeling_word(*feeling)),
        Condition::AtLeast(variable, n) => format!("{} is {n} or more", variable_word(*variable)),
        Condition::AtMost(variable, n) => format!("{} is {n} or less", variable_word(*variable)),
        Condition::All(parts) => joined(parts, "and", "always"),
        Condition::Any(parts) => joined(parts, "or", "never"),
        Condition::Not(part) => format!("not ({})", condition_words(part)),
    }
}

fn joined(parts: &[Condition], word: &str, empty: &str) -> String {
    let one = |part: &Condition| match part {
        Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => format!("({})", condition_words(part)),
        _ => condition_words(part),
    };
    match parts {
        [] => empty.to_owned(),
        [only] => condition_words(only),
        several => several.iter().map(one).collect::<Vec<_>>().join(&format!(" {word} ")),
    }
}

fn feeling_word(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Happy => "happy",
        Feeling::Indifferent => "indifferent",
        Feeling::Upset => "upset",
    }
}

fn variable_word(variable: Variable) -> &'static str {
    match variable {
        Variable::Trust => "trust",
        Variable::Calm => "calm",
        Variable::Effort => "effort",
        Variable::Outcome => "outcome",
        Variable::Treatment => "treatment",
        Variable::Process => "process",
        Variable::Satisfaction => "satisfaction",
        Variable::Relationship => "relationship",
        Variable::Returning => "returning",
        Variable::Anger => "anger",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_read_as_half_sentences() {
        let any = Condition::Any(vec![Condition::Knows("advert".into()), Condition::Feels(Feeling::Upset)]);
        let all = Condition::All(vec![any.clone(), Condition::AtLeast(Variable::Trust, 400)]);
        assert_eq!(condition_words(&all), "(advert is known or the customer is upset) and trust is 400 or more");
        let not = Condition::Not(Box::new(any));
        assert_eq!(condition_words(&not), "not (advert is known or the customer is upset)");
        assert_eq!(condition_words(&Condition::All(Vec::new())), "always");
        assert_eq!(span_words(Span::Days(1)), "1 day");
    }
}
