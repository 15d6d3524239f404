//! The pictures of a report as SVG. They hold no text but months and the numbers of an axis; what they show is said beside them in words.

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea, IntoTextStyle, PathElement, RGBColor, Rectangle,
    SVGBackend, Text,
};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, Pos, VPos};

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

/// How far apart the names of months have to begin so that they stay apart, in tenths of points.
const NAME_WIDTH: i32 = 800;

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

/// The months as a line with a whisker each, beside an axis with these marks, the least first; none with fewer than two. A month stands
/// where it stands in the calendar, and the line joins only months that follow each other.
pub fn months(points: &[Point], marks: &[u8]) -> Option<String> {
    let (least, most) = (f64::from(*marks.first()?), f64::from(*marks.last()?));
    let numbers: Vec<i32> = points.iter().map(number).collect::<Option<_>>()?;
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    if first == last {
        return None;
    }
    let x = |number: i32| pixels(500.0 + f64::from(number - first) * 2700.0 / f64::from(last - first));
    let y = |value: f64| pixels(1700.0 - (value.clamp(least, most) - least) / (most - least) * 1600.0);
    drawn((3600, 2000), |canvas| {
        let small = ("sans-serif", 125).into_text_style(canvas).color(&SOFT);
        for tick in marks.iter().copied().map(f64::from) {
            canvas.draw(&PathElement::new([(330, y(tick)), (3400, y(tick))], LINE.stroke_width(8)))?;
            canvas.draw(&Text::new(format!("{tick:.0}"), (60, y(tick) - 60), small.clone()))?;
        }
        let centred = small.pos(Pos::new(HPos::Center, VPos::Top));
        let mut free = 0;
        for (number, point) in numbers.iter().zip(points) {
            let x = x(*number);
            if let Some(interval) = point.interval {
                canvas
                    .draw(&PathElement::new([(x, y(interval.lower)), (x, y(interval.upper))], INK.stroke_width(26)))?;
            }
            if x >= free {
                canvas.draw(&Text::new(point.label.clone(), (x, 1800), centred.clone()))?;
                free = x + NAME_WIDTH;
            }
        }
        let places: Vec<(i32, (i32, i32))> =
            numbers.iter().zip(points).map(|(number, point)| (*number, (x(*number), y(point.mean)))).collect();
        for ((month, place), (next_month, next)) in places.iter().zip(places.iter().skip(1)) {
            if next_month - month == 1 {
                canvas.draw(&PathElement::new([*place, *next], ACCENT.stroke_width(24)))?;
            }
        }
        for (_, place) in places {
            canvas.draw(&Circle::new(place, 52, ACCENT.filled()))?;
        }
        Ok(())
    })
}

/// A month's place in the calendar, in months.
fn number(point: &Point) -> Option<i32> {
    let (year, month) = point.month.split_once('-')?;
    Some(year.parse::<i32>().ok()? * 12 + month.parse::<i32>().ok()?)
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
        let text = || month.to_owned();
        Point { month: text(), name: text(), label: text(), mean, interval, people: 12 }
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

    #[test]
    fn months_stand_where_they_stand_in_the_calendar() {
        let four = [point("2025-12", 40.0), point("2026-01", 50.0), point("2026-02", 55.0), point("2026-12", 60.0)];
        let picture = months(&four, &[0, 50, 100]).expect("a picture");
        let places: Vec<i32> = picture
            .split("<circle cx=\"")
            .skip(1)
            .filter_map(|circle| circle.split('"').next()?.parse().ok())
            .collect();
        assert_eq!(places, [500, 725, 950, 3200], "a month is a twelfth of a year");
        let joined = picture.matches("stroke=\"var(--accent)\" stroke-width=\"24\"").count();
        assert_eq!(joined, 2, "no line where months are missing: {picture}");
        assert_eq!(picture.matches("<text").count(), 3 + 2, "names stay apart");
    }
}
