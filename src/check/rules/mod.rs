//! Every rule, a few close ones to a file; what the loader finds is listed in [`loading`].

mod allowing;
mod beside;
mod coaching;
mod conditions;
mod ending_leftovers;
mod facts;
mod form_without_effect;
mod invisible_character;
mod level_over_cap;
mod levels;
mod loading;
mod named_otherwise;
mod names;
mod paraphrases;
mod pays_twice;
mod promises;
mod proved;
mod reading;
mod repetition;
mod scores_nothing;
mod slips;
mod telltale;
mod unknown_look;
mod unreachable_beat;
mod wording;

use super::finding::Findings;
use super::proof::Proof;
use super::rule::{Finds, Rule};
use super::subject::Subject;
use crate::diag::Severity;

/// The page of a rule, from its file.
macro_rules! page {
    ($code:literal) => {
        include_str!(concat!("../../../docs/checks/", $code, ".md"))
    };
}
use page;

type Find = fn(&Subject<'_>, &mut Findings);

/// A rule that looks at a scenario as it is written.
const fn written(code: &'static str, name: &'static str, severity: Severity, page: &'static str, find: Find) -> Rule {
    Rule { code, name, severity, page, finds: Finds::Written(find) }
}

/// A rule that looks at a scenario in which every name leads somewhere.
const fn sound(code: &'static str, name: &'static str, severity: Severity, page: &'static str, find: Find) -> Rule {
    Rule { code, name, severity, page, finds: Finds::Sound(find) }
}

/// A rule that looks at every state of a conversation.
const fn proved(
    code: &'static str,
    name: &'static str,
    severity: Severity,
    page: &'static str,
    find: fn(&Subject<'_>, &Proof, &mut Findings),
) -> Rule {
    Rule { code, name, severity, page, finds: Finds::Proved(find) }
}

/// Every rule in order of the codes, those of other files last: courses, facilitators' pages, plays.
pub const RULES: &[Rule] = &[
    loading::NOT_A_SCENARIO,
    loading::NEWER_FORMAT,
    loading::UNREADABLE_FILE,
    allowing::UNUSED,
    allowing::UNCLEAR,
    named_otherwise::RULE,
    invisible_character::RULE,
    loading::POINTS_NOWHERE,
    loading::MALFORMED_ID,
    loading::UNKNOWN_COMPETENCY,
    loading::UNKNOWN_PERSONA,
    loading::UNKNOWN_RUBRIC_CODE,
    loading::LANGUAGE_TAG,
    loading::MISSING_OUTCOME,
    loading::OUT_OF_RANGE,
    loading::LEAVES_AT_ONCE,
    loading::EMPTY_BEAT,
    loading::BLANK_CARD,
    loading::DECOY_COUNT,
    loading::PARAPHRASE_DUE,
    loading::REPLY_COUNT,
    loading::WORDLESS_REPLY,
    loading::PROMISE_FATE,
    loading::TIMER_AND_SILENCE,
    loading::ENDLESS_LOOP,
    loading::NEEDS_OTHERWISE,
    loading::LISTED_TWICE,
    loading::EMPTY_TEXT,
    loading::ABOUT_NOTHING,
    loading::TOO_MANY,
    loading::APOLOGY_TOLD_TWICE,
    loading::NOBODY_LOOKS_ON,
    beside::NOT_A_TRANSLATION,
    beside::NEWER_TRANSLATION,
    beside::OTHER_SCENARIO,
    beside::LANGUAGE,
    beside::TRANSLATES_NOTHING,
    beside::TRANSLATED_TWICE,
    beside::MISSING,
    beside::STALE,
    beside::EMPHASIS,
    beside::NUMBERS,
    beside::TOO_LONG,
    beside::UNTRANSLATED,
    beside::MOVED,
    unreachable_beat::RULE,
    level_over_cap::RULE,
    conditions::NEVER,
    conditions::ALWAYS,
    facts::NEVER_TOLD,
    facts::NEVER_USED,
    facts::USED_BEFORE,
    promises::NEVER_MADE,
    promises::NEVER_DUE,
    promises::OUT_OF_TIME,
    promises::NEVER_KEPT,
    pays_twice::RULE,
    scores_nothing::RULE,
    facts::NO_CAUSE,
    ending_leftovers::RULE,
    form_without_effect::RULE,
    unknown_look::RULE,
    telltale::LONGEST,
    telltale::FIRST,
    telltale::POLITE,
    telltale::WORD,
    levels::SPLIT_BEST,
    levels::EQUAL,
    levels::SAME_LEVELS,
    levels::HARDLY,
    levels::NO_OVERALL,
    levels::AGAINST,
    paraphrases::SAID,
    paraphrases::STANDS_OUT,
    coaching::MISSING,
    coaching::REPEATS,
    wording::UNMARKED,
    wording::WORDLESS,
    coaching::LEVELLESS,
    wording::SAME_WORDS,
    reading::WORDS,
    reading::HARD,
    reading::LONG,
    reading::CHANNEL,
    slips::PLACEHOLDER,
    slips::DOUBLED,
    slips::SPACES,
    names::NAME,
    names::PRONOUN,
    names::ADDRESS,
    repetition::LINE,
    repetition::OUTCOMES,
    repetition::BRIEFING,
    proved::UNREACHED,
    proved::NEVER_OFFERED,
    proved::NEVER_TAKEN,
    proved::NEVER_ASKED,
    proved::TOO_FEW,
    proved::NO_OUTCOME,
    proved::ONE_OUTCOME,
    proved::NO_DIFFERENCE,
    proved::UNEARNED,
    proved::HABIT,
    proved::NOT_PROVED,
    proved::AGAINST_OUTCOME,
    beside::NO_COURSE,
    beside::NOTHING_TO_PLAY,
    beside::NOT_NEW,
    beside::NOT_MATCHED,
    beside::HALF_A_COURSE,
    beside::NO_GUIDE,
    beside::PAUSE_NOWHERE,
    beside::HALF_A_GUIDE,
    beside::NO_PLAYS,
    beside::NO_SCENARIO,
    beside::CANNOT_PLAY,
    beside::NOT_OFFERED,
    beside::OVER,
    beside::NOT_OVER,
    beside::NOT_AS_EXPECTED,
    beside::UNKNOWN,
    beside::SAME_NAME,
    beside::EXPECTS_NOTHING,
    beside::UNKNOWN_FORM,
];
