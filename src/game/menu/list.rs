//! The cards to choose from: the unfinished attempt, then every conversation of the folder.

use bevy_egui::egui::{Ui, vec2};

use super::broken::broken;
use super::view::{Action, Course, Entry, Library, Scenario, UiState, Unfinished, View};
use crate::game::bust;
use crate::game::theme::widgets::{
    Chip, Surface, body, chip, choice_card, heading, line, note, primary_button, reveal, secondary_button, surface,
};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// One selectable card.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// Go on with what was left.
    Continue(&'a Unfinished),
    /// A course.
    Course(&'a Course),
    /// A conversation, with the number that chooses it (1–9).
    Ready(&'a Scenario, Option<usize>),
    /// A file that cannot be played, with its place in the folder.
    Broken(&'a super::view::Broken, usize),
}

impl Item<'_> {
    /// The digit that opens it.
    pub fn number(&self) -> Option<usize> {
        match self {
            Self::Ready(_, number) => *number,
            Self::Continue(_) | Self::Course(_) | Self::Broken(..) => None,
        }
    }

    /// What opening it asks for.
    pub fn opens(&self) -> Option<Action> {
        match self {
            Self::Continue(_) => Some(Action::Continue),
            Self::Course(course) => course.ready.then(|| Action::GoOn(course.id.clone())),
            Self::Ready(scenario, _) => Some(Action::Open(scenario.id.clone())),
            Self::Broken(..) => None,
        }
    }
}

/// The cards in the order they are shown.
pub fn items(view: &View) -> Vec<Item<'_>> {
    let mut items: Vec<_> = view.unfinished.iter().map(Item::Continue).collect();
    items.extend(view.courses.iter().map(Item::Course));
    let entries = match &view.library {
        Library::Found(entries) => entries.as_slice(),
        Library::Missing { .. } | Library::Empty { .. } => &[],
    };
    let mut numbers = 1..=9;
    for (place, entry) in entries.iter().enumerate() {
        items.push(match entry {
            Entry::Ready(scenario) => Item::Ready(scenario, numbers.next()),
            Entry::Broken(file) => Item::Broken(file, place),
        });
    }
    items
}

/// Draws the cards; `footed` where the button to go on stands in a foot below them.
pub fn list(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState, footed: bool) -> Option<Action> {
    ui.spacing_mut().item_spacing.y = 12.0;
    let mut action = no_library(ui, words, &view.library);
    let mut headed = "";
    for (index, item) in items(view).into_iter().enumerate() {
        let head = match item {
            Item::Continue(_) => "",
            Item::Course(_) => "menu-courses",
            Item::Ready(..) | Item::Broken(..) => "menu-choose",
        };
        if headed != head {
            headed = head;
            heading(ui, &words.text(head));
        }
        let selected = state.selected == index;
        let top = ui.cursor().top();
        let asked = match item {
            Item::Continue(unfinished) => continue_card(ui, words, unfinished, selected, footed),
            Item::Course(course) => course_card(ui, words, course, selected, state, index),
            Item::Ready(scenario, number) => ready_card(ui, words, scenario, number, selected, state, index),
            Item::Broken(file, place) => {
                if broken(ui, words, file, selected, state, place).gained_focus() {
                    state.selected = index;
                }
                None
            }
        };
        if selected && state.reveal {
            state.reveal = false;
            let mut rect = ui.min_rect();
            rect.set_top(top);
            rect.set_bottom(ui.cursor().top());
            reveal(ui, rect);
        }
        action = action.or(asked);
    }
    action
}

/// Goes on with what was left; with `key` where Enter does that.
pub fn continue_button(ui: &mut Ui, words: &Words, key: bool) -> Option<Action> {
    let key = if key { "↵" } else { "" };
    primary_button(ui, &words.text("menu-continue"), key).clicked().then_some(Action::Continue)
}

fn continue_card(ui: &mut Ui, words: &Words, unfinished: &Unfinished, selected: bool, footed: bool) -> Option<Action> {
    let kind = if selected { Surface::Accent } else { Surface::Plain };
    surface(ui, kind, |ui| {
        note(ui, &words.text("menu-unfinished"));
        let ink = tokens(ui).ink;
        line(ui, &unfinished.title, fonts::semibold(20.0), ink);
        let decisions = words.format(
            "menu-unfinished-decisions",
            &[("customer", (&unfinished.customer).into()), ("n", unfinished.decisions.into())],
        );
        let when = if unfinished.when.is_empty() { decisions } else { format!("{decisions} · {}", unfinished.when) };
        note(ui, &when);
        if let Some(why) = &unfinished.unreadable {
            note(ui, why);
        }
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let going_on = if footed { None } else { continue_button(ui, words, selected) };
            let afresh = secondary_button(ui, &words.text("menu-afresh"), "").clicked();
            going_on.or(afresh.then_some(Action::StartAfresh))
        })
        .inner
    })
    .inner
}

