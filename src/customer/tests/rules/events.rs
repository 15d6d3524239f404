//! Arrival, promises, deeds, small events and time, one rule each.

use super::*;

type Event = fn(&mut Customer);

#[test]
fn a_locus_in_the_scene_beats_the_personas() {
    let persona = Persona { locus: Some(250), ..plain() };
    let arrive = |locus| {
        let failure = Failure { severity: 2, kind: Kind::Economic, locus, future: true };
        Customer::arrive(&persona, &failure, &Start::default()).outcome
    };
    assert_eq!(arrive(None), 250 - 100);
    assert_eq!(arrive(Some(1000)), 250 - 400);
}

#[test]
fn start_values_beat_the_personas_and_are_limited() {
    let start = Start { trust: Some(2000), calm: Some(-5), treatment: Some(-1500), ..Start::default() };
    let customer = Customer::arrive(&plain(), &Failure::default(), &start);
    assert_eq!(vector(&customer).0, [1000, 0, 100, 250, -1000, 250]);
    assert!(customer.leaves());
}

#[test]
fn a_lapse_is_half_of_a_broken_promise_and_no_failed_recovery() {
    let (mut lapsed, mut broken) = (failed(0, Kind::Social), failed(0, Kind::Social));
    lapsed.lapsed();
    broken.broken();
    assert_eq!(vector(&lapsed).0, [520, 640, 150, 210, 190, 180]);
    assert_eq!(vector(&broken).0, [440, 580, 200, 170, 130, 110]);
    assert_eq!((lapsed.failed_recoveries, broken.failed_recoveries), (0, 1));
}

#[test]
fn a_broken_promise_costs_half_as_much_again_the_second_time() {
    let mut customer = failed(0, Kind::Social);
    customer.broken();
    let before = customer.effort;
    customer.broken();
    assert_eq!(customer.effort - before, 150);
    customer.broken();
    assert_eq!(customer.effort - before, 330);
}

#[test]
fn a_kept_promise_after_a_broken_one_gains_seven_tenths_whatever_failed_before() {
    let effort_saved = |broken: bool| {
        let mut customer = failed(2, Kind::Social);
        customer.fail(2, Kind::Social, true, true);
        if broken {
            customer.broken();
        }
        let before = customer.effort;
        customer.kept();
        before - customer.effort
    };
    // 20 × 0.72 × 0.7 × 0.8 × 0.8 = 6.4, and 20 × 0.72 × 0.7 = 10.1.
    assert_eq!((effort_saved(false), effort_saved(true)), (6, 10));
}

#[test]
fn a_renegotiated_promise_costs_the_same_for_everyone() {
    let persona = Persona { react: 1300, ..plain() };
    let mut customer = Customer::arrive(&persona, &Failure::default(), &Start::default());
    customer.renegotiated();
    assert_eq!(vector(&customer).0, [580, 685, 110, 250, 261, 230]);
}

#[test]
fn the_shares_of_a_fix_count_to_the_whole_loss_once_per_failure() {
    let (mut whole, mut parts) = (failed(2, Kind::Economic), failed(2, Kind::Economic));
    whole.fix(1000);
    let fixed = whole;
    whole.fix(1000);
    assert_eq!(whole, fixed);
    parts.fix(400);
    parts.fix(900);
    assert_eq!(parts.fixed(), 1000);
    whole.fail(1, Kind::Economic, false, false);
    assert_eq!(whole.fixed(), 0);
}

#[test]
fn paying_nothing_is_no_payment() {
    let (mut customer, untouched) = (failed(2, Kind::Economic), failed(2, Kind::Economic));
    customer.pay(0);
    assert_eq!(customer, untouched);
}

#[test]
fn each_small_event_lands_as_in_the_table() {
    // Severity 0 has gain 1000, and values of 0 leave full room, so that the rows show as they are written.
    let start = Start {
        trust: Some(300),
        calm: Some(300),
        effort: Some(300),
        outcome: Some(-500),
        treatment: Some(-500),
        process: Some(-500),
        relationship: Some(300),
    };
    let arrive = || Customer::arrive(&plain(), &Failure::default(), &start);
    let change = |event: Event| {
        let (before, mut customer) = (vector(&arrive()).0, arrive());
        event(&mut customer);
        let after = vector(&customer).0;
        std::array::from_fn::<i32, 6, _>(|at| after[at] - before[at])
    };
    let rows: [(Event, [i32; 6]); 14] = [
        (Customer::use_fact, [5, 10, -10, 0, 25, 5]),
        (|c| c.small(SmallEvent::Explanation), [0, 0, 0, 0, 40, 20]),
        (|c| c.small(SmallEvent::OfferChoice), [0, 0, 0, 0, 20, 50]),
        (|c| c.small(SmallEvent::InterimSolution), [15, 40, 0, 60, 0, 30]),
        (|c| c.small(SmallEvent::ProgressUpdate), [15, 15, 0, 0, 0, 30]),
        (|c| c.small(SmallEvent::PreventionTip), [0, -10, 0, 0, 0, 0]),
        (|c| c.small(SmallEvent::ProcessChanged), [30, 0, 0, 0, 0, 30]),
        (|c| c.small(SmallEvent::CheckBack), [25, 15, 0, 0, 30, 20]),
        (|c| c.small(SmallEvent::ReAsk), [0, -30, 60, 0, 0, -30]),
        (|c| c.small(SmallEvent::ColdTransfer), [0, -60, 120, 0, -30, -60]),
        (|c| c.small(SmallEvent::WarmTransfer), [0, -10, 40, 0, 0, 0]),
        (|c| c.small(SmallEvent::ForcedSwitch), [0, -40, 130, 0, 0, -40]),
        (|c| c.small(SmallEvent::Jargon), [0, -15, 30, 0, 0, 0]),
        (|c| c.small(SmallEvent::SurveyOrUpsell), [-10, -30, 0, 0, -30, 0]),
    ];
    for (at, (event, expected)) in rows.into_iter().enumerate() {
        assert_eq!(change(event), expected, "row {at}");
    }
    let mut fixed = arrive();
    fixed.fix(1);
    let before = fixed;
    fixed.small(SmallEvent::SurveyOrUpsell);
    assert_eq!(fixed, before);
    fixed.small(SmallEvent::PreventionTip);
    assert_eq!(fixed.trust - before.trust, 15);
    assert_eq!(fixed.treatment - before.treatment, 10);
}

