//! Published effects that the model has to reproduce (customer-model §9): directions, each with its sequence of events.

use super::*;

#[test]
fn the_paradox_needs_one_small_failure_and_superior_recovery() {
    let second = |same_cause, recent| {
        let mut customer = failed(1, Kind::Economic);
        good(&mut customer);
        customer.fail(1, Kind::Economic, same_cause, recent);
        good(&mut customer);
        customer.satisfaction()
    };
    // No failure at all ends at 625; a second failure stays under it, even though its whole loss is restored too.
    assert_eq!(
        [second(false, false), second(true, false), second(false, true), second(true, true)],
        [621, 600, 589, 569]
    );
}

#[test]
fn listening_first_pays_where_people_meet_again() {
    let ends = |future, order: [Behaviour; 2]| {
        let failure = Failure { severity: 2, kind: Kind::Social, future, ..Failure::default() };
        let mut customer = Customer::arrive(&plain(), &failure, &Start::default());
        for behaviour in order {
            customer.act(behaviour, 3, false);
        }
        customer.satisfaction()
    };
    let (listen_first, apology_first) =
        ([Behaviour::Listen, Behaviour::Apology], [Behaviour::Apology, Behaviour::Listen]);
    assert!(ends(true, listen_first) > ends(true, apology_first));
    assert!(ends(false, listen_first) < ends(false, apology_first));
}

#[test]
fn money_adds_little_to_a_social_failure_handled_quickly_and_with_an_apology() {
    let added = |prepare: fn(&mut Customer)| {
        let mut customer = failed(2, Kind::Social);
        prepare(&mut customer);
        let before = customer.satisfaction();
        customer.pay(50);
        customer.satisfaction() - before
    };
    let apology = |customer: &mut Customer| customer.act(Behaviour::Apology, 3, false);
    let neither = added(|_| ());
    let mixed = added(apology);
    let both = added(|customer| {
        customer.act(Behaviour::Apology, 3, false);
        customer.pace(Pace::Fast);
    });
    assert!(mixed > 2 * neither && mixed > 2 * both, "{neither} {mixed} {both}");
}

#[test]
fn a_third_apology_only_tires() {
    let mut customer = failed(2, Kind::Social);
    customer.act(Behaviour::Listen, 2, false);
    let gains = [0; 4].map(|_| {
        let before = customer.treatment;
        customer.act(Behaviour::Apology, 3, false);
        customer.treatment - before
    });
    assert!(gains[0] > 3 * gains[1] && gains[1] > 0, "{gains:?}");
    assert_eq!(gains[2..], [-20, -20]);
}

#[test]
fn best_customers_fall_furthest_after_broken_promises() {
    let drop = |relationship| {
        let persona = Persona { relationship, ..plain() };
        let failure = Failure { severity: 2, kind: Kind::Economic, ..Failure::default() };
        let mut customer = Customer::arrive(&persona, &failure, &Start::default());
        let before = customer.returning();
        customer.broken();
        customer.broken();
        before - customer.returning()
    };
    assert!(drop(750) > drop(300));
}

#[test]
fn after_a_failed_recovery_anger_fades_and_distance_grows_most_in_the_best_customers() {
    let after = |relationship, months: u32| {
        let persona = Persona { relationship, calm: 300, ..plain() };
        let failure = Failure { severity: 1, kind: Kind::Social, ..Failure::default() };
        let mut customer = Customer::arrive(&persona, &failure, &Start::default());
        customer.broken();
        customer.calm = customer.traits.usual_calm;
        (0..months).for_each(|_| customer.next_contact(30));
        (customer.anger(), customer.returning())
    };
    let (regular, close) = ([0, 1, 2].map(|months| after(300, months)), [0, 1, 2].map(|months| after(750, months)));
    assert_eq!(regular[1].0, (regular[0].0 * 700 + 500) / 1000);
    assert_eq!(regular[2].0, (regular[0].0 * 490 + 500) / 1000);
    assert_eq!(close[1].0, (close[0].0 * 850 + 500) / 1000);
    assert_eq!(1000 - regular[1].1, ((1000 - regular[0].1) * 1060 + 500) / 1000);
    assert_eq!(1000 - close[2].1, ((1000 - close[0].1) * 1240 + 500) / 1000);
}

#[test]
fn apology_speed_and_compensation_together_beat_any_one_alone() {
    let apology = |customer: &mut Customer| customer.act(Behaviour::Apology, 3, false);
    for kind in [Kind::Economic, Kind::Social] {
        let ends = |deeds: &[&dyn Fn(&mut Customer)]| {
            let mut customer = failed(2, kind);
            for deed in deeds {
                deed(&mut customer);
            }
            customer.satisfaction()
        };
        let fast = |customer: &mut Customer| customer.pace(Pace::Fast);
        let paid = |customer: &mut Customer| customer.pay(50);
        let all = ends(&[&apology, &fast, &paid]);
        assert!(all > ends(&[&apology]) && all > ends(&[&fast]) && all > ends(&[&paid]), "{kind:?}");
    }
}

#[test]
fn money_matters_if_the_firm_is_responsible() {
    let added = |locus| {
        let failure = Failure { severity: 2, kind: Kind::Economic, locus: Some(locus), future: true };
        let mut customer = Customer::arrive(&plain(), &failure, &Start::default());
        customer.pace(Pace::Fast);
        let before = customer.satisfaction();
        customer.pay(100);
        customer.satisfaction() - before
    };
    assert!(added(1000) > 3 * added(200));
}

#[test]
fn listening_calms_the_very_upset_more() {
    let calmed = |calm| {
        let start = Start { calm: Some(calm), ..Start::default() };
        let mut customer = Customer::arrive(&plain(), &Failure::default(), &start);
        customer.act(Behaviour::Listen, 3, false);
        customer.calm - calm
    };
    assert!(calmed(250) > calmed(650));
}

#[test]
fn a_reply_that_uses_a_fact_shows_more_respect() {
    let mut generic = failed(2, Kind::Economic);
    generic.act(Behaviour::Listen, 2, false);
    let mut concrete = generic;
    concrete.use_fact();
    assert!(concrete.treatment > generic.treatment);
}

#[test]
fn the_four_behaviours_move_justice_before_trust() {
    for behaviour in Behaviour::ALL {
        let (before, mut customer) = (failed(2, Kind::Economic), failed(2, Kind::Economic));
        customer.act(behaviour, 3, false);
        let justice = (customer.treatment - before.treatment).max(customer.process - before.process);
        assert!(justice > customer.trust - before.trust, "{behaviour:?}");
    }
}

#[test]
fn owning_the_problem_beats_an_apology_that_shifts_the_blame() {
    // After listening at level 2. Blame caps both apology and accountability at level 1.
    for (kind, expected) in [(Kind::Economic, [520, 478, 532]), (Kind::Social, [543, 502, 561])] {
        let ends = [(None, 2), (Some(1), 1), (Some(2), 2)].map(|(apology, account)| {
            let mut customer = failed(2, kind);
            customer.act(Behaviour::Listen, 2, false);
            if let Some(level) = apology {
                customer.act(Behaviour::Apology, level, false);
            }
            customer.act(Behaviour::Account, account, false);
            customer.satisfaction()
        });
        assert!(ends[1] < ends[0] && ends[0] < ends[2], "{kind:?}: {ends:?}");
        assert_eq!(ends, expected, "{kind:?}");
    }
}
