//! What the page may show: nothing of fewer than five people, and on a cohort's page nothing that beside the page on everybody tells of the
//! few others. The tables of counts behind it are held back as the room `measurement` does it; a person may see everything of their own.

use super::figures::count;
use super::{Desk, Reader};
use crate::measurement::privacy::{self, LEAST, Nobody, Shown, Table};

/// Fewer people than this are never shown as a group.
pub const FEWEST: u64 = LEAST as u64;

/// A number of people: those it counts here, and those it counts on the page on everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Here.
    pub own: u64,
    /// Of everybody.
    pub all: u64,
}

impl Behind {
    /// The fewest people that the number tells of: those it counts, or on a cohort's page those between it and everybody's.
    fn fewest(self, is_cohort: bool) -> u64 {
        let rest = self.all.saturating_sub(self.own);
        if is_cohort && (1..FEWEST).contains(&rest) { self.own.min(rest) } else { self.own }
    }
}

impl Desk<'_> {
    fn is_cohort(&self) -> bool {
        matches!(self.inputs.reader, Reader::Cohort(_))
    }

    /// Whether a figure about these people may be shown.
    pub(super) fn may_show(&self, behind: Behind) -> bool {
        if self.is_own() { behind.own > 0 } else { behind.fewest(self.is_cohort()) >= FEWEST }
    }

    /// What may be shown of a list of groups whose total is told; nothing where the total would have to be held back with them.
    pub(super) fn list(&self, groups: &[Behind], nobody: Nobody) -> Option<Vec<Shown>> {
        if self.is_own() {
            return Some(groups.iter().map(|behind| Shown::Count(count(behind.own))).collect());
        }
        let counts: Vec<usize> = groups.iter().map(|behind| count(behind.fewest(self.is_cohort()))).collect();
        let (shown, total) = privacy::list(&counts, nobody).ok()?;
        matches!(total, Shown::Count(_)).then_some(shown)
    }

    /// How many of some people something is true of, in words, and whether that is the number itself: neither the few nor the few others
    /// are told, and nobody is told of by "none" or "all".
    pub(super) fn of_people(&self, true_of: Behind, among: Behind) -> (String, bool) {
        let others = Behind { own: among.own - true_of.own, all: among.all.saturating_sub(true_of.all) };
        let shown = self.list(&[true_of, others], Nobody::Hidden);
        let is_told = shown.is_some_and(|shown| is_shown(shown.first()));
        let is_few = true_of.own < FEWEST || others.own < FEWEST;
        let text =
            if is_told || is_few { self.pen.of_people(true_of.own, among.own) } else { self.pen.text("report-held") };
        (text, is_told)
    }

    /// What may be shown of a table whose totals may be told as well.
    pub(super) fn table(&self, rows: &[Vec<Behind>]) -> Option<Table> {
        let seen = |behind: &Behind| count(if self.is_own() { behind.own } else { behind.fewest(self.is_cohort()) });
        let counts: Vec<Vec<usize>> = rows.iter().map(|row| row.iter().map(seen).collect()).collect();
        if self.is_own() {
            return all_of(&counts);
        }
        privacy::table(&counts, Nobody::Told).ok()
    }
}

/// A table that holds nothing back.
fn all_of(counts: &[Vec<usize>]) -> Option<Table> {
    let width = counts.first()?.len();
    let columns = (0..width).map(|at| counts.iter().filter_map(|row| row.get(at)).sum());
    Some(Table {
        cells: counts.iter().map(|row| row.iter().copied().map(Shown::Count).collect()).collect(),
        row_totals: counts.iter().map(|row| Shown::Count(row.iter().sum())).collect(),
        column_totals: columns.map(Shown::Count).collect(),
        total: Shown::Count(counts.iter().flatten().sum()),
    })
}

/// Whether a number is shown.
pub fn is_shown(shown: Option<&Shown>) -> bool {
    matches!(shown, Some(Shown::Count(_)))
}