fn course_card(
    ui: &mut Ui,
    words: &Words,
    course: &Course,
    selected: bool,
    state: &mut UiState,
    index: usize,
) -> Option<Action> {
    let (done, all) = course.done;
    let progress = words.format("menu-course-progress", &[("done", done.into()), ("all", all.into())]);
    let name = format!("{}. {progress}. {}", course.title, course.next);
    let response = choice_card(ui, &name, None, selected, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let ink = tokens(ui).ink;
        line(ui, &course.title, fonts::semibold(fonts::HEADING), ink);
        // In a narrow window what comes next, and how to begin it, is worth more than the room this takes.
        let about = if ui.available_width() < 600.0 { note } else { body };
        about(ui, &course.about);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            chip(ui, &if done > 0 { Chip::on(progress) } else { Chip::new(progress) });
        });
        note(ui, &course.next);
        if course.ready {
            let accent = tokens(ui).accent;
            let does = words.text(if done > 0 { "menu-course-go-on" } else { "menu-course-begin" });
            line(ui, &format!("{does} →"), fonts::semibold(fonts::BODY), accent);
        }
    });
    if response.gained_focus() {
        state.selected = index;
    }
    (response.clicked() && course.ready).then(|| Action::GoOn(course.id.clone()))
}

fn ready_card(
    ui: &mut Ui,
    words: &Words,
    scenario: &Scenario,
    number: Option<usize>,
    selected: bool,
    state: &mut UiState,
    index: usize,
) -> Option<Action> {
    let name = match &scenario.unreadable {
        Some(why) => format!("{}. {why}", scenario.title),
        None => scenario.title.clone(),
    };
    let response = choice_card(ui, &name, number, selected, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        bust::beside(ui, scenario.portrait.as_deref(), 84.0, |ui| {
            let ink = tokens(ui).ink;
            line(ui, &scenario.title, fonts::semibold(fonts::HEADING), ink);
            let customer = words.format("menu-customer", &[("name", (&scenario.customer).into())]);
            note(ui, &customer);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                for text in facts(words, scenario) {
                    chip(ui, &Chip::new(text));
                }
                if scenario.finished > 0 {
                    let done = words.format("menu-finished", &[("n", scenario.finished.into())]);
                    chip(ui, &Chip::on(done));
                }
            });
        });
        if let Some(why) = &scenario.unreadable {
            note(ui, why);
        }
    });
    if response.gained_focus() {
        state.selected = index;
    }
    response.clicked().then(|| Action::Open(scenario.id.clone()))
}

fn facts(words: &Words, scenario: &Scenario) -> Vec<String> {
    let length = match scenario.minutes {
        Some(minutes) => words.format("menu-minutes", &[("n", minutes.into())]),
        None => words.format("menu-beats", &[("n", scenario.beats.into())]),
    };
    [scenario.sector.clone(), length, scenario.language.clone()].into_iter().filter(|text| !text.is_empty()).collect()
}

/// The one sentence for a folder that is not there or has nothing in it.
fn no_library(ui: &mut Ui, words: &Words, library: &Library) -> Option<Action> {
    let (title, text, folder) = match library {
        Library::Found(_) => return None,
        Library::Missing { folder } => ("menu-folder-missing", "menu-folder-missing-help", folder),
        Library::Empty { folder } => ("menu-folder-empty", "menu-folder-empty-help", folder),
    };
    surface(ui, Surface::Warning, |ui| {
        heading(ui, &words.text(title));
        body(ui, &words.format(text, &[("folder", folder.into())]));
        secondary_button(ui, &words.text("menu-look-again"), "").clicked().then_some(Action::LookAgain)
    })
    .inner
}
