//! What the loader finds: the code and name of each, and the page that explains it. The finding itself is made where the file
//! is read (`scenario`, `library`).

use super::page;
use crate::check::rule::{Finds, Rule};
use crate::diag::Severity;

const fn error(code: &'static str, name: &'static str, page: &'static str) -> Rule {
    Rule { code, name, severity: Severity::Error, page, finds: Finds::Loading }
}

pub const NOT_A_SCENARIO: Rule = error("S001", "not-a-scenario", page!("S001"));
pub const NEWER_FORMAT: Rule = error("S002", "newer-format", page!("S002"));
pub const UNREADABLE_FILE: Rule = Rule {
    code: "S003",
    name: "unreadable-file",
    severity: Severity::Error,
    page: page!("S003"),
    finds: Finds::Opening,
};
pub const POINTS_NOWHERE: Rule = error("S101", "points-nowhere", page!("S101"));
pub const MALFORMED_ID: Rule = error("S102", "malformed-id", page!("S102"));
pub const UNKNOWN_COMPETENCY: Rule = error("S103", "unknown-competency", page!("S103"));
pub const UNKNOWN_PERSONA: Rule = error("S104", "unknown-persona", page!("S104"));
pub const UNKNOWN_RUBRIC_CODE: Rule = error("S105", "unknown-rubric-code", page!("S105"));
pub const LANGUAGE_TAG: Rule = error("S106", "language-tag", page!("S106"));
pub const MISSING_OUTCOME: Rule = error("S110", "missing-outcome", page!("S110"));
pub const OUT_OF_RANGE: Rule = error("S111", "out-of-range", page!("S111"));
pub const LEAVES_AT_ONCE: Rule = error("S112", "leaves-at-once", page!("S112"));
pub const EMPTY_BEAT: Rule = error("S113", "empty-beat", page!("S113"));
pub const BLANK_CARD: Rule = error("S114", "blank-card", page!("S114"));
pub const DECOY_COUNT: Rule = error("S115", "decoy-count", page!("S115"));
pub const PARAPHRASE_DUE: Rule = error("S116", "paraphrase-due", page!("S116"));
pub const REPLY_COUNT: Rule = error("S117", "reply-count", page!("S117"));
pub const WORDLESS_REPLY: Rule = error("S118", "wordless-reply", page!("S118"));
pub const PROMISE_FATE: Rule = error("S119", "promise-fate", page!("S119"));
pub const TIMER_AND_SILENCE: Rule = error("S120", "timer-and-silence", page!("S120"));
pub const ENDLESS_LOOP: Rule = error("S121", "endless-loop", page!("S121"));
pub const NEEDS_OTHERWISE: Rule = error("S122", "needs-otherwise", page!("S122"));
pub const LISTED_TWICE: Rule = error("S123", "listed-twice", page!("S123"));
pub const EMPTY_TEXT: Rule = error("S124", "empty-text", page!("S124"));
pub const ABOUT_NOTHING: Rule = error("S125", "about-nothing", page!("S125"));
pub const APOLOGY_TOLD_TWICE: Rule = error("S127", "apology-told-twice", page!("S127"));
pub const NOBODY_LOOKS_ON: Rule = error("S128", "nobody-looks-on", page!("S128"));
pub const TOO_MANY: Rule = Rule {
    code: "S126",
    name: "too-many-findings",
    severity: Severity::Error,
    page: page!("S126"),
    finds: Finds::Opening,
};
