//! How kinds of customers end, over many scenes (customer-model §8, pattern check): a style must be recognisable in the endings, and
//! nobody may be beyond reach of good service.

use super::scenes::{Chance, Play, scene};
use super::*;

/// Scenes of a cell.
const SCENES: usize = 400;

/// How many of a cell's scenes end in each way, in the order of [`Outcome::ALL`].
fn endings(persona: &Persona, play: Play) -> [usize; 5] {
    let mut chance = Chance::of(2026);
    let outcomes: Vec<Outcome> = (0..SCENES).map(|_| scene(persona, play, &mut chance).outcome(false)).collect();
    Outcome::ALL.map(|outcome| outcomes.iter().filter(|one| **one == outcome).count())
}

#[test]
fn good_service_keeps_most_customers_of_every_persona() {
    for persona in Personas::builtin().iter() {
        let [returns, passive, ..] = endings(persona, Play::Well);
        assert!(2 * (returns + passive) > SCENES, "{}: {returns} return, {passive} stay passive", persona.id);
    }
}

#[test]
fn bad_service_loses_each_persona_in_its_own_way() {
    let personas = Personas::builtin();
    for (id, usual) in [
        ("expressive", [Outcome::GoesPublic].as_slice()),
        ("analytical", &[Outcome::Complains]),
        ("loyal-regular", &[Outcome::Complains]),
        ("vip", &[Outcome::Complains]),
        ("at-fault", &[Outcome::Complains]),
        ("anxious", &[Outcome::Complains, Outcome::WalksAway]),
        ("language-learner", &[Outcome::WalksAway]),
        ("silent", &[Outcome::WalksAway]),
    ] {
        let ends = endings(personas.get(id).unwrap(), Play::Badly);
        let count = |outcome: &Outcome| ends[Outcome::ALL.iter().position(|one| one == outcome).unwrap()];
        let counts: Vec<usize> = usual.iter().map(count).collect();
        assert!(2 * counts.iter().sum::<usize>() > SCENES, "{id}: {ends:?}");
        // Where two ways are usual, neither may be rare.
        assert!(counts.iter().all(|count| 5 * count > SCENES), "{id}: {ends:?}");
    }
}

#[test]
fn the_silent_customer_never_complains() {
    let personas = Personas::builtin();
    for play in [Play::Well, Play::Badly, Play::Anyhow] {
        let [_, _, complains, _, public] = endings(personas.get("silent").unwrap(), play);
        assert_eq!((complains, public), (0, 0), "{play:?}");
    }
}
