//! The graph as a picture. Each beat is a card with its replies as rows; each row's way starts at the row. Text stays text
//! whatever is in it, and every card and way has a title, so that the picture can be read aloud.

use std::fmt::Write as _;

use super::dot::tag;
use super::layout::{CannotLayOut, Laid, Spot, lay_out};
use super::phrase::seen_words;
use super::{Branch, Graph, Node, Row, Seen, Way};

/// Width of a card.
const WIDTH: f64 = 290.0;
/// Space within a card, left and right.
const INSET: f64 = 12.0;
/// Space around the picture.
const MARGIN: f64 = 24.0;
/// Height of the title above the picture.
const TITLE: f64 = 64.0;
/// Height of a line of ordinary and of small text.
const LINE: f64 = 17.0;
const SMALL: f64 = 14.0;
/// Letters that fit into a line of each.
const LETTERS: usize = 40;
const SMALL_LETTERS: usize = 46;

const STYLE: &str = "text{font-family:Inter,'Segoe UI','Helvetica Neue',Arial,sans-serif;fill:#1f2933;font-size:12.5px}\
.small{font-size:11px;fill:#56616d}.name{font-weight:600}.title{font-size:18px;font-weight:600}\
.card{fill:#fffdf8;stroke:#56616d;stroke-width:1.2}.start{stroke:#0f6b6e;stroke-width:4}.moved{fill:#fbf3dd}\
.lost{stroke-dasharray:3 3}.rule{stroke:#e2d8c6}.way{fill:none;stroke:#0f6b6e;stroke-opacity:.85}.maybe{stroke-dasharray:7 4}\
.aside{stroke-dasharray:2 4}.head{fill:#0f6b6e}";

/// The graph as an SVG document.
///
/// # Errors
/// Where the scenario is too large for a picture, or cannot be laid out.
pub fn svg(graph: &Graph) -> Result<String, CannotLayOut> {
    let cards: Vec<Card> = graph.beats.iter().map(|beat| Card::of(graph, beat)).collect();
    let sizes: Vec<(f64, f64)> = cards.iter().map(|card| (WIDTH, card.height)).collect();
    let ways: Vec<(usize, usize)> = graph.ways().map(|(from, _, way)| (from, way.to)).collect();
    let laid = lay_out(&sizes, &ways)?;
    let (width, height) = (laid.end.x.max(520.0) + 2.0 * MARGIN, laid.end.y + 2.0 * MARGIN + TITLE);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a text cannot fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         role=\"graphics-document document\" aria-labelledby=\"title description\">"
    );
    let _ = writeln!(out, "<title id=\"title\">{}</title>", escaped(&graph.title));
    let _ = writeln!(out, "<desc id=\"description\">{}</desc>", escaped(&description(graph)));
    let _ = writeln!(out, "<style>{STYLE}</style>");
    out.push_str(
        "<defs><marker id=\"head\" viewBox=\"0 0 10 8\" refX=\"9\" refY=\"4\" markerWidth=\"10\" markerHeight=\"8\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"head\" d=\"M0 0 10 4 0 8z\"/></marker></defs>\n",
    );
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#f7f1e6\"/>");
    write_title(graph, &mut out);
    let _ = writeln!(out, "<g transform=\"translate({MARGIN} {})\">", MARGIN + TITLE);
    for (from, (beat, card)) in graph.beats.iter().zip(&cards).enumerate() {
        write_ways(graph, from, beat, card, &laid, &mut out);
    }
    for (beat, (card, corner)) in graph.beats.iter().zip(cards.iter().zip(&laid.boxes)) {
        write_card(graph, beat, card, *corner, &mut out);
    }
    out.push_str("</g>\n</svg>\n");
    Ok(out)
}

