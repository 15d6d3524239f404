//! The whole game without a window, in the hands of somebody who presses anything, drags the window about, leaves it, changes the
//! settings, and rewrites the scenario meanwhile. A little on every run of the tests; for as long as asked:
//!
//!     AMENDS_MONKEY_MINUTES=20 cargo test --lib endurance -- --nocapture
//!
//! goes on from a new seed (`AMENDS_MONKEY_SEED` sets it). Nothing may panic, the menu must be reached by keys alone from wherever
//! that ends, and memory may not grow. glibc keeps much of what was given back for later; with `MALLOC_ARENA_MAX=1
//! MALLOC_TRIM_THRESHOLD_=131072 MALLOC_MMAP_THRESHOLD_=131072` before the command what is held is what is used. egui keeps the name of
//! every widget there ever was where it is built to be looked into, some 15 KiB a round; for more than a quarter of an hour, build it
//! without: `--config 'profile.dev.package.egui.debug-assertions=false'` after `cargo test`.

use std::collections::VecDeque;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use bevy_egui::egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, TouchPhase, pos2, vec2};
use jiff::Timestamp;

use super::desk::Desk;
use super::menu::{MAX_TEXT, MIN_TEXT};
use super::settings::Settings;
use super::sleep::Moving;
use super::theme::Theme;
use super::watch::News;
use super::windowless::{Game, Hands, folder_with};
use super::wiring::Screen;
use super::wiring::debrief_save::Saving;

/// Keys that mean something somewhere, the common ones more than once, and some that mean nothing anywhere.
const KEYS: [Key; 35] = [
    Key::Num1,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num9,
    Key::Enter,
    Key::Enter,
    Key::Enter,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::ArrowDown,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Tab,
    Key::Tab,
    Key::Backspace,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::PageUp,
    Key::N,
    Key::T,
    Key::A,
    Key::Plus,
    Key::Minus,
    Key::F1,
    Key::F,
    Key::I,
    Key::Delete,
    Key::Q,
];
const SIZES: [(f32, f32); 7] = [
    (480.0, 320.0),
    (640.0, 480.0),
    (800.0, 1200.0),
    (1024.0, 600.0),
    (1280.0, 720.0),
    (1920.0, 1080.0),
    (3840.0, 2160.0),
];
const TEXTS: [&str; 4] = ["Wanjiru", "n", "日本語 1", "\u{202e}a\u{301}\u{1f469}\u{200d}\u{1f467}"];

/// The game in a folder in which one file cannot be played.
fn open() -> Game {
    let folder = folder_with(&["heated-pool.ron", "heated-pool.guide.ron", "wrong-form.ron", "tiny-question.ron"]);
    fs::write(folder.path().join("broken.ron"), "Scenario(format: 1,").expect("written");
    Game::open(folder)
}

impl Game {
    /// Does one thing that people do, or do not.
    fn anything(&mut self, hands: &mut Hands) {
        let place = pos2(hands.share() * self.size.0, hands.share() * self.size.1);
        match hands.below(100) {
            0..55 => {
                let modifiers = if hands.percent(5) {
                    hands.of(&[Modifiers::CTRL, Modifiers::SHIFT, Modifiers::ALT])
                } else {
                    Modifiers::NONE
                };
                let key = hands.of(&KEYS);
                self.press(key, modifiers);
            }
            55..75 => {
                let button = if hands.percent(90) { PointerButton::Primary } else { PointerButton::Secondary };
                let click = |pressed| Event::PointerButton { pos: place, button, pressed, modifiers: Modifiers::NONE };
                self.step(vec![Event::PointerMoved(place)], 0.02);
                self.step(vec![click(true)], 0.02);
                self.step(vec![click(false)], 0.02);
            }
            75..80 => {
                let delta = vec2(0.0, (hands.share() - 0.5) * 1000.0);
                let (unit, phase, modifiers) = (MouseWheelUnit::Point, TouchPhase::Move, Modifiers::NONE);
                self.step(vec![Event::PointerMoved(place), Event::MouseWheel { unit, delta, phase, modifiers }], 0.02);
            }
            80..84 => {
                let text = hands.of(&TEXTS);
                self.step(
                    vec![if hands.percent(50) { Event::Text(text.to_owned()) } else { Event::Paste(text.to_owned()) }],
                    0.02,
                );
            }
            84..88 => self.size = hands.of(&SIZES),
            88..90 => {
                self.focused = !self.focused;
                self.step(vec![Event::WindowFocused(self.focused), Event::PointerGone], 0.02);
            }
            90..93 => self.set_something(hands),
            93..95 => self.rewrite(hands),
            _ => {
                for _ in 0..hands.below(8) {
                    let dt = hands.of(&[0.02, 0.3, 1.0, 30.0]);
                    self.step(Vec::new(), dt);
                }
            }
        }
        if hands.percent(60) {
            self.step(Vec::new(), 0.5);
        }
    }

    fn set_something(&mut self, hands: &mut Hands) {
        let mut settings = self.app.world_mut().resource_mut::<Settings>();
        match hands.below(5) {
            0 => settings.theme = hands.of(&[Theme::Day, Theme::Night, Theme::HighContrast]),
            1 => settings.reduced_motion = !settings.reduced_motion,
            2 => settings.words_at_once = !settings.words_at_once,
            3 => settings.timers = !settings.timers,
            _ => settings.text_percent = hands.of(&[MIN_TEXT, 100, 150, 200, MAX_TEXT]),
        }
    }

