//! Every rule, one file each; what the loader finds is listed in [`loading`].

mod allowing;
mod loading;

use super::rule::Rule;

/// The page of a rule, from its file.
macro_rules! page {
    ($code:literal) => {
        include_str!(concat!("../../../docs/checks/", $code, ".md"))
    };
}
use page;

/// Every rule, in order of the codes.
pub const RULES: &[Rule] = &[
    loading::NOT_A_SCENARIO,
    loading::NEWER_FORMAT,
    loading::UNREADABLE_FILE,
    allowing::UNUSED,
    allowing::UNCLEAR,
    loading::POINTS_NOWHERE,
    loading::MALFORMED_ID,
    loading::UNKNOWN_COMPETENCY,
    loading::UNKNOWN_PERSONA,
    loading::UNKNOWN_RUBRIC_CODE,
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
    loading::ENDLESS_LOOP,
    loading::NEEDS_OTHERWISE,
];
