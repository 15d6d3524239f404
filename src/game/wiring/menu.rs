//! The menu.

use std::sync::Arc;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::conversation::{Conversation, begin};
use super::letters::Letters;
use super::{Chosen, Screen, menu_folder};
use crate::attempt::{Place, fresh_seed};
use crate::course::{self, How, Kind, Progress, State};
use crate::game::desk::Desk;
use crate::game::drawing;
use crate::game::menu::{
    self, Action, Broken, Course, Entry, Library, Problem, Scenario, Speech, UiState, Unfinished, View,
};
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::game::voice::Voice;
use crate::scenario::{Channel, Checked};
use crate::words::{Value, keys};

/// The menu's systems.
pub fn plugin(app: &mut App) {
    app.insert_resource(MenuState::default());
    menu_folder::plugin(app);
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Menu)));
}

#[derive(Resource, Default)]
struct MenuState(UiState);

fn draw(
    mut contexts: EguiContexts,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    mut settings: ResMut<Settings>,
    mut state: ResMut<MenuState>,
    mut letters: ResMut<Letters>,
    voice: Option<ResMut<Voice>>,
    read: Option<Res<AccessibilityRequested>>,
    mut next: ResMut<NextState<Screen>>,
    mut moving: ResMut<Moving>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    let is_read = read.is_some_and(|read| read.get());
    let view = View {
        speech: voice.map(|mut voice| voice.speech(is_read)).unwrap_or_default(),
        ..view(&desk, &settings, |scenario, file| letters.say(&ctx, &desk, scenario, file))
    };
    let action = drawing::screen(&mut contexts, settings.theme, |ui| menu::show(ui, &desk.words, &view, &mut state.0))?;
    let Some(action) = action else { return Ok(()) };
    moving.changed();
    match action {
        Action::Open(id) => {
            if let Some((entry, scenario)) = desk.entry(&id) {
                commands.insert_resource(Chosen::new(scenario, &entry.source));
                next.set(Screen::Briefing);
            }
        }
        Action::GoOn(id) => go_on(&id, &mut desk, &settings, &mut commands, &mut next),
        Action::Continue => match desk.resume() {
            Ok(playing) => {
                if let Some((whole, source)) = desk.left_at.clone() {
                    let scenario = Arc::clone(playing.session().scenario());
                    commands.insert_resource(Chosen { scenario, whole, source, stage: None });
                }
                begin(&mut commands, &mut next, Conversation::new(playing));
            }
            Err(why) => desk.notices.push(why),
        },
        Action::StartAfresh => {
            if let Some(chosen) = afresh(&desk) {
                commands.insert_resource(chosen);
                next.set(Screen::Briefing);
            }
        }
        Action::LookAgain => desk.look_again(),
        Action::SetTextSize(percent) => settings.text_percent = percent,
        Action::SetReducedMotion(reduced) => settings.reduced_motion = reduced,
        Action::SetWordsAtOnce(at_once) => settings.words_at_once = at_once,
        Action::SetTimers(on) => settings.timers = on,
        Action::SetTheme(theme) => settings.theme = theme,
        Action::SetFullScreen(full) => settings.full_screen = full,
        Action::SetSpeed(speed) => settings.speed = speed,
        Action::SetKeepLines(keep) => settings.keep_lines = keep,
        Action::SetSpeak(speak) => settings.speak = speak,
        Action::SetVolume(volume) => settings.volume = volume,
        Action::SetLanguage(language) => {
            settings.language = language;
            desk.speak(language);
        }
        Action::SetCohort(name) => desk.train_with(&name),
        Action::SetAskAboutWork(ask) => settings.ask_about_work = ask,
        Action::SetTrainee(name) => {
            settings.trainee = name;
            desk.seat(settings.trainee());
        }
        Action::Quit => {
            exit.write(AppExit::Success);
        }
    }
    settings.write(&desk.places.data);
    Ok(())
}

/// The conversation of the unfinished attempt, as it is written now where it still is in the folder.
fn afresh(desk: &Desk) -> Option<Chosen> {
    let attempt = desk.unfinished.as_ref()?;
    let stage = attempt.start.course.clone().map(|place| (place, attempt.start.mode));
    let chosen = match desk.entry(&attempt.start.scenario) {
        Some((entry, scenario)) => Chosen::new(scenario, &entry.source),
        None => desk.left_at.as_ref().map(|(scenario, source)| Chosen::new(scenario, source))?,
    };
    Some(Chosen { stage, ..chosen })
}

/// When an attempt was begun, in words.
pub fn begun(desk: &Desk, when: Timestamp) -> String {
    let (when, now) = (when.to_zoned(TimeZone::system()), Timestamp::now().to_zoned(TimeZone::system()));
    let (day, time) = (when.date().to_string(), when.strftime("%H:%M").to_string());
    let time = ("time", Value::Text(&time));
    if when.date() == now.date() {
        desk.words.format("menu-begun-today", &[time])
    } else {
        desk.words.format("menu-begun", &[("day", Value::Text(&day)), time])
    }
}

