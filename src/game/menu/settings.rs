//! The settings of the menu: the language first, which must be found by who cannot read the rest, then in groups how it looks, how
//! fast it goes and what is to be heard, and who plays. One group is unfolded at a time, so that the settings never become a wall.

use bevy_egui::egui::{Stroke, TextEdit, Ui, vec2};

use super::keys::stepped;
use super::view::{Action, Group, Language, MAX_TEXT, MIN_TEXT, Settings, Speech, Speed, Theme, UiState, View};
use crate::game::sounds;
use crate::game::theme::widgets::{Chip, card, chip_button, choices, fold, icon_button, line, note, switch};
use crate::game::theme::{fonts, tokens};
use crate::words::{Value, Words};

/// The longest name that is taken, in characters.
const NAME: usize = 60;

/// The settings beside the list.
pub fn settings(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        groups(ui, words, view, state)
    })
    .inner
}

/// The button that unfolds the settings where they have no room beside the list.
pub fn settings_button(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) {
    let shown = Chip { text: words.text("menu-settings"), on: state.settings, leads: false };
    let response = chip_button(ui, &shown);
    let settings = &view.settings;
    let holds = format!("{} · {}", words.text(settings.language.key()), holds(words, view, Group::Looks));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(state.settings);
        node.set_description(holds);
    });
    if response.clicked() {
        state.settings = !state.settings;
        ui.ctx().request_repaint();
    }
}

/// The settings above the list, while they are unfolded.
pub fn unfolded(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    if !state.settings {
        return None;
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        groups(ui, words, view, state)
    })
    .inner
}

fn groups(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let settings = &view.settings;
    let mut action =
        one_of(ui, words, "menu-language", &Language::ALL, settings.language, Language::key, Action::SetLanguage);
    for group in [Group::Looks, Group::Pace, Group::You] {
        let open = state.group == Some(group);
        ui.add_space(2.0);
        let top = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), top, Stroke::new(1.0, tokens(ui).line));
        if fold(ui, &words.text(name(group)), &holds(words, view, group), open).clicked() {
            state.group = (!open).then_some(group);
            ui.ctx().request_repaint();
        }
        if open {
            let asked = match group {
                Group::Looks => looks(ui, words, settings),
                Group::Pace => {
                    let asked = pace(ui, words, settings);
                    asked.or(hearing(ui, words, view))
                }
                Group::You => {
                    let named = trainee(ui, words, settings, state);
                    let about_work = explained(ui, words, "menu-voice-note", |ui| {
                        on_or_off(ui, words, "menu-voice", settings.ask_about_work, Action::SetAskAboutWork)
                    });
                    let group = cohort(ui, words, view, state);
                    named.or(group).or(about_work)
                }
            };
            action = action.or(asked);
        }
    }
    action
}

fn looks(ui: &mut Ui, words: &Words, settings: &Settings) -> Option<Action> {
    let size = text_size(ui, words, settings.text_percent);
    let theme = one_of(ui, words, "menu-theme", &Theme::ALL, settings.theme, theme, Action::SetTheme);
    let motion = on_or_off(ui, words, "menu-reduced-motion", settings.reduced_motion, Action::SetReducedMotion);
    let full = on_or_off(ui, words, "menu-full-screen", settings.full_screen, Action::SetFullScreen);
    size.or(theme).or(motion).or(full)
}

fn pace(ui: &mut Ui, words: &Words, settings: &Settings) -> Option<Action> {
    let speed = one_of(ui, words, "menu-speed", &Speed::ALL, settings.speed, speed, Action::SetSpeed);
    let whole = on_or_off(ui, words, "menu-words-at-once", settings.words_at_once, Action::SetWordsAtOnce);
    let kept = explained(ui, words, "menu-keep-lines-note", |ui| {
        on_or_off(ui, words, "menu-keep-lines", settings.keep_lines, Action::SetKeepLines)
    });
    let timers = explained(ui, words, "menu-timers-note", |ui| {
        on_or_off(ui, words, "menu-timers", settings.timers, Action::SetTimers)
    });
    speed.or(whole).or(kept).or(timers)
}

fn hearing(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let spoken = ui
        .scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let set = on_or_off(ui, words, "menu-speak", view.settings.speak, Action::SetSpeak);
            note(ui, &about_speech(words, &view.speech));
            set
        })
        .inner;
    let volume = if view.sounds { volume(ui, words, view.settings.volume) } else { None };
    spoken.or(volume)
}

fn about_speech(words: &Words, speech: &Speech) -> String {
    let about = |key, program: &str| words.format(key, &[("program", Value::Text(program))]);
    match speech {
        Speech::Ready => words.text("menu-speak-note"),
        Speech::Read => words.text("menu-speak-read"),
        Speech::Missing { program } => about("menu-speak-missing", program),
        Speech::Failed { program } => about("menu-speak-failed", program),
    }
}

fn volume(ui: &mut Ui, words: &Words, now: u8) -> Option<Action> {
    let less = Step { key: "menu-volume-softer", possible: now > 0 };
    let more = Step { key: "menu-volume-louder", possible: now < sounds::LOUDEST };
    let stepped = explained(ui, words, "menu-volume-note", |ui| {
        stepper(ui, words, "menu-volume", &percent(words, now.into()), [less, more])
    });
    stepped.map(|louder| Action::SetVolume(sounds::stepped(now, louder)))
}

