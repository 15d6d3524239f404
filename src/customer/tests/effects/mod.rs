//! What research has found and the model has to reproduce (customer-model §9): directions only, each with the sequence of events that
//! shows it. Every finding is a test named after it; its source stands above it, and in `docs/science.md` beside how sure it is.

mod apology;
mod effort;
mod justice;
mod listening;
mod loyalty;
mod money;
mod paradox;
mod together;
mod twice;

use super::*;

/// A published finding, or an ordering of the golden vectors where it has no number.
pub struct Finding {
    pub number: Option<u8>,
    /// The test's name.
    pub name: &'static str,
    pub test: fn(),
}

macro_rules! findings {
    ($($number:literal $file:ident::$name:ident,)+) => {
        [$(Finding { number: Some($number), name: stringify!($name), test: $file::$name },)+]
    };
}

/// The findings of §9, by their number there.
pub const FINDINGS: [Finding; 27] = findings![
    1 together::apology_speed_and_money_together_beat_any_one_alone,
    2 money::after_a_social_failure_money_helps_only_where_the_response_was_mixed,
    3 justice::satisfaction_with_a_case_follows_outcome_then_treatment_then_process,
    4 justice::satisfaction_overall_follows_treatment_at_least_as_much_as_outcome,
    5 apology::responsibility_then_repair_then_the_rest_then_forgiveness,
    6 apology::empathy_then_intensity_then_timing,
    7 listening::listening_before_the_apology_pays_where_people_meet_again,
    8 apology::an_apology_mends_treatment_more_than_readiness_to_return,
    9 together::what_matches_the_person_works_better,
    10 apology::one_brief_apology_and_a_solution_beat_many_apologies,
    11 twice::a_second_failed_recovery_falls_far_below_one_and_the_last_recovery_counts_most,
    12 paradox::only_one_small_failure_and_superb_recovery_end_above_no_failure,
    13 paradox::the_paradox_is_in_satisfaction_not_in_return,
    14 loyalty::recovery_never_makes_up_for_all_and_a_recent_failure_makes_it_worse,
    15 loyalty::silent_then_unresolved_then_resolved_then_quickly_resolved,
    16 twice::severity_and_repetition_blunt_recovery,
    17 money::compensation_helps_up_to_one_and_a_half_times_the_price,
    18 money::compensation_matters_where_the_firm_is_responsible,
    19 paradox::customers_at_fault_end_more_satisfied_after_a_good_recovery,
    20 listening::listening_calms_the_very_upset_most,
    21 loyalty::the_best_customers_fall_furthest_stay_away_longest_and_welcome_any_recovery,
    22 loyalty::a_strong_relationship_buffers_all_but_grave_failures,
    23 listening::a_reply_that_uses_a_fact_shows_more_respect,
    24 effort::effort_costs_more_than_ease_gains,
    25 justice::the_four_behaviours_work_through_justice,
    26 together::owning_the_problem_beats_an_apology_that_shifts_the_blame,
    27 listening::better_listening_raises_respect_and_trust,
];
