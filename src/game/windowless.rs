//! The whole game without a window: the same screens, systems and files. Tests give it what a keyboard, a mouse or a screen reader
//! would, and read what it shows under the names that a screen reader reads.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::Duration;

use bevy::prelude::*;
use bevy::state::app::StatesPlugin;
use bevy::time::{TimePlugin, TimeUpdateStrategy};
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::epaint::ClippedShape;
use bevy_egui::egui::{self, Event, Key, Modifiers, pos2, vec2};
use bevy_egui::{
    EguiContext, EguiFullOutput, EguiInput, EguiUserTextures, PrimaryEguiContext, run_egui_context_pass_loop_system,
};
use egui_kittest::kittest::{self, NodeT};
use egui_kittest::{EventQueue, Node};
use tempfile::TempDir;

use super::aloud;
use super::desk::{Desk, Places};
use super::drawing;
use super::settings::Settings;
use super::sleep::{Moving, notice_input};
use super::watch::{News, Watcher};
use super::wiring::{self, Screen};

/// A folder with these of the shipped files, as far as they are there.
pub fn folder_with(files: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let scenarios = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for file in files {
        let _ = fs::copy(scenarios.join(file), folder.path().join(file));
    }
    folder
}

/// The game, its folder, and whoever tells it that a file has changed.
pub struct Game {
    pub app: App,
    pub folder: TempDir,
    pub news: Sender<News>,
    /// The window in pixels.
    pub size: (f32, f32),
    pub focused: bool,
    /// Whether it was asked to close.
    pub closed: bool,
    /// What the last picture was drawn with.
    pub shapes: Vec<ClippedShape>,
    seconds: f64,
    points: f32,
    names: Option<kittest::State>,
    asked: EventQueue,
}

impl Game {
    /// The game with the scenarios of a folder; what it keeps lies in `data` there.
    pub fn open(folder: TempDir) -> Self {
        let places = Places { scenarios: folder.path().to_owned(), data: folder.path().join("data"), open: None };
        let (watcher, news) = Watcher::told();
        let mut app = App::new();
        app.add_plugins((TimePlugin, StatesPlugin));
        app.init_resource::<EguiUserTextures>();
        app.init_resource::<Moving>();
        app.add_message::<AppExit>();
        app.insert_resource(Settings::default());
        app.insert_resource(Desk::new(places));
        app.insert_resource(watcher);
        app.add_plugins((drawing::for_any_camera, wiring::plugin));
        app.add_systems(PreUpdate, notice_input);
        app.add_systems(PostUpdate, run_egui_context_pass_loop_system);
        aloud::focus_only_what_is_there(&mut app);
        let context = app.world_mut().spawn((EguiContext::default(), PrimaryEguiContext)).id();
        app.world().get::<EguiContext>(context).expect("a context").clone().get_mut().enable_accesskit();
        let mut game = Self {
            app,
            folder,
            news,
            size: (1280.0, 720.0),
            focused: true,
            closed: false,
            shapes: Vec::new(),
            seconds: 0.0,
            points: 1.0,
            names: None,
            asked: EventQueue::default(),
        };
        game.step(Vec::new(), 0.02);
        game
    }

    pub fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    /// One picture with these events, so many seconds after the last.
    pub fn step(&mut self, events: Vec<Event>, dt: f32) {
        self.seconds += f64::from(dt);
        let (seconds, size, focused) = (self.seconds, self.size, self.focused);
        let world = self.app.world_mut();
        world.insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_secs_f32(dt)));
        let points = drawing::point_size(size.0, size.1, world.resource::<Settings>().text_percent);
        let mut contexts = world.query::<(&mut EguiContext, &mut EguiInput)>();
        let (mut context, mut input) = contexts.single_mut(world).expect("one context");
        context.get_mut().set_zoom_factor(points);
        input.0 = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(pos2(0.0, 0.0), vec2(size.0, size.1) / points)),
            time: Some(seconds),
            predicted_dt: dt,
            focused,
            events,
            ..egui::RawInput::default()
        };
        self.points = points;
        self.app.update();
        self.closed |= self.app.should_exit().is_some();
        let world = self.app.world_mut();
        let output = world.query::<&mut EguiFullOutput>().single_mut(world).expect("one context").take();
        let mut output = output.expect("something was drawn");
        if let Some(update) = output.platform_output.accesskit_update.take() {
            match &mut self.names {
                Some(names) => names.update(update),
                None => self.names = Some(kittest::State::new(update)),
            }
        }
        self.shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
    }

    pub fn press(&mut self, key: Key, modifiers: Modifiers) {
        let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
        self.step(vec![event(true)], 0.02);
        self.step(vec![event(false)], 0.02);
    }

    /// Does what the nodes were asked for, each in a picture of its own.
    pub fn do_what_was_asked(&mut self) {
        let asked = std::mem::take(&mut *self.asked.lock());
        for event in asked {
            self.step(vec![event], 0.02);
        }
        self.step(Vec::new(), 0.02);
    }

    /// Everything that the last picture says, as a screen reader has it.
    pub fn root(&self) -> Node<'_> {
        let names = self.names.as_ref().expect("something was drawn");
        Node::new(names.root(), &self.asked, self.points)
    }

    /// What can be pressed, marked or written into, and has a name that fits.
    pub fn named(&self, fits: impl Fn(&str) -> bool) -> Vec<Node<'_>> {
        let can_be_used = |node: &Node<'_>| {
            matches!(
                node.accesskit_node().role(),
                Role::Button | Role::CheckBox | Role::RadioButton | Role::TextInput | Role::Switch | Role::Tab
            )
        };
        let used = self.root().children_recursive().filter(can_be_used);
        used.filter(|node| node.accesskit_node().label().is_some_and(|name| fits(&name))).collect()
    }

    /// The name of what has the focus.
    pub fn focus(&self) -> Option<String> {
        self.named(|_| true).into_iter().find(Node::is_focused)?.accesskit_node().label()
    }

    /// Whether the picture says these words anywhere.
    pub fn says(&self, words: &str) -> bool {
        self.root().children_recursive().any(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()].into_iter().flatten().any(|text| text.contains(words))
        })
    }

    /// Everything that the picture says, a line each, for whoever reads why a test failed.
    pub fn transcript(&self) -> String {
        let line = |node: Node<'_>| {
            let node = node.accesskit_node();
            let text = node.label().or(node.value()).filter(|text| !text.is_empty())?;
            Some(format!("  {:?} “{text}”\n", node.role()))
        };
        self.root().children_recursive().filter_map(line).collect()
    }
}

/// Hands that do something else each time, and the same again for the same seed.
pub struct Hands(pub u64);

impl Hands {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("it is less than a usize")
    }

    pub fn of<T: Copy>(&mut self, some: &[T]) -> T {
        *some.get(self.below(some.len())).expect("there is one")
    }

    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    #[expect(clippy::cast_precision_loss, reason = "thousandths")]
    pub fn share(&mut self) -> f32 {
        self.below(1001) as f32 / 1000.0
    }
}
