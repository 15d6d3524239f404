//! Statements into a file, one a line.

use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::walk::{Walked, there, walk};
use super::{As, Command, Pending, line, note, tell_files};
use crate::cli::{CannotRun, Places, Status};
use crate::export::xapi::{Base, Maker, Profile};
use crate::scenario::Rules;
use crate::store::Store;

/// What makes the statements that were asked for.
pub fn maker(command: &Command, kind: As, store: &dyn Store, rules: &Rules) -> Result<Maker, CannotRun> {
    let base = command.iri.clone().unwrap_or_default();
    let home = match &command.home {
        Some(home) => {
            Base::new(home).map_err(|why| CannotRun(format!("`--home` names no system: {why}.")))?;
            home.clone()
        }
        None => base.iri(&["stores", &store.name()?]),
    };
    let profile = if kind == As::Cmi5 { Profile::Cmi5 } else { Profile::Xapi };
    let standard = command.standard.then(|| u16::try_from(rules.rubric.pass.overall).unwrap_or_default());
    Ok(Maker { profile, base, home, standard })
}

/// Writes them.
pub fn write(command: &Command, kind: As, file: &Path, places: &Places) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let made = Timestamp::now();
    let store = places.store()?;
    crate::cli::attempts::tell_adopted(&*store)?;
    there(command, &*store)?;
    let maker = maker(command, kind, &*store, &rules)?;
    let (pending, mut writer) = Pending::begin(file, command, places)?;
    let mut walked = Walked::default();
    walk(command, &*store, places, &rules, &mut walked, |told| {
        let written: io::Result<()> = maker.statements(told).iter().try_for_each(|one| line(&mut writer, one));
        written.map_err(|error| pending.failed(&error))
    })?;
    let file = pending.finish(writer)?;
    let full = std::path::absolute(&file).unwrap_or_else(|_| file.clone());
    note(&*store, &full.display().to_string(), made, &walked.attempts)?;
    tell_files(command, &*store, &[file], &walked, None)
}
