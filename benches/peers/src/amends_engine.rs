//! Amends: a scenario in RON, loaded with every check that stands before a play, and played by the engine that all front ends use.
//! [`Amends`] plays as they do, with ids and words, and [`EachAnew`] every time in another order; [`ByNumbers`] as the explorer and the bots do, with positions, and looks the words up.

use std::error::Error;
use std::sync::Arc;

use amends::diag::{Source, render_short};
use amends::scenario::{Beat, Reply, Rules, load as load_scenario};
use amends::session::plan::Asked;
use amends::session::{Ask, Given, Session};

use crate::measure::{Loaded, Played};

/// A session of a loaded scenario.
pub struct Amends(Session);

/// Loads a scenario from its text. The rubric and the personas are read once by a program, however many conversations it loads.
pub fn load(text: String, rules: Rules) -> Result<Amends, Box<dyn Error>> {
    let scenario = load_scenario(&Source::new("chain.ron", text), &rules)
        .map_err(|findings| findings.iter().map(render_short).collect::<Vec<_>>().join("\n"))?;
    Ok(Amends(Session::new(Arc::new(scenario), Arc::new(rules), 1, None)?))
}

/// The rubric and the personas of the program.
pub fn rules() -> Rules {
    Rules::builtin()
}

impl Loaded for Amends {
    fn play(&mut self) -> Result<Played, Box<dyn Error>> {
        play(&self.0)
    }
}

fn play(session: &Session) -> Result<Played, Box<dyn Error>> {
    let mut played = Played::default();
    let mut state = session.begin().state;
    loop {
        played.letters += session.says(&state).map_or(0, str::len);
        let Ask::Choose(choices) = &state.ask else { return Ok(played) };
        for (_, choice) in session.offered(&state) {
            played.letters += choice.say.as_deref().map_or(0, str::len);
        }
        let first = choices.first().ok_or("no choice is offered")?;
        state = session.apply(&state, &Given::Reply(first.clone()))?.state;
        played.decisions += 1;
    }
}

/// The same, every play with a seed of its own: what a session keeps from one play to the next is of no use.
pub struct EachAnew(Session);

/// Makes a loaded scenario ready to be played in another order each time.
pub fn each_anew(Amends(session): Amends) -> EachAnew {
    EachAnew(session)
}

impl Loaded for EachAnew {
    fn play(&mut self) -> Result<Played, Box<dyn Error>> {
        self.0 = self.0.with_seed(self.0.seed() + 1);
        play(&self.0)
    }
}

/// The same, played by positions.
pub struct ByNumbers {
    session: &'static Session,
    /// In the order of their positions.
    beats: Vec<&'static Beat>,
}

/// Makes a loaded scenario ready to be played by positions. It stays in memory until the process ends.
pub fn by_numbers(Amends(session): Amends) -> ByNumbers {
    let session: &'static Session = Box::leak(Box::new(session));
    ByNumbers { session, beats: session.scenario().beats.values().collect() }
}

impl Loaded for ByNumbers {
    fn play(&mut self) -> Result<Played, Box<dyn Error>> {
        let plan = self.session.plan();
        let mut played = Played::default();
        let mut core = plan.begin(&mut ());
        while core.ending.is_none() {
            let beat = self.beats.get(usize::try_from(core.beat)?).ok_or("no such beat")?;
            let said = beat.says.iter().flat_map(|says| says.values().nth(usize::from(core.said.unwrap_or(0))));
            played.letters += said.filter_map(|spoken| spoken.wordings().first()).map(String::len).sum::<usize>();
            let (Asked::Choose(offered), Some(Reply::Choose(choices))) = (plan.asked(&core), &beat.reply) else {
                return Err("something else than a choice is asked".into());
            };
            for (position, choice) in choices.values().enumerate() {
                if offered >> position & 1 == 1 {
                    played.letters += choice.say.as_deref().map_or(0, str::len);
                }
            }
            plan.reply(&mut core, usize::try_from(offered.trailing_zeros())?, &mut ());
            played.decisions += 1;
        }
        Ok(played)
    }
}