/// The picture in a few sentences.
fn description(graph: &Graph) -> String {
    let ends = graph.beats.iter().filter(|beat| beat.is_end()).count();
    let replies = graph.beats.iter().map(|beat| beat.rows.len()).sum::<usize>();
    let mut text = format!(
        "{} beats, {ends} of them endings, and {replies} replies. Each card is a beat with its replies; a dashed line is a way that depends on a condition, a dotted one is taken when nothing is asked or said. {}",
        graph.beats.len(),
        legend(graph)
    );
    if let Some(attempts) = graph.attempts {
        let _ =
            write!(text, " Counts and mean scores come from {attempts} attempts; under five people nothing is told.");
    }
    text
}

fn legend(graph: &Graph) -> String {
    let letters: Vec<String> = graph.letters.iter().map(|(letter, name)| format!("{letter} {name}")).collect();
    format!("Levels 0 to 3: {}.", letters.join(", "))
}

fn write_title(graph: &Graph, out: &mut String) {
    let _ = writeln!(out, "<text class=\"title\" x=\"{MARGIN}\" y=\"36\">{}</text>", escaped(&graph.title));
    let mut line = format!("{} Dashed: on a condition. Dotted: otherwise.", legend(graph));
    if let Some(attempts) = graph.attempts {
        let _ = write!(line, " From {attempts} attempts; under five people nothing is told.");
    }
    let _ = writeln!(out, "<text class=\"small\" x=\"{MARGIN}\" y=\"58\">{}</text>", escaped(&line));
}

/// One line of a card.
struct Text {
    class: &'static str,
    left: String,
    right: String,
    /// From the card's upper edge to the foot of the letters.
    foot: f64,
}

/// A card: its lines, and where its ways start.
struct Card {
    height: f64,
    texts: Vec<Text>,
    rules: Vec<f64>,
    /// For each row and each of its ways, the height at which it starts.
    ports: Vec<Vec<f64>>,
}

impl Card {
    fn of(graph: &Graph, beat: &Node) -> Self {
        let mut card = Self { height: 8.0, texts: Vec::new(), rules: Vec::new(), ports: Vec::new() };
        card.line("name", &format!("{}{}", tag(beat), beat.id), beat.seen.filter(|_| !beat.is_end()).map(short));
        card.wrapped("small", SMALL_LETTERS, &beat.place.join(" · "), "", 3);
        if let Some(seen) = beat.seen.filter(|_| beat.is_end()) {
            card.wrapped("small", SMALL_LETTERS, &seen_words(seen), "", 1);
        }
        card.wrapped("", LETTERS, &beat.line, "", 3);
        for row in &beat.rows {
            card.row(graph, row);
        }
        card.height += 8.0;
        card
    }

    fn line(&mut self, class: &'static str, left: &str, right: Option<String>) {
        let step = if class == "small" { SMALL } else { LINE };
        self.height += step;
        self.texts.push(Text {
            class,
            left: left.to_owned(),
            right: right.unwrap_or_default(),
            foot: self.height - 4.0,
        });
    }

    /// Up to `most` lines of a text; what does not fit ends in dots.
    fn wrapped(&mut self, class: &'static str, letters: usize, text: &str, indent: &'static str, most: usize) {
        let options = textwrap::Options::new(letters).initial_indent(indent).subsequent_indent(indent);
        let lines = textwrap::wrap(text, options);
        for (number, line) in lines.iter().take(most).enumerate() {
            let cut = number + 1 == most && lines.len() > most;
            self.line(class, &if cut { format!("{line} …") } else { line.to_string() }, None);
        }
    }

    fn row(&mut self, graph: &Graph, row: &Row) {
        self.height += 4.0;
        self.rules.push(self.height);
        self.height += 2.0;
        let told = row.seen.map(short).map(|seen| format!("{}   {seen}", row.levels));
        self.line("name", &clipped(&row.name(), 24), Some(told.unwrap_or_else(|| row.levels.clone())));
        let port = self.height - LINE / 2.0;
        if let Some(offered) = &row.offered {
            self.wrapped("small", SMALL_LETTERS, &format!("offered if {offered}"), "  ", 3);
        }
        let ports = row.ways.iter().map(|way| match &way.condition {
            None => port,
            Some(condition) => {
                let port = self.height + SMALL / 2.0;
                let to = graph.beats.get(way.to).map_or("", |beat| beat.id.as_str());
                self.wrapped("small", SMALL_LETTERS, &format!("→ {to} {condition}"), "  ", 3);
                port
            }
        });
        let ports = ports.collect();
        self.ports.push(ports);
    }
}

