//! A scenario that is rewritten while the window is open on it: it is read again, and the conversation goes on as far as it holds.

mod card;
mod files;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::conversation::Conversation;
use super::{Chosen, Screen};
use crate::attempt::{Mode, Opening};
use crate::diag::Source;
use crate::game::desk::Desk;
use crate::game::rewriting::Trouble;
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::game::watch::{BETWEEN_LOOKS, Look, News, Watcher};
use crate::library::{self, Entry};
use files::{read_beside, told_now, watched};

pub fn plugin(app: &mut App) {
    app.init_resource::<Rewriting>();
    app.add_systems(Startup, keep_watch);
    app.add_systems(OnEnter(Screen::Menu), (forget, let_go).chain());
    app.add_systems(OnEnter(Screen::Briefing), forget);
    app.add_systems(PreUpdate, follow.run_if(resource_exists::<Watcher>.and_then(not(in_state(Screen::Menu)))));
    card::plugin(app);
}

/// What is known of the files that are open.
#[derive(Resource, Default)]
pub struct Rewriting {
    /// The scenario's file, while it is watched.
    file: Option<PathBuf>,
    /// The language in which it is told on screen.
    language: String,
    /// Its text when it was last taken in.
    taken_in: Option<Arc<Source>>,
    /// The text of the translation that it was told in then; none where it was told in its own words, or that is not known.
    told_from: Option<Arc<Source>>,
    /// Why the text cannot be played as it is now.
    trouble: Option<Trouble>,
    /// Whether somebody folded the card that tells it, or unfolded it; none where it is as the window has room for it.
    unfolded: Option<bool>,
    /// Whether the card was unfolded when it was last drawn.
    drawn_unfolded: bool,
    /// A quiet line, the screen it belongs to, and after how many decisions.
    said: Option<(String, Screen, usize)>,
}

impl Rewriting {
    /// A conversation is tried again on another text, on which `lost` decisions do not hold and `held` do.
    pub fn lost(&mut self, desk: &Desk, lost: usize, held: usize) {
        if lost > 0 {
            self.said = Some((back(desk, lost), Screen::Conversation, held));
        }
    }

    /// What keeps the text from being played now. The card stays folded, or unfolded, until there is nothing to tell any more.
    fn tell(&mut self, trouble: Option<Trouble>) {
        self.unfolded = self.unfolded.filter(|_| trouble.is_some());
        self.trouble = trouble;
    }

    fn line(&self, screen: Screen, decisions: usize) -> Option<&str> {
        let (line, on, after) = self.said.as_ref()?;
        let there = *on == screen && (screen != Screen::Conversation || *after == decisions);
        there.then_some(line)
    }
}

fn back(desk: &Desk, lost: usize) -> String {
    desk.words.format("rewriting-back", &[("n", lost.into())])
}

