//! The arithmetic of scores (design §3a, Scoring).

use super::{CompetencyScore, Evidence};
use crate::rubric::Rubric;

/// One score for each competency of the rubric, in its order.
pub(super) fn competencies(rubric: &Rubric, evidence: &[Evidence]) -> Vec<CompetencyScore> {
    let score = |id: &str| {
        let met: Vec<_> = evidence
            .iter()
            .filter_map(|evidence| evidence.levels.iter().find(|level| level.competency.as_str() == id))
            .collect();
        let earned = met.iter().map(|level| u32::from(level.earned)).sum();
        let best = met.iter().map(|level| u32::from(level.best)).sum();
        let enough = met.len() >= usize::try_from(rubric.pass.decisions).unwrap_or(usize::MAX);
        let score = share(earned, best);
        CompetencyScore {
            id: id.into(),
            score,
            band: score.filter(|_| enough).map(|score| rubric.band(score.into())),
            decisions: met.len(),
            earned,
            best,
            enough,
        }
    };
    rubric.competencies.iter().map(|competency| score(&competency.id)).collect()
}

/// 1000 × earned ÷ best, half up; none where nothing could be earned.
#[must_use]
pub fn share(earned: u32, best: u32) -> Option<u16> {
    (best > 0).then(|| u16::try_from((2000 * earned + best) / (2 * best)).unwrap_or(1000))
}

/// The half-up mean of the competencies with enough evidence, if there are enough of them.
pub(super) fn overall(rubric: &Rubric, competencies: &[CompetencyScore]) -> Option<u16> {
    let scores: Vec<u32> = counted(competencies).map(u32::from).collect();
    let n = u32::try_from(scores.len()).ok().filter(|n| *n >= rubric.pass.competencies.max(1))?;
    u16::try_from((2 * scores.iter().sum::<u32>() + n) / (2 * n)).ok()
}

/// Whether an overall score reaches the pass mark and no counted competency lies under the floor.
pub(super) fn passes(rubric: &Rubric, overall: u16, competencies: &[CompetencyScore]) -> bool {
    i32::from(overall) >= rubric.pass.overall
        && counted(competencies).all(|score| i32::from(score) >= rubric.pass.floor)
}

fn counted(competencies: &[CompetencyScore]) -> impl Iterator<Item = u16> {
    competencies.iter().filter(|competency| competency.enough).filter_map(|competency| competency.score)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(scores: &[u16], enough: bool) -> Vec<CompetencyScore> {
        let one = |score: &u16| CompetencyScore {
            id: "x".into(),
            score: Some(*score),
            band: None,
            decisions: 3,
            earned: 0,
            best: 0,
            enough,
        };
        scores.iter().map(one).collect()
    }

    #[test]
    fn shares_are_rounded_half_up_as_published() {
        assert_eq!([(4, 6), (17, 21), (10, 12)].map(|(e, b)| share(e, b)), [Some(667), Some(810), Some(833)]);
        assert_eq!(share(0, 0), None, "not applicable is not zero");
    }

    #[test]
    fn an_overall_score_needs_two_competencies_with_enough_evidence() {
        let rubric = Rubric::builtin();
        assert_eq!(overall(&rubric, &with(&[700], true)), None);
        assert_eq!(overall(&rubric, &with(&[700, 701], true)), Some(701));
        assert_eq!(overall(&rubric, &with(&[700, 700], false)), None);
    }

    #[test]
    fn one_competency_under_the_floor_prevents_a_pass() {
        let rubric = Rubric::builtin();
        assert!(passes(&rubric, 650, &with(&[500, 800], true)));
        assert!(!passes(&rubric, 650, &with(&[499, 801], true)));
        assert!(!passes(&rubric, 649, &with(&[600, 698], true)));
    }
}