/// The next stage of a course: its briefing, or the example to read.
fn go_on(id: &str, desk: &mut Desk, settings: &Settings, commands: &mut Commands, next: &mut NextState<Screen>) {
    let Some((course, progress)) = desk.course(id, settings.trainee().as_deref()) else { return };
    let Some(stage) = progress.next().map(|standing| standing.stage.clone()) else { return };
    let play = stage.play.clone().or_else(|| course.drawn(fresh_seed()).map(str::to_owned)).unwrap_or_default();
    let Some((entry, scenario)) = desk.entry(&play) else {
        let gone = desk.words.format("notice-course-gone", &[("id", Value::Text(&play))]);
        return desk.notices.push(gone);
    };
    let place = Place { course: course.id.clone(), stage: stage.id };
    if stage.kind != Kind::Step(How::Example) {
        let stage = Some((place, stage.kind.mode()));
        commands.insert_resource(Chosen { stage, ..Chosen::new(scenario, &entry.source) });
        return next.set(Screen::Briefing);
    }
    let (scenario, source) = (Arc::clone(scenario), Arc::clone(&entry.source));
    let whole = Arc::clone(&scenario);
    match desk.example(&whole, &source, settings.trainee(), place) {
        Ok(playing) => {
            commands.insert_resource(Chosen { scenario, whole, source, stage: None });
            commands.insert_resource(Conversation::new(playing).to_be_read());
            next.set(Screen::Debrief);
        }
        Err(why) => desk.notices.push(why),
    }
}

fn course_view(desk: &Desk, course: &course::Course, trainee: Option<&str>) -> Course {
    let progress = Progress::of(course, &desk.attempts, trainee, Timestamp::now());
    let title = |play: Option<&String>| match play {
        None => desk.words.text("course-by-chance"),
        Some(id) => desk.entry(id).map_or_else(|| id.clone(), |(_, scenario)| scenario.title.clone()),
    };
    let mut ready = false;
    let next = match progress.next() {
        None => desk.words.text("menu-course-done"),
        Some(standing) => {
            let title = title(standing.stage.play.as_ref());
            let title = ("title", Value::Text(&title));
            if let State::Waits(when) = standing.state {
                let day = when.to_zoned(TimeZone::system()).date().to_string();
                desk.words.format("menu-course-waits", &[title, ("day", Value::Text(&day))])
            } else {
                ready = true;
                let kind = desk.words.text(keys::stage(standing.stage.kind));
                let next = desk.words.format("menu-course-next", &[("kind", Value::Text(&kind)), title]);
                if standing.seen { format!("{next}. {}", desk.words.text("menu-course-seen")) } else { next }
            }
        }
    };
    let (title, about) = course.told_in(desk.language.tag());
    Course {
        id: course.id.clone(),
        title: title.to_owned(),
        about: about.to_owned(),
        done: (progress.done(), progress.stages.len()),
        next,
        ready,
    }
}

/// The menu as things stand; `unreadable` says of a conversation from a file what of it cannot be read here.
pub fn view(desk: &Desk, settings: &Settings, mut unreadable: impl FnMut(&Checked, &str) -> Option<String>) -> View {
    let folder = desk.places.scenarios.display().to_string();
    let library = match &desk.library {
        Ok(entries) => Library::Found(entries.iter().map(|entry| entry_view(desk, entry, &mut unreadable)).collect()),
        Err(_) if desk.places.scenarios.is_dir() => Library::Empty { folder },
        Err(_) => Library::Missing { folder },
    };
    let unfinished = desk.unfinished.as_ref().and_then(|attempt| {
        let (scenario, source) = desk.left_at.as_ref()?;
        Some(Unfinished {
            title: scenario.title.clone(),
            customer: scenario.customer.name.clone(),
            decisions: attempt.decisions.len(),
            when: begun(desk, attempt.start.started),
            unreadable: unreadable(scenario, &source.name),
        })
    });
    let trainee = settings.trainee();
    let courses = desk.courses.iter().map(|course| course_view(desk, course, trainee.as_deref())).collect();
    View {
        courses,
        library,
        unfinished,
        cohort: desk.cohort.clone(),
        notices: desk.notices.clone(),
        settings: settings.clone(),
        speech: Speech::default(),
        sounds: cfg!(feature = "sound"),
    }
}

fn entry_view(
    desk: &Desk,
    entry: &crate::library::Entry,
    unreadable: &mut impl FnMut(&Checked, &str) -> Option<String>,
) -> Entry {
    match entry.scenario.as_ref().map(|own| desk.told(entry).unwrap_or(own)) {
        Ok(scenario) => Entry::Ready(Scenario {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            sector: sector(desk, scenario),
            customer: scenario.customer.name.clone(),
            portrait: begins_face_to_face(scenario).then(|| Box::new(scenario.customer.portrait.clone())),
            minutes: desk.minutes.get(scenario.hash()).copied(),
            beats: scenario.beats.len(),
            language: language(desk, scenario),
            finished: desk.finished.iter().filter(|hash| **hash == scenario.hash()).count(),
            unreadable: unreadable(scenario, &entry.source.name),
        }),
        Err(findings) => Entry::Broken(Broken {
            title: None,
            file: entry.source.name.clone(),
            problems: findings
                .iter()
                .map(|finding| Problem {
                    place: finding.place().map(|place| (place.line, place.column)),
                    what: finding.title.clone(),
                    help: [&finding.why, &finding.help].into_iter().flatten().cloned().collect::<Vec<_>>().join(" "),
                })
                .collect(),
        }),
    }
}

/// Whether the customer is in front of the trainee when it begins.
fn begins_face_to_face(scenario: &Checked) -> bool {
    scenario.beats.get(&scenario.start).is_some_and(|beat| scenario.channel(beat) == Channel::FaceToFace)
}

/// A language by its own name, where it is one that Amends ships words for; else by the interface's name for it; else by its tag.
pub fn language(desk: &Desk, scenario: &Checked) -> String {
    let known = |kind| desk.words.known(kind, &scenario.language);
    known("language").or_else(|| known("tongue")).unwrap_or_else(|| scenario.language.clone())
}

/// Where a scenario plays, in the interface's language where it has a word for it.
pub fn sector(desk: &Desk, scenario: &Checked) -> String {
    desk.words.known("sector", &scenario.sector).unwrap_or_else(|| scenario.sector.clone())
}