fn name(group: Group) -> &'static str {
    match group {
        Group::Looks => "menu-group-looks",
        Group::Pace => "menu-group-pace",
        Group::You => "menu-group-you",
    }
}

/// What is set in a group, in a few words.
fn holds(words: &Words, view: &View, group: Group) -> String {
    let settings = &view.settings;
    match group {
        Group::Looks => format!("{} · {}", percent(words, settings.text_percent), words.text(theme(settings.theme))),
        Group::Pace => {
            let speed = words.text(speed(settings.speed));
            if settings.speak { format!("{speed} · {}", words.text("menu-sounds-spoken")) } else { speed }
        }
        Group::You => {
            let who = [settings.trainee(), view.cohort.clone()];
            who.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    }
}

fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Day => "menu-theme-day",
        Theme::Night => "menu-theme-night",
        Theme::HighContrast => "menu-theme-contrast",
    }
}

fn speed(speed: Speed) -> &'static str {
    match speed {
        Speed::Slow => "menu-speed-slow",
        Speed::Normal => "menu-speed-normal",
        Speed::Fast => "menu-speed-fast",
    }
}

fn percent(words: &Words, percent: u16) -> String {
    words.format("menu-percent", &[("n", usize::from(percent).into())])
}

/// One of several, under the name of `key`.
fn one_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    words: &Words,
    key: &str,
    all: &[T],
    now: T,
    name: fn(T) -> &'static str,
    ask: fn(T) -> Action,
) -> Option<Action> {
    let names: Vec<String> = all.iter().map(|one| words.text(name(*one))).collect();
    let chosen = choices(ui, &words.text(key), &names, all.iter().position(|one| *one == now))?;
    all.get(chosen).map(|one| ask(*one))
}

fn on_or_off(ui: &mut Ui, words: &Words, key: &str, now: bool, ask: fn(bool) -> Action) -> Option<Action> {
    let mut on = now;
    switch(ui, &mut on, &words.text(key)).changed().then(|| ask(on))
}

/// A setting with a sentence about it.
fn explained<R>(ui: &mut Ui, words: &Words, key: &str, setting: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let set = setting(ui);
        note(ui, &words.text(key));
        set
    })
    .inner
}

fn text_size(ui: &mut Ui, words: &Words, now: u16) -> Option<Action> {
    let less = Step { key: "menu-text-smaller", possible: now > MIN_TEXT };
    let more = Step { key: "menu-text-larger", possible: now < MAX_TEXT };
    let larger = stepper(ui, words, "menu-text-size", &percent(words, now), [less, more])?;
    let wanted = stepped(now, if larger { 1 } else { -1 });
    (wanted != now).then_some(Action::SetTextSize(wanted))
}

/// A button that changes a number.
struct Step {
    /// The key of its name.
    key: &'static str,
    /// Whether the number goes on in this direction.
    possible: bool,
}

/// A number between the buttons that make it less and more; whether it is to be more, where one was pressed.
fn stepper(ui: &mut Ui, words: &Words, name: &str, now: &str, [less, more]: [Step; 2]) -> Option<bool> {
    let mut wanted = None;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 36.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            let ink = tokens(ui).ink;
            line(ui, &words.text(name), fonts::regular(fonts::BODY), ink);
            ui.add_enabled_ui(less.possible, |ui| {
                if icon_button(ui, "−", &words.text(less.key)).clicked() {
                    wanted = Some(false);
                }
            });
            line(ui, now, fonts::semibold(fonts::BODY), ink);
            ui.add_enabled_ui(more.possible, |ui| {
                if icon_button(ui, "+", &words.text(more.key)).clicked() {
                    wanted = Some(true);
                }
            });
        });
    });
    wanted
}

fn trainee(ui: &mut Ui, words: &Words, settings: &Settings, state: &mut UiState) -> Option<Action> {
    let keys = Keys { name: "menu-trainee", hint: "menu-trainee-hint", about: "menu-trainee-note" };
    field(ui, words, &keys, &settings.trainee, &mut state.name).map(Action::SetTrainee)
}

fn cohort(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let keys = Keys { name: "menu-cohort", hint: "menu-cohort-hint", about: "menu-cohort-note" };
    let now = view.cohort.clone().unwrap_or_default();
    field(ui, words, &keys, &now, &mut state.cohort).map(Action::SetCohort)
}

/// The keys of what a field is called, of what stands in it while it is empty, and of a sentence about it.
struct Keys {
    name: &'static str,
    hint: &'static str,
    about: &'static str,
}

/// A name to be written, with what is written in it so far; what it is now, where it was changed.
fn field(ui: &mut Ui, words: &Words, keys: &Keys, now: &str, draft: &mut Option<String>) -> Option<String> {
    let ink = tokens(ui).ink;
    let label = line(ui, &words.text(keys.name), fonts::regular(fonts::BODY), ink);
    let mut name = draft.clone().unwrap_or_else(|| now.to_owned());
    let field = TextEdit::singleline(&mut name)
        .char_limit(NAME)
        .margin(vec2(12.0, 8.0))
        .hint_text(words.text(keys.hint))
        .desired_width(ui.available_width());
    let response = ui.add(field).labelled_by(label.id);
    note(ui, &words.text(keys.about));
    let changed = response.changed();
    *draft = response.has_focus().then(|| name.clone());
    changed.then_some(name)
}