    /// Writes a scenario anew: with other words, another reply, cut off, or as it was.
    fn rewrite(&mut self, hands: &mut Hands) {
        let name = hands.of(&["heated-pool.ron", "wrong-form.ron"]);
        let file = self.folder.path().join(name);
        let text =
            fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)).expect("read");
        let written = match hands.below(6) {
            0 => text.replace(" you ", " you all "),
            1 => text.replacen("to: \"", "to: \"no-", hands.below(3)),
            2 => text.chars().take(hands.below(text.len())).collect(),
            3 => text.replace("Choose({", "Choose({ \"more\": (say: \"More.\", to: \"counter\"),"),
            4 => "\0".repeat(hands.below(9)),
            _ => text,
        };
        if hands.percent(10) {
            let _ = fs::remove_file(&file);
        } else {
            fs::write(&file, written).expect("written");
        }
        for news in [News::Changed, News::Settled] {
            self.news.send(news).expect("the game listens");
            self.step(Vec::new(), 0.5);
        }
    }

    /// Back to the menu by keys alone.
    fn home(&mut self) -> bool {
        self.focused = true;
        self.size = (1280.0, 720.0);
        self.step(vec![Event::WindowFocused(true)], 0.5);
        for downs in 1..40 {
            // A pause, and there the button that leaves.
            let round = [vec![Key::Escape], vec![Key::ArrowDown; downs % 6], vec![Key::Enter]].concat();
            for key in round {
                if self.screen() == Screen::Menu {
                    return true;
                }
                self.step(Vec::new(), 0.5);
                self.press(key, Modifiers::NONE);
                self.step(Vec::new(), 0.5);
            }
        }
        self.screen() == Screen::Menu
    }

    /// What was recorded is put away, and a picture that is being taken is waited for: only the game's own memory counts.
    fn put_away(&mut self) {
        while self.app.world().resource::<Saving>().is_at_work() {
            thread::sleep(Duration::from_millis(50));
        }
        let mut desk = self.app.world_mut().resource_mut::<Desk>();
        desk.store().prune(Timestamp::MAX).expect("what was recorded can be thrown away");
        desk.look_again();
    }
}

/// The memory that this process holds, in MiB, where the system says.
fn resident() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<usize>().ok()? / 1024)
}

/// The value in the middle.
fn middle(values: &VecDeque<usize>) -> Option<usize> {
    let mut values: Vec<usize> = values.iter().copied().collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

#[test]
fn the_customer_breathes_while_somebody_is_there_and_never_where_nothing_is_to_move() {
    let mut game = open();
    for key in [Key::Enter, Key::Enter, Key::Enter] {
        game.step(Vec::new(), 0.5);
        game.press(key, Modifiers::NONE);
    }
    assert_eq!(game.screen(), Screen::Conversation);
    game.step(Vec::new(), 0.5);
    // Whether the next picture is asked for after this one.
    let goes_on = |game: &mut Game, somebody: bool| {
        let mut moving = Moving::default();
        if somebody {
            moving.input();
        }
        game.app.insert_resource(moving);
        game.step(Vec::new(), 0.02);
        game.app.world().resource::<Moving>().is_going_on()
    };
    // Her face may still follow a feeling.
    (0..200).find(|_| !goes_on(&mut game, false)).expect("it comes to rest");
    assert!((0..100).all(|_| goes_on(&mut game, true)), "she breathes as long as somebody is there");
    let rest = (0..20).find(|_| !goes_on(&mut game, false)).expect("a blink is short");
    assert!((0..50).all(|_| !goes_on(&mut game, false)), "after {rest} pictures nothing moves any more");
    game.app.world_mut().resource_mut::<Settings>().reduced_motion = true;
    assert!((0..50).all(|_| !goes_on(&mut game, true)), "with reduced motion nothing ever moves");
}

#[test]
#[expect(clippy::print_stdout, reason = "the seed, for whoever looks for what went wrong")]
fn nothing_panics_nothing_sticks_and_memory_does_not_grow() {
    /// Things done before the way home is tried.
    const TURNS: usize = 120;
    /// Rounds of which the middle counts: what a debrief looks through comes and goes, and what is lost stays.
    const COUNTED: usize = 40;
    /// Rounds until everything there is has been in memory once, a picture too: the graphics driver stays there from the first one on.
    const WARM: usize = 160;
    /// MiB that memory may grow by after that.
    const GROWTH: usize = 24;
    let number = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let minutes = number("AMENDS_MONKEY_MINUTES");
    let today = || SystemTime::UNIX_EPOCH.elapsed().expect("it is later").as_secs() << 24;
    let first = number("AMENDS_MONKEY_SEED").unwrap_or_else(|| if minutes.is_some() { today() } else { 1 });
    let end = minutes.map(|minutes| Instant::now() + Duration::from_secs(minutes * 60));
    let mut game = open();
    let (mut warm, mut held) = (None, VecDeque::new());
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for (round, seed) in (first..).enumerate() {
        if end.map_or(round == 3, |end| Instant::now() > end) {
            break;
        }
        println!("seed {seed}, {:?} MiB", resident());
        let mut hands = Hands(seed);
        for _ in 0..TURNS {
            game.anything(&mut hands);
            *seen.entry(format!("{:?}", game.screen())).or_default() += 1;
        }
        assert!(game.home(), "seed {seed}: no way back to the menu from {:?}", game.screen());
        game.put_away();
        held.extend(resident());
        if held.len() > COUNTED {
            held.pop_front();
        }
        let now = middle(&held);
        if round == WARM {
            warm = now;
        }
        if let (Some(warm), Some(now)) = (warm, now) {
            assert!(now <= warm + GROWTH, "seed {seed}: memory grew from {warm} to {now} MiB");
        }
    }
    println!("{seen:?}, {:?} MiB after {warm:?} MiB when warm", middle(&held));
}
