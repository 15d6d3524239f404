//! The folder that the menu shows: read when the menu is opened, and whenever something in it changes.

use bevy::prelude::*;

use super::Screen;
use crate::game::desk::{Desk, Places};
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::game::watch::{Look, Watcher};
use crate::library;

pub fn plugin(app: &mut App) {
    app.init_resource::<Folder>();
    app.add_systems(OnEnter(Screen::Menu), look_again);
    app.add_systems(PreUpdate, follow.run_if(in_state(Screen::Menu).and_then(resource_exists::<Watcher>)));
}

/// The first look at the folder that the menu shows, until whoever watches it takes over.
#[derive(Resource, Default)]
struct Folder(Option<Look>);

/// Looks at the folder before it is read, so that nothing that is saved in between is missed.
fn look_again(settings: Res<Settings>, mut desk: ResMut<Desk>, mut folder: ResMut<Folder>) {
    let Places { scenarios, open, .. } = &desk.places;
    folder.0 =
        Some(Look::at_all(open.iter().cloned().collect(), vec![scenarios.clone(), scenarios.join(library::COURSES)]));
    desk.trainee = settings.trainee();
    desk.look_again();
}

/// Whatever is saved, added or taken away in the folder while the menu is open is seen there at once.
fn follow(watcher: Res<Watcher>, mut folder: ResMut<Folder>, mut desk: ResMut<Desk>, mut moving: ResMut<Moving>) {
    if let Some(first) = folder.0.take() {
        // What is still to be told is of the files that were open before.
        let _ = watcher.news();
        watcher.watch(first);
    } else if watcher.news().is_some() {
        desk.look_again();
        moving.changed();
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, Instant};

    use bevy::state::app::StatesPlugin;

    use super::*;
    use crate::game::menu::{Entry, Library};
    use crate::game::wiring::menu::view;

    const TEXT: &str = include_str!("../../../scenarios/wrong-form.ron");

    #[test]
    fn a_file_that_is_added_broken_or_saved_shows_while_the_menu_is_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| folder.path().join(name);
        fs::write(file("first.ron"), TEXT).expect("written");
        let places = Places { scenarios: folder.path().to_owned(), data: file("data"), open: None };
        let mut app = App::new();
        app.add_plugins(StatesPlugin);
        app.insert_state(Screen::Menu);
        app.init_resource::<Folder>().init_resource::<Moving>();
        app.insert_resource(Settings::default());
        app.insert_resource(Desk::new(places));
        app.insert_resource(Watcher::new(Duration::from_millis(20), || {}));
        app.add_systems(OnEnter(Screen::Menu), look_again);
        app.add_systems(PreUpdate, follow);
        app.update();
        // Titles of what can be played, and how many files cannot.
        let shown = |app: &App| {
            let view = view(app.world().resource::<Desk>(), &Settings::default(), |_, _| None);
            let Library::Found(entries) = view.library else { panic!("there is a folder") };
            let titles = entries.iter().filter_map(|entry| match entry {
                Entry::Ready(scenario) => Some(scenario.title.clone()),
                Entry::Broken(_) => None,
            });
            let titles: Vec<String> = titles.collect();
            let broken = entries.len() - titles.len();
            (titles.join(", "), broken)
        };
        let until = |app: &mut App, titles: &str, broken: usize| {
            let patience = Instant::now() + Duration::from_secs(20);
            while shown(app) != (titles.to_owned(), broken) {
                assert!(Instant::now() < patience, "{titles}, {broken} is not {:?}", shown(app));
                std::thread::sleep(Duration::from_millis(5));
                app.update();
            }
        };
        assert_eq!(shown(&app), ("The wrong form".to_owned(), 0));
        fs::write(file("second.ron"), TEXT.replace("\"The wrong form\"", "\"The green form\"")).expect("written");
        until(&mut app, "The wrong form, The green form", 0);
        fs::write(file("second.ron"), "Scenario(").expect("written");
        until(&mut app, "The wrong form", 1);
        fs::remove_file(file("second.ron")).expect("removed");
        fs::write(file("first.ron"), TEXT.replace("\"The wrong form\"", "\"Nine pages\"")).expect("written");
        until(&mut app, "Nine pages", 0);
    }
}
