//! What is found in the files that stand beside a scenario: the code and name of each, and the page that explains it. Findings of
//! translations are made in `translation`, those of golden conversations in `plays`.

use super::page;
use crate::check::rule::{Finds, Rule};
use crate::diag::Severity::{self, Error, Warning};

const fn translating(code: &'static str, name: &'static str, severity: Severity, page: &'static str) -> Rule {
    Rule { code, name, severity, page, finds: Finds::Translating }
}

const fn testing(code: &'static str, name: &'static str, page: &'static str) -> Rule {
    Rule { code, name, severity: Error, page, finds: Finds::Testing }
}

const fn guiding(code: &'static str, name: &'static str, severity: Severity, page: &'static str) -> Rule {
    Rule { code, name, severity, page, finds: Finds::Guiding }
}

const fn coursing(code: &'static str, name: &'static str, severity: Severity, page: &'static str) -> Rule {
    Rule { code, name, severity, page, finds: Finds::Coursing }
}

/// A rule that no example of a page can show.
const fn opening(code: &'static str, name: &'static str, page: &'static str) -> Rule {
    Rule { code, name, severity: Error, page, finds: Finds::Opening }
}

pub const NOT_A_TRANSLATION: Rule = translating("S130", "not-a-translation", Error, page!("S130"));
pub const NEWER_TRANSLATION: Rule = translating("S131", "newer-translation", Error, page!("S131"));
pub const OTHER_SCENARIO: Rule = translating("S132", "other-scenario", Error, page!("S132"));
pub const LANGUAGE: Rule = translating("S133", "translation-language", Error, page!("S133"));
pub const TRANSLATES_NOTHING: Rule = translating("S134", "translates-nothing", Warning, page!("S134"));
pub const TRANSLATED_TWICE: Rule = translating("S135", "translated-twice", Error, page!("S135"));
pub const MISSING: Rule = translating("S136", "missing-translation", Warning, page!("S136"));
pub const STALE: Rule = translating("S137", "older-than-source", Warning, page!("S137"));
pub const EMPHASIS: Rule = translating("S138", "emphasis-differs", Warning, page!("S138"));
pub const NUMBERS: Rule = translating("S139", "numbers-differ", Warning, page!("S139"));
pub const TOO_LONG: Rule = translating("S140", "translation-too-long", Warning, page!("S140"));
pub const UNTRANSLATED: Rule = translating("S141", "still-untranslated", Warning, page!("S141"));
pub const MOVED: Rule = translating("S142", "text-moved", Warning, page!("S142"));

pub const NO_COURSE: Rule = coursing("C001", "not-a-course", Error, page!("C001"));
pub const NOTHING_TO_PLAY: Rule = coursing("C002", "course-unknown-scenario", Error, page!("C002"));
pub const NOT_NEW: Rule = coursing("C003", "measure-not-new", Error, page!("C003"));
pub const NOT_MATCHED: Rule = coursing("C004", "measures-not-matched", Warning, page!("C004"));
pub const HALF_A_COURSE: Rule = coursing("C005", "half-a-course", Warning, page!("C005"));

pub const NO_GUIDE: Rule = guiding("G001", "not-a-guide", Error, page!("G001"));
pub const PAUSE_NOWHERE: Rule = guiding("G002", "pause-nowhere", Error, page!("G002"));
pub const HALF_A_GUIDE: Rule = guiding("G003", "half-a-guide", Warning, page!("G003"));

pub const NO_PLAYS: Rule = testing("P001", "not-plays", page!("P001"));
pub const NO_SCENARIO: Rule = opening("P002", "plays-without-scenario", page!("P002"));
pub const CANNOT_PLAY: Rule = opening("P003", "plays-of-nothing", page!("P003"));
pub const NOT_OFFERED: Rule = testing("P004", "play-not-offered", page!("P004"));
pub const OVER: Rule = testing("P005", "play-too-long", page!("P005"));
pub const NOT_OVER: Rule = testing("P006", "play-too-short", page!("P006"));
pub const NOT_AS_EXPECTED: Rule = testing("P007", "not-as-expected", page!("P007"));
pub const UNKNOWN: Rule = testing("P008", "expects-unknown", page!("P008"));
pub const SAME_NAME: Rule = testing("P009", "same-play-name", page!("P009"));
pub const EXPECTS_NOTHING: Rule = testing("P010", "expects-nothing", page!("P010"));
pub const UNKNOWN_FORM: Rule = testing("P011", "play-unknown-form", page!("P011"));
