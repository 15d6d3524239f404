//! Opens the window, or says in one sentence why not and what to do instead.

use std::path::{Path, PathBuf};

use super::{CannotRun, Places, Status};
use crate::game::{self, CannotOpen, Start};
use crate::words::{Language, Value, Words};

/// Opens the game, on one scenario's briefing where one is named.
pub fn open(places: &Places, scenario: Option<&Path>, start: Start) -> Result<Status, CannotRun> {
    let game =
        game::Places { scenarios: places.scenarios(), data: places.data_folder()?, open: scenario.map(Path::to_owned) };
    let instead = scenario.map_or_else(|| PathBuf::from("scenarios/heated-pool.ron"), Path::to_owned);
    game::run(game, places.store()?, start).map(|()| Status::Fine).map_err(|why| cannot(why, &instead))
}

fn cannot(why: CannotOpen, instead: &Path) -> CannotRun {
    let file = instead.display().to_string();
    CannotRun(Words::of(Language::of_the_system()).format(why.key(), &[("file", Value::Text(&file))]))
}
