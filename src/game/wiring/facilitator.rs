//! The presenter view.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::live::Scope;
use super::{Chosen, Screen};
use crate::game::desk::Desk;
use crate::game::drawing;
use crate::game::facilitator::{self, Action, Pause, UiState, View};
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::words::Value;

pub fn plugin(app: &mut App) {
    app.insert_resource(FacilitatorState::default());
    app.add_systems(OnEnter(Screen::Facilitator), begin);
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Facilitator)));
}

#[derive(Resource, Default)]
struct FacilitatorState(UiState);

fn begin(mut state: ResMut<FacilitatorState>) {
    state.0 = UiState::default();
}

fn draw(
    mut contexts: EguiContexts,
    mut commands: Commands,
    desk: Res<Desk>,
    settings: Res<Settings>,
    chosen: Res<Chosen>,
    mut state: ResMut<FacilitatorState>,
    mut next: ResMut<NextState<Screen>>,
    mut moving: ResMut<Moving>,
) -> Result {
    let view = view(&desk, &chosen);
    let action =
        drawing::screen(&mut contexts, settings.theme, |ui| facilitator::show(ui, &desk.words, &view, &mut state.0))?;
    match action {
        None => return Ok(()),
        Some(Action::Back) => next.set(Screen::Briefing),
        Some(Action::Live) => {
            commands.insert_resource(Scope::of(&chosen.whole));
            next.set(Screen::Live);
        }
    }
    moving.changed();
    Ok(())
}

fn view(desk: &Desk, chosen: &Chosen) -> View {
    let scenario = &chosen.whole;
    let Some(guide) = desk.guides.get(&scenario.id) else { return View::default() };
    View {
        title: scenario.title.clone(),
        foreign: foreign(desk, &scenario.id),
        chips: vec![desk.words.format("guide-minutes", &[("n", guide.minutes.into())])],
        aim: guide.aim.clone(),
        set_up: guide.set_up.clone(),
        pauses: guide
            .pauses
            .iter()
            .map(|pause| Pause { line: pause.line(scenario).unwrap_or_default().to_owned(), ask: pause.ask.clone() })
            .collect(),
        debrief: guide.debrief.clone(),
        variation: guide.variation.clone(),
    }
}

/// That a guide is in another language than the interface. It is written in the language of its scenario, and not translated with it.
fn foreign(desk: &Desk, id: &str) -> Option<String> {
    let (entry, _) = desk.entry(id)?;
    let language = &entry.scenario.as_ref().ok()?.language;
    (*language != desk.words.language()).then(|| match language.as_str() {
        "en" => desk.words.text("guide-in-en"),
        "fr" => desk.words.text("guide-in-fr"),
        "sw" => desk.words.text("guide-in-sw"),
        other => desk.words.format("guide-in-other", &[("language", Value::Text(other))]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::desk::Places;
    use crate::words::{Language, Words};

    #[test]
    fn a_guide_that_was_not_translated_with_its_scenario_says_in_which_language_it_is() {
        let data = tempfile::tempdir().expect("a folder");
        let scenarios = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let mut desk = Desk::new(Places { scenarios, data: data.path().to_owned(), open: None });
        for (language, says) in
            [(Language::English, None), (Language::French, Some("anglais")), (Language::Swahili, Some("Kiingereza"))]
        {
            desk.words = Words::of(language);
            let foreign = foreign(&desk, "heated-pool");
            assert_eq!(foreign.is_some(), says.is_some(), "{foreign:?}");
            assert!(says.is_none_or(|says| foreign.is_some_and(|text| text.contains(says))));
        }
    }
}
