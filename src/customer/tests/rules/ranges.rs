//! Whatever happens, in whatever order, every value stays in its range, and a long wait is the sum of its parts.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Event {
    Fail(u8, Kind, bool, bool),
    Act(Behaviour, u8, bool),
    Pace(Pace),
    Fix(u16),
    Pay(u16),
    Kept,
    Renegotiated,
    Broken,
    Lapsed,
    Small(SmallEvent),
    Fact,
    Moves(Moves),
    Days(u32),
    Silent(bool),
    Wait(Clock, u64, bool),
    Embarrassed,
    Sorry(u8, i32, bool),
}

fn apply(customer: &mut Customer, event: &Event) {
    match *event {
        Event::Fail(severity, kind, same_cause, recent) => customer.fail(severity, kind, same_cause, recent),
        Event::Act(behaviour, level, late) => customer.act(behaviour, level, late),
        Event::Pace(pace) => customer.pace(pace),
        Event::Fix(share) => customer.fix(share),
        Event::Pay(percent) => customer.pay(percent),
        Event::Kept => customer.kept(),
        Event::Renegotiated => customer.renegotiated(),
        Event::Broken => customer.broken(),
        Event::Lapsed => customer.lapsed(),
        Event::Small(small) => customer.small(small),
        Event::Fact => customer.use_fact(),
        Event::Moves(moves) => customer.moves(moves),
        Event::Days(days) => customer.next_contact(days),
        Event::Silent(silent) => customer.set_silent(silent),
        Event::Wait(clock, seconds, explained) => customer.wait(clock, seconds, explained),
        Event::Embarrassed => customer.embarrass(),
        Event::Sorry(level, delivery, late) => customer.apologise(level, delivery, late),
    }
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Economic), Just(Kind::Social)]
}

fn event() -> impl Strategy<Value = Event> {
    let behaviour = proptest::sample::select(&Behaviour::ALL[..]);
    let small = proptest::sample::select(&SmallEvent::ALL[..]);
    prop_oneof![
        (any::<u8>(), kind(), any::<bool>(), any::<bool>()).prop_map(|(s, k, c, r)| Event::Fail(s, k, c, r)),
        (behaviour, any::<u8>(), any::<bool>()).prop_map(|(b, level, late)| Event::Act(b, level % 5, late)),
        prop_oneof![Just(Pace::Fast), Just(Pace::Slow)].prop_map(Event::Pace),
        any::<u16>().prop_map(Event::Fix),
        any::<u16>().prop_map(Event::Pay),
        Just(Event::Kept),
        Just(Event::Renegotiated),
        Just(Event::Broken),
        Just(Event::Lapsed),
        small.prop_map(Event::Small),
        Just(Event::Fact),
        any::<[i32; 6]>().prop_map(|[trust, calm, effort, outcome, treatment, process]| {
            Event::Moves(Moves { trust, calm, effort, outcome, treatment, process })
        }),
        prop_oneof![0..60_u32, any::<u32>()].prop_map(Event::Days),
        any::<bool>().prop_map(Event::Silent),
        (proptest::sample::select(&Clock::ALL[..]), prop_oneof![0..100_000_u64, any::<u64>()], any::<bool>())
            .prop_map(|(clock, seconds, explained)| Event::Wait(clock, seconds, explained)),
        Just(Event::Embarrassed),
        (0..4_u8, 600..=1000, any::<bool>()).prop_map(|(level, delivery, late)| Event::Sorry(level, delivery, late)),
    ]
}

/// Any persona, any failure, and sometimes start values from outside their ranges.
fn customer() -> impl Strategy<Value = Customer> {
    let personas: Vec<Persona> = Personas::builtin().iter().cloned().collect();
    let failure = (any::<u8>(), kind(), any::<Option<i32>>(), any::<bool>());
    let start = any::<[Option<i32>; 7]>();
    (proptest::sample::select(personas), failure, start).prop_map(
        |(persona, (severity, kind, locus, future), start)| {
            let [trust, calm, relationship, effort, outcome, treatment, process] = start;
            let start = Start { trust, calm, relationship, effort, outcome, treatment, process };
            Customer::arrive(&persona, &Failure { severity, kind, locus, future }, &start)
        },
    )
}

proptest! {
    #[test]
    fn every_value_stays_in_its_range(mut customer in customer(), events in prop::collection::vec(event(), 0..60)) {
        for event in &events {
            apply(&mut customer, event);
            for variable in Variable::ALL {
                let (least, most) = variable.range();
                let value = customer.read(variable);
                prop_assert!((least..=most).contains(&value), "{variable:?} is {value} after {event:?}");
            }
            prop_assert!((0..=1000).contains(&customer.fixed()));
            prop_assert!(customer.outcome_on_leaving(true) <= Outcome::Complains);
        }
    }

    #[test]
    fn two_waits_do_what_one_does(mut parts in customer(), broken in any::<bool>(), first in 0..200_u32, second in 0..200_u32) {
        if broken {
            parts.broken();
        }
        let mut whole = parts;
        parts.next_contact(first);
        parts.next_contact(second);
        whole.next_contact(first + second);
        prop_assert_eq!(parts, whole);
    }

    #[test]
    fn a_longer_wait_never_costs_less_and_an_explained_one_never_more(
        customer in customer(),
        clock in proptest::sample::select(&Clock::ALL[..]),
        seconds in prop_oneof![0..1_000_000_u64, any::<u64>()],
        more in any::<u32>(),
    ) {
        let waited = |seconds, explained| {
            let mut customer = customer;
            customer.wait(clock, seconds, explained);
            [customer.calm, -customer.effort, customer.process]
        };
        let (short, long) = (waited(seconds, false), waited(seconds.saturating_add(u64::from(more)), false));
        let explained = waited(seconds, true);
        for at in 0..3 {
            prop_assert!(long[at] <= short[at] && short[at] <= explained[at]);
        }
    }

    #[test]
    fn better_listening_never_leaves_a_customer_worse_off(customer in customer(), level in 0..3_u8) {
        let (mut lower, mut higher) = (customer, customer);
        lower.act(Behaviour::Listen, level, false);
        higher.act(Behaviour::Listen, level + 1, false);
        prop_assert!(lower.anger() >= higher.anger());
        prop_assert!(lower.satisfaction() <= higher.satisfaction());
    }
}
