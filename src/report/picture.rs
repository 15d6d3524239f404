//! The pictures of a report as SVG. They hold no text but months and the numbers of an axis; what they show is said beside them in words.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea, IntoTextStyle, PathElement, RGBColor, Rectangle,
    SVGBackend, Text,
};
use plotters::style::Color;

use super::page::{Point, Profile};

/// Colours that the page replaces by its own, light or dark.
const COLOURS: [(RGBColor, &str, &str); 4] = [
    (RGBColor(1, 1, 1), "#010101", "var(--ink)"),
    (RGBColor(2, 2, 2), "#020202", "var(--accent)"),
    (RGBColor(3, 3, 3), "#030303", "var(--line)"),
    (RGBColor(4, 4, 4), "#040404", "var(--soft)"),
];
const INK: RGBColor = COLOURS[0].0;
const ACCENT: RGBColor = COLOURS[1].0;
const LINE: RGBColor = COLOURS[2].0;
const SOFT: RGBColor = COLOURS[3].0;

type Canvas<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// A strip from 0 to 100: each dot a person, the bar their mean, the whisker its interval.
pub fn strip(profile: &Profile) -> Option<String> {
    let mean = profile.mean?;
    drawn((4000, 360), |canvas| {
        let x = |value: f64| pixels(80.0 + value.clamp(0.0, 100.0) * 38.4);
        for tick in [0.0, 25.0, 50.0, 75.0, 100.0] {
            canvas.draw(&PathElement::new([(x(tick), 0), (x(tick), 360)], LINE.stroke_width(8)))?;
        }
        for (at, dot) in profile.dots.iter().enumerate() {
            // Spread over the height so that dots of the same score stay apart; the place means nothing.
            let y = 50 + i32::try_from(at * 161 % 260).unwrap_or_default();
            canvas.draw(&Circle::new((x(*dot), y), 30, ACCENT.mix(0.34).filled()))?;
        }
        if let Some(interval) = profile.interval {
            canvas
                .draw(&PathElement::new([(x(interval.lower), 180), (x(interval.upper), 180)], INK.stroke_width(28)))?;
        }
        canvas.draw(&Rectangle::new([(x(mean) - 36, 80), (x(mean) + 36, 280)], INK.filled()))
    })
}

/// The months as a line with a whisker each, beside an axis with these marks, the least first; none with fewer than two.
pub fn months(points: &[Point], marks: &[u8]) -> Option<String> {
    let (least, most) = (f64::from(*marks.first()?), f64::from(*marks.last()?));
    if points.len() < 2 {
        return None;
    }
    let steps = f64::from(u32::try_from(points.len() - 1).ok()?);
    drawn((3600, 2000), |canvas| {
        let x = |at: usize| pixels(500.0 + f64::from(u32::try_from(at).unwrap_or_default()) * 2700.0 / steps);
        let y = |value: f64| pixels(1700.0 - (value.clamp(least, most) - least) / (most - least) * 1600.0);
        let small = ("sans-serif", 125).into_text_style(canvas).color(&SOFT);
        for tick in marks.iter().copied().map(f64::from) {
            canvas.draw(&PathElement::new([(330, y(tick)), (3400, y(tick))], LINE.stroke_width(8)))?;
            canvas.draw(&Text::new(format!("{tick:.0}"), (60, y(tick) - 60), small.clone()))?;
        }
        for (at, point) in points.iter().enumerate() {
            if let Some(interval) = point.interval {
                canvas.draw(&PathElement::new(
                    [(x(at), y(interval.lower)), (x(at), y(interval.upper))],
                    INK.stroke_width(26),
                ))?;
            }
            // With many months every second one is named, so that names stay apart.
            if points.len() <= 6 || at % (points.len() / 6 + 1) == 0 {
                canvas.draw(&Text::new(point.month.clone(), (x(at) - 230, 1800), small.clone()))?;
            }
        }
        let line: Vec<(i32, i32)> = points.iter().enumerate().map(|(at, point)| (x(at), y(point.mean))).collect();
        canvas.draw(&PathElement::new(line.clone(), ACCENT.stroke_width(24)))?;
        for place in line {
            canvas.draw(&Circle::new(place, 52, ACCENT.filled()))?;
        }
        Ok(())
    })
}

#[expect(clippy::cast_possible_truncation, reason = "a place in a picture a few thousand wide")]
fn pixels(value: f64) -> i32 {
    value.round() as i32
}

/// Draws, in tenths of points, and gives the page's colours to it. It cannot fail but for want of memory.
fn drawn(size: (u32, u32), draw: impl FnOnce(&Canvas<'_>) -> Drawn) -> Option<String> {
    let mut svg = String::new();
    {
        let canvas = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        draw(&canvas).ok()?;
        canvas.present().ok()?;
    }
    for (_, hexadecimal, name) in COLOURS {
        svg = svg.replace(hexadecimal, name);
    }
    let measure = format!("<svg width=\"{}\" height=\"{}\"", size.0, size.1);
    Some(svg.replacen(&measure, "<svg aria-hidden=\"true\" focusable=\"false\"", 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measurement::Interval;

    fn point(month: &str, mean: f64) -> Point {
        let interval = Some(Interval { lower: mean - 5.0, upper: mean + 5.0 });
        Point { month: month.to_owned(), name: month.to_owned(), mean, interval, people: 12 }
    }

    #[test]
    fn pictures_take_the_page_s_colours_and_its_width() {
        let picture = months(&[point("2026-10", 40.0), point("2026-11", 55.0)], &[0, 50, 100]).expect("a picture");
        assert!(
            picture.starts_with("<svg aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 3600 2000\""),
            "{picture}"
        );
        assert!(picture.contains("var(--accent)") && !picture.contains("#02"), "{picture}");
        assert!(picture.contains("2026-10") && picture.matches("<circle").count() == 2);
        assert_eq!(months(&[point("2026-10", 40.0)], &[0, 100]), None, "one month is no line");
    }
}