#[test]
fn jargon_costs_a_language_learner_double() {
    let personas = Personas::builtin();
    let learner = personas.get("language-learner").unwrap();
    let mut customer = Customer::arrive(learner, &Failure::default(), &Start::default());
    customer.small(SmallEvent::Jargon);
    assert_eq!((customer.effort, customer.calm), (160, 670));
}

#[test]
fn three_facts_count_in_each_contact() {
    let mut customer = failed(2, Kind::Social);
    let mut counted = || {
        let before = customer.treatment;
        customer.use_fact();
        customer.treatment > before
    };
    assert_eq!([counted(), counted(), counted(), counted()], [true, true, true, false]);
    customer.next_contact(0);
    let before = customer.treatment;
    customer.use_fact();
    assert!(customer.treatment > before);
}

#[test]
fn an_authors_own_changes_are_raw_and_limited() {
    let mut customer = failed(3, Kind::Social);
    let (before, loud) = (customer, Moves { trust: -50, calm: 900, outcome: 7, ..Moves::default() });
    customer.moves(loud);
    assert_eq!(
        (customer.trust, customer.calm, customer.outcome),
        (before.trust - 50, before.calm + 100, before.outcome + 7)
    );
}

#[test]
fn calm_comes_back_between_contacts_and_effort_does_not() {
    let mut customer = failed(2, Kind::Economic);
    let calms = [0, 1, 1, 1, 30].map(|days| {
        customer.next_contact(days);
        customer.calm
    });
    assert_eq!(calms, [480, 535, 576, 607, 699]);
    assert_eq!(customer.effort, 180);
}

#[test]
fn calm_above_its_start_stays() {
    let mut customer = failed(0, Kind::Social);
    customer.act(Behaviour::Listen, 3, false);
    let calm = customer.calm;
    customer.next_contact(3);
    assert!(calm > 700);
    assert_eq!(customer.calm, calm);
}

#[test]
fn time_changes_no_distance_where_no_recovery_failed() {
    let mut customer = failed(2, Kind::Economic);
    let before = customer.returning();
    customer.next_contact(365);
    assert_eq!(customer.returning(), before);
}

#[test]
fn names_in_files_are_as_documented() {
    let names = Variable::ALL.map(|variable| ron::to_string(&variable).unwrap());
    let expected = "trust calm effort outcome treatment process satisfaction relationship returning anger";
    assert_eq!(names.join(" "), expected);
    let deeds = SmallEvent::ALL.map(|event| ron::to_string(&event).unwrap()).join(" ");
    assert_eq!(
        deeds,
        "Explanation OfferChoice InterimSolution ProgressUpdate PreventionTip ProcessChanged CheckBack ReAsk ColdTransfer \
         WarmTransfer ForcedSwitch Jargon SurveyOrUpsell"
    );
    let failure: Failure = ron::from_str("(severity: 2, kind: Economic)").unwrap();
    assert_eq!(failure, Failure { severity: 2, kind: Kind::Economic, locus: None, future: true });
}

#[test]
fn delivery_scales_what_an_apology_gains_and_nothing_it_loses() {
    let moved = |level, delivery| {
        let mut customer = failed(2, Kind::Social);
        customer.act(Behaviour::Listen, 2, false);
        let before = customer.treatment;
        customer.apologise(level, delivery, false);
        customer.treatment - before
    };
    let (plain, full) = (moved(2, 600), moved(2, 1000));
    assert!((full * 6 - plain * 10).abs() <= 10, "{plain} is 0.6 of {full}");
    assert_eq!(moved(1, 600), moved(1, 1000));
    let mut written = failed(2, Kind::Social);
    let mut said = written;
    written.act(Behaviour::Apology, 3, true);
    said.apologise(3, 1000, true);
    assert_eq!(written, said);
}