/// What attempts did, in the space of a row.
fn short(seen: Seen) -> String {
    match seen {
        Seen::Never => "none".into(),
        Seen::Few => "under 5".into(),
        Seen::Often { attempts, mean: Some(mean) } => format!("{attempts}×, mean {}", crate::score::shown(mean)),
        Seen::Often { attempts, mean: None } => format!("{attempts}×"),
    }
}

fn clipped(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    text.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}

fn write_card(graph: &Graph, beat: &Node, card: &Card, corner: Spot, out: &mut String) {
    let _ = writeln!(out, "<g transform=\"translate({:.1} {:.1})\">", corner.x, corner.y);
    let _ = writeln!(out, "<title>{}</title>", escaped(&told(graph, beat)));
    let mut class = String::from("card");
    for (holds, name) in [(beat.start, " start"), (beat.moved, " moved"), (!beat.reached, " lost")] {
        class.push_str(if holds { name } else { "" });
    }
    let _ = writeln!(out, "<rect class=\"{class}\" width=\"{WIDTH}\" height=\"{:.1}\" rx=\"8\"/>", card.height);
    if beat.is_end() {
        // A second frame: the conversation stops here.
        let (width, height) = (WIDTH - 8.0, card.height - 8.0);
        let _ = writeln!(
            out,
            "<rect class=\"card\" fill-opacity=\"0\" x=\"4\" y=\"4\" width=\"{width}\" height=\"{height:.1}\" rx=\"5\"/>"
        );
    }
    for y in &card.rules {
        let _ = writeln!(out, "<path class=\"rule\" d=\"M{INSET} {y:.1}H{:.1}\"/>", WIDTH - INSET);
    }
    for Text { class, left, right, foot } in &card.texts {
        let _ = writeln!(
            out,
            "<text class=\"{class}\" xml:space=\"preserve\" x=\"{INSET}\" y=\"{foot:.1}\">{}</text>",
            escaped(left)
        );
        if !right.is_empty() {
            let _ = writeln!(
                out,
                "<text class=\"small\" xml:space=\"preserve\" text-anchor=\"end\" x=\"{:.1}\" y=\"{foot:.1}\">{}</text>",
                WIDTH - INSET,
                escaped(right)
            );
        }
    }
    out.push_str("</g>\n");
}

/// A beat in sentences, for those who do not see the picture.
fn told(graph: &Graph, beat: &Node) -> String {
    let mut text = format!("{}{}: {}. {}", tag(beat), beat.id, beat.place.join(", "), beat.line);
    if let Some(seen) = beat.seen {
        let _ = write!(text, " ({})", seen_words(seen));
    }
    for row in &beat.rows {
        let _ = write!(text, "\n{}", row_told(graph, row));
    }
    text
}

fn row_told(graph: &Graph, row: &Row) -> String {
    let mut text = format!("{} {}", row.name(), row.levels).trim_end().to_owned();
    if let Some(offered) = &row.offered {
        let _ = write!(text, ", offered if {offered}");
    }
    for way in &row.ways {
        let _ = write!(text, ", leads {}", way_told(graph, way));
    }
    if let Some(seen) = row.seen {
        let _ = write!(text, " ({})", seen_words(seen));
    }
    text
}

fn way_told(graph: &Graph, way: &Way) -> String {
    let to = graph.beats.get(way.to).map_or("", |beat| beat.id.as_str());
    match &way.condition {
        Some(condition) => format!("{condition} to {to}"),
        None => format!("to {to}"),
    }
}

