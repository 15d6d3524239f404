//! Amends: a scenario in RON, loaded with every check that stands before a play, and played by the engine that all front ends use.

use std::error::Error;
use std::sync::Arc;

use amends::diag::{Source, render_short};
use amends::scenario::{Rules, load as load_scenario};
use amends::session::{Ask, Given, Session};

use crate::measure::{Loaded, Played};

/// A session of a loaded scenario.
pub struct Amends(Session);

/// Loads a scenario from its text.
pub fn load(text: String) -> Result<Amends, Box<dyn Error>> {
    let rules = Rules::builtin();
    let scenario = load_scenario(&Source::new("chain.ron", text), &rules)
        .map_err(|findings| findings.iter().map(render_short).collect::<Vec<_>>().join("\n"))?;
    Ok(Amends(Session::new(Arc::new(scenario), Arc::new(rules), 1, None)?))
}

impl Loaded for Amends {
    fn play(&mut self) -> Result<Played, Box<dyn Error>> {
        let session = &self.0;
        let mut played = Played::default();
        let mut state = session.begin().state;
        loop {
            played.letters += state.says.as_deref().map_or(0, str::len);
            let Ask::Choose(choices) = &state.ask else { return Ok(played) };
            for choice in choices {
                let said = session.reply(&state.beat, choice).and_then(|one| one.say.as_deref());
                played.letters += said.map_or(0, str::len);
            }
            let first = choices.first().ok_or("no choice is offered")?;
            state = session.apply(&state, &Given::Reply(first.clone()))?.state;
            played.decisions += 1;
        }
    }
}
