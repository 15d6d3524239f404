//! What can be wrong with a comment that silences a warning. `check::allow` makes the findings.

use super::page;
use crate::check::allow;
use crate::check::rule::{Finds, Rule};
use crate::diag::Severity;

pub const UNUSED: Rule = Rule {
    code: allow::UNUSED,
    name: "unused-allow",
    severity: Severity::Warning,
    page: page!("S010"),
    finds: Finds::Allowing,
};
pub const UNCLEAR: Rule = Rule {
    code: allow::UNCLEAR,
    name: "unclear-allow",
    severity: Severity::Warning,
    page: page!("S011"),
    finds: Finds::Allowing,
};