fn write_ways(graph: &Graph, from: usize, beat: &Node, card: &Card, laid: &Laid, out: &mut String) {
    let Some(corner) = laid.boxes.get(from) else { return };
    let columns: Vec<f64> = laid.boxes.iter().map(|corner| corner.x).collect();
    for (row, ports) in beat.rows.iter().zip(&card.ports) {
        for (way, port) in row.ways.iter().zip(ports) {
            let start = Spot { x: corner.x, y: corner.y + port };
            let path = match (laid.ways.get(&(from, way.to)), laid.boxes.get(way.to)) {
                (Some(through), Some(target)) => path(start, through, *target, &columns),
                (Some(_) | None, _) => loop_at(*corner, *port),
            };
            let class = match (&row.branch, &way.condition) {
                (Branch::Otherwise | Branch::Silence, _) => "way aside",
                (Branch::Reply(_) | Branch::Heard, Some(_)) => "way maybe",
                (Branch::Reply(_) | Branch::Heard, None) => "way",
            };
            let title = format!("{}/{} leads {}", beat.id, row.name(), way_told(graph, way));
            let _ = writeln!(
                out,
                "<path class=\"{class}\" stroke-width=\"{:.1}\" marker-end=\"url(#head)\" d=\"{path}\"><title>{}</title></path>",
                weight(graph, row),
                escaped(&title)
            );
        }
    }
}

/// How wide a way is drawn: the wider, the more attempts took it.
fn weight(graph: &Graph, row: &Row) -> f64 {
    match (row.seen, graph.attempts) {
        (Some(Seen::Often { attempts, .. }), Some(all)) => {
            let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
            1.2 + 4.0 * count(attempts) / count(all.max(1))
        }
        (Some(Seen::Never | Seen::Few), _) => 0.8,
        (Some(Seen::Often { .. }) | None, _) => 1.3,
    }
}

/// A way from a row (`start` is its height at the card's left edge) to the name of the target. It crosses each column of cards
/// between them level, at the height that the layout has kept free.
fn path(start: Spot, through: &[Spot], target: Spot, columns: &[f64]) -> String {
    let forth = target.x > start.x;
    let (near, far) = if forth { (0.0, WIDTH) } else { (WIDTH, 0.0) };
    let mut path = format!("M{:.1} {:.1}", start.x + far, start.y);
    let mut here = Spot { x: start.x + far, y: start.y };
    let mut curve = |to: Spot, path: &mut String, next: f64| {
        let bend = (to.x - here.x) / 2.0;
        let _ =
            write!(path, "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", here.x + bend, here.y, to.x - bend, to.y, to.x, to.y);
        if (next - to.x).abs() > 0.1 {
            let _ = write!(path, "H{next:.1}");
        }
        here = Spot { x: next, y: to.y };
    };
    for spot in through {
        let middle = spot.x - WIDTH / 2.0;
        let column = columns.iter().copied().find(|x| (x - middle).abs() < WIDTH / 2.0);
        match column {
            Some(x) => curve(Spot { x: x + near, y: spot.y }, &mut path, x + far),
            None => curve(*spot, &mut path, spot.x),
        }
    }
    let name = Spot { x: target.x + near, y: target.y + 8.0 + LINE / 2.0 };
    curve(name, &mut path, name.x);
    path
}

/// A way back to the same card: out of the row, and in again at the card's upper right corner.
fn loop_at(corner: Spot, port: f64) -> String {
    let (x, y) = (corner.x + WIDTH, corner.y);
    format!(
        "M{x:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {x:.1} {:.1}",
        y + port,
        x + 55.0,
        y + port,
        x + 55.0,
        y + 12.0,
        y + 12.0
    )
}

/// A text in which nothing is markup. Control characters, which no XML may hold, become spaces.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push('\n'),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(escaped("<script>\"&'\u{1b}"), "&lt;script&gt;&quot;&amp;&#39; ");
    }

    #[test]
    fn long_texts_are_cut_and_say_so() {
        assert_eq!(clipped("heated-pool", 24), "heated-pool");
        assert_eq!(clipped("abcdef", 4), "abc…");
    }
}