/// Only a window has somebody who rewrites what it shows.
fn keep_watch(mut commands: Commands, window: Option<Res<EventLoopProxyWrapper>>) {
    if let Some(window) = window {
        let proxy = (**window).clone();
        commands.insert_resource(Watcher::new(BETWEEN_LOOKS, move || {
            // A window that is gone has nothing to be woken for.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }));
    }
}

fn forget(mut rewriting: ResMut<Rewriting>) {
    rewriting.said = None;
}

/// The menu looks at its whole folder, and no file is open.
fn let_go(mut rewriting: ResMut<Rewriting>) {
    rewriting.file = None;
    rewriting.tell(None);
}

/// The file of the scenario on screen; none where there is none, and in an assessment, which goes on as it began.
fn file_on_screen(
    desk: &Desk,
    screen: Screen,
    chosen: &Chosen,
    conversation: Option<&Conversation>,
) -> Option<PathBuf> {
    match screen {
        Screen::Menu | Screen::Live | Screen::Sheet => return None,
        Screen::Conversation => {
            let playing = &conversation?.playing;
            if playing.keeper().mode() == Mode::Assessment && playing.now().state.ending.is_none() {
                return None;
            }
        }
        Screen::Briefing | Screen::Debrief | Screen::Facilitator => {}
    }
    let mut entries = desk.library.iter().flatten();
    let named = entries.find(|entry| entry.source.name == chosen.source.name);
    named.or_else(|| desk.entry(&chosen.whole.id).map(|(entry, _)| entry)).map(|entry| entry.path.clone())
}

/// Watches what is on screen, and takes in what is news.
fn follow(
    screen: Res<State<Screen>>,
    watcher: Res<Watcher>,
    settings: Res<Settings>,
    mut desk: ResMut<Desk>,
    mut chosen: Option<ResMut<Chosen>>,
    mut conversation: Option<ResMut<Conversation>>,
    mut rewriting: ResMut<Rewriting>,
    mut moving: ResMut<Moving>,
) {
    if conversation.as_ref().is_some_and(|conversation| conversation.is_keeping()) {
        return;
    }
    let file = chosen.as_ref().and_then(|chosen| file_on_screen(&desk, *screen.get(), chosen, conversation.as_deref()));
    let another = rewriting.file != file;
    if another {
        rewriting.language = chosen.as_ref().map(|chosen| desk.going_on_in(&chosen.whole)).unwrap_or_default();
        watcher.watch(Look::at(file.as_deref().map(|file| watched(file, &rewriting.language)).unwrap_or_default()));
        rewriting.tell(None);
        rewriting.told_from = None;
        // An attempt that is gone on with is played on the text it began with, whatever its file says by now.
        let own = |chosen: &Chosen, file: &Path| chosen.source.name == file.display().to_string();
        let on_screen = chosen.as_ref().zip(file.as_ref()).filter(|(chosen, file)| own(chosen, file));
        rewriting.taken_in = on_screen.map(|(chosen, _)| Arc::clone(&chosen.source));
        rewriting.file = file;
    }
    let news = if another { Some(News::Settled) } else { watcher.news() };
    let (Some(news), Some(file), Some(chosen)) = (news, rewriting.file.clone(), chosen.as_mut()) else { return };
    let entry = library::read(&file, &desk.rules);
    let mut findings = Vec::new();
    match told_now(&entry, &rewriting.language, &chosen.whole) {
        Err(wrong) => findings = wrong,
        // Some editors take a file away for a moment before they put the new one there.
        Ok(None) if rewriting.told_from.is_some() && news == News::Changed => {}
        Ok(told_from) => {
            let known = rewriting.taken_in.replace(Arc::clone(&entry.source));
            let told_before = std::mem::replace(&mut rewriting.told_from, told_from);
            let other = |one: Option<&Arc<Source>>, now: Option<&Arc<Source>>| {
                one.map(|one| &one.text) != now.map(|now| &now.text)
            };
            let rewritten =
                other(known.as_ref(), Some(&entry.source)) || other(told_before.as_ref(), rewriting.told_from.as_ref());
            if rewritten && !(another && known.is_none()) {
                let conversation = conversation.as_deref_mut();
                let language = rewriting.language.clone();
                let said = take_in(&mut desk, chosen, *screen.get(), conversation, &settings, entry, &language);
                rewriting.said = said.or_else(|| rewriting.said.take());
            }
        }
    }
    let beside = read_beside(&mut desk, &chosen.whole, &file);
    // What stood beside the scenario when it was opened is for `amends check` to tell.
    findings.extend(beside.into_iter().filter(|_| !another));
    if findings.is_empty() || news == News::Settled {
        rewriting.tell(Trouble::of(&findings));
    }
    moving.changed();
}

/// The scenario is another from now on, or told in other words. Answers what to say of it.
fn take_in(
    desk: &mut Desk,
    chosen: &mut Chosen,
    screen: Screen,
    conversation: Option<&mut Conversation>,
    settings: &Settings,
    entry: Entry,
    language: &str,
) -> Option<(String, Screen, usize)> {
    let source = Arc::clone(&entry.source);
    let whole = desk.rewrite(entry, language)?;
    if whole.hash() == chosen.whole.hash() && *whole == *chosen.whole {
        // Only layout and notes: it is the same conversation.
        chosen.source = source;
        return None;
    }
    chosen.rewrite(&whole, &source);
    let played = conversation.filter(|_| matches!(screen, Screen::Conversation | Screen::Debrief));
    let decisions = played.as_ref().map_or(0, |played| played.playing.turns().len());
    let line = match played {
        None => desk.words.text("rewriting-changed"),
        Some(played) if screen == Screen::Debrief || played.playing.now().state.ending.is_some() => {
            desk.words.text("rewriting-after")
        }
        Some(played) => {
            if played.retell(&chosen.scenario) {
                return Some((desk.words.text("rewriting-changed"), screen, decisions));
            }
            let opening = Opening {
                settings: settings.that_help(),
                trainee: settings.trainee(),
                course: chosen.stage.clone().map(|(place, _)| place),
                ..Opening::new(Arc::clone(&chosen.scenario), &source.text, Arc::clone(&desk.rules))
            };
            match desk.again(&played.playing, opening, decisions) {
                Ok((mut again, lost)) => {
                    again.take_the_place_of(&played.playing);
                    played.go_on_as(again);
                    let line = if lost == 0 { desk.words.text("rewriting-changed") } else { back(desk, lost) };
                    return Some((line, screen, decisions - lost));
                }
                Err(why) => why,
            }
        }
    };
    Some((line, screen, decisions))
}
