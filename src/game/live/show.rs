//! How the live board is laid out: the figures over everything, then how it went, how it ended and what people said, beside each
//! other where there is room. Nobody scrolls what is on the wall: it is as large as it can be and all in sight.

use bevy_egui::egui::{Id, Key, Ui, Vec2, vec2};

use super::parts::{Sizes, answers, competencies, endings, figures, names};
use super::view::{Action, Names, UiState, View};
use crate::game::theme::widgets::{
    Chip, Surface, bar_button, body, card, columns, note, page_keys, pressed, primary_button, secondary_button,
    sheet_under, surface, title, top_bar,
};
use crate::game::theme::{WIDE, tokens};
use crate::words::Words;

/// The widest page.
const WIDTH: f32 = 1480.0;
/// From this width on there are three columns.
const THREE: f32 = 1150.0;
/// Above and below the page, together.
const AROUND: f32 = 40.0;

/// Shows a board and says what was asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    let by_key = keys(ui, state);
    let now = state.names;
    let room = ui.available_size();
    let (sizes, fit) = Fit::of(ui, view, now, room);
    let mut bar_height = 0.0;
    let ((back, toggled), (answer, height)) = sheet_under(
        ui,
        "live",
        WIDTH,
        |ui| {
            let asked = bar(ui, words, view, now);
            bar_height = ui.min_rect().height();
            asked
        },
        |ui| {
            page_keys(ui);
            ui.spacing_mut().item_spacing.y = sizes.gap;
            let answer = (now == Names::Asked).then(|| ask(ui, words)).flatten();
            board(ui, words, view, now, (sizes, room.x));
            (answer, ui.min_rect().height())
        },
    );
    fit.note(ui, bar_height + height + AROUND > room.y + 0.5);
    if toggled {
        state.names = turned(now);
    }
    if let Some(answer) = answer {
        state.names = answer;
    }
    if state.names != now {
        ui.ctx().request_repaint();
    }
    by_key.or(back)
}

/// Nothing leads straight from hidden names to names on the screen.
fn turned(names: Names) -> Names {
    match names {
        Names::Hidden => Names::Asked,
        Names::Asked | Names::Shown => Names::Hidden,
    }
}

fn keys(ui: &Ui, state: &mut UiState) -> Option<Action> {
    if pressed(ui, Key::N) {
        state.names = turned(state.names);
    }
    if !pressed(ui, Key::Escape) {
        return None;
    }
    if state.names == Names::Asked {
        state.names = Names::Hidden;
        return None;
    }
    Some(Action::Back)
}

/// The bar; whether to go back, and whether somebody asked for names or hides them.
fn bar(ui: &mut Ui, words: &Words, view: &View, names: Names) -> (Option<Action>, bool) {
    let as_of = (!view.as_of.is_empty()).then(|| Chip::on(&view.as_of));
    let chips: Vec<Chip> = view.chips.iter().map(Chip::new).chain(as_of).collect();
    top_bar(ui, &words.text("live-title"), &chips, |ui| {
        let key = if names == Names::Shown { "live-names-hide" } else { "live-names" };
        let toggled = bar_button(ui, &words.text(key), "N").clicked();
        let back = bar_button(ui, &words.text("briefing-back"), "Esc").clicked();
        (back.then_some(Action::Back), toggled)
    })
}

/// Says who would read the names, before anybody does.
fn ask(ui: &mut Ui, words: &Words) -> Option<Names> {
    surface(ui, Surface::Warning, |ui| {
        body(ui, &words.text("live-names-ask"));
        ui.spacing_mut().interact_size.y = 44.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let hide = primary_button(ui, &words.text("live-names-no"), "Esc").clicked();
            let show = secondary_button(ui, &words.text("live-names-yes"), "").clicked();
            if hide { Some(Names::Hidden) } else { show.then_some(Names::Shown) }
        })
        .inner
    })
    .inner
}

fn board(ui: &mut Ui, words: &Words, view: &View, shown: Names, (sizes, window): (Sizes, f32)) {
    const GAP: f32 = 18.0;
    if let Some(trouble) = &view.trouble {
        surface(ui, Surface::Warning, |ui| body(ui, trouble));
    }
    if view.empty {
        card(ui, |ui| title(ui, &words.text("live-empty")));
        return;
    }
    figures(ui, sizes, &view.figures);
    let width = ui.available_width();
    let shares: &[f32] = match window {
        window if window >= THREE && !view.endings.is_empty() => &[0.36, 0.31],
        window if window >= WIDE => &[0.58],
        _ => &[],
    };
    let room = width - GAP * f32::from(u8::try_from(shares.len()).unwrap_or_default());
    let mut widths: Vec<f32> = shares.iter().map(|share| (room * share).floor()).collect();
    widths.push(room - widths.iter().sum::<f32>());
    let last = shares.len();
    columns(ui, &widths, GAP, |ui, column| {
        ui.spacing_mut().item_spacing.y = sizes.gap;
        if column == 0 {
            competencies(ui, sizes, words, view);
        }
        if column == last.saturating_sub(1) {
            endings(ui, sizes, words, view);
        }
        if column == last {
            answers(ui, sizes, words, view);
        }
    });
    if shown == Names::Shown {
        names(ui, sizes, words, view);
    }
    let grounds = grounds(view).join(" ");
    if !grounds.is_empty() {
        note(ui, &grounds);
    }
}

/// What the numbers rest on, in sentences, and what is better known about them.
fn grounds(view: &View) -> Vec<&str> {
    let results = (!view.competencies.is_empty()).then_some(view.results.as_str());
    let answered = (!view.obstacles.is_empty()).then_some(view.answered.as_str());
    results.into_iter().chain(answered).chain(view.notes.iter().map(String::as_str)).collect()
}

/// How far a board has been made smaller for a window, so that all of it is in sight.
#[derive(Clone, Copy, Debug)]
struct Fit {
    id: Id,
    /// What is shown, and in which room: for another board it is tried anew.
    shown: Shown,
    step: usize,
}

type Shown = (Names, [usize; 4], [u32; 2]);

impl Fit {
    /// The sizes that fit as far as that is known; the largest where none would, and the board has to be scrolled anyway.
    fn of(ui: &Ui, view: &View, names: Names, room: Vec2) -> (Sizes, Self) {
        let id = ui.id().with("size of the board");
        let parts = [view.figures.len(), view.competencies.len(), view.endings.len(), view.names.len()];
        let shown = (names, parts, [room.x.to_bits(), room.y.to_bits()]);
        let known: Option<(Shown, usize)> = ui.data(|data| data.get_temp(id));
        let step = known.filter(|(before, _)| *before == shown).map_or(0, |(_, step)| step);
        let [largest, ..] = Sizes::ALL;
        (Sizes::ALL.get(step).copied().unwrap_or(largest), Self { id, shown, step })
    }

    /// Tries the next smaller size where this one was too large.
    fn note(self, ui: &Ui, too_large: bool) {
        if too_large && self.step < Sizes::ALL.len() {
            ui.data_mut(|data| data.insert_temp(self.id, (self.shown, self.step + 1)));
            ui.ctx().request_discard("the board has another size");
            ui.ctx().request_repaint();
        }
    }
}
