//! The scenarios at a glance, and two charts over the first assessments: how the overall scores are spread, and the mean of each
//! competency. Practice, repeated and interrupted attempts are counted and not scored.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Chart, ChartType, Format, Worksheet, XlsxError};

use super::super::cell::visible;
use super::super::told::Told;
use super::{fitting, head};
use crate::attempt::Mode;
use crate::rubric::Rubric;
use crate::score::Scorecard;

/// Classes of the chart of overall scores, each 100 of 1000 wide.
const CLASSES: usize = 10;
/// The name of the sheet.
const NAME: &str = "Scenarios";

/// A sum of scores, and of how many.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    sum: f64,
    of: u32,
}

impl Sum {
    fn add(&mut self, score: Option<u16>) {
        if let Some(score) = score {
            self.sum += f64::from(score);
            self.of += 1;
        }
    }

    /// The mean as people are shown it, 0–100.
    fn mean(self) -> Option<f64> {
        (self.of > 0).then(|| (self.sum / f64::from(self.of)).round() / 10.0)
    }
}

#[derive(Clone, Debug, Default)]
struct Scenario {
    title: String,
    attempts: u32,
    practice: u32,
    unfinished: u32,
    first: u32,
    passed: u32,
    overall: Sum,
    competencies: Vec<Sum>,
}

/// What the sheet tells.
pub(super) struct Summary {
    names: Vec<String>,
    scenarios: BTreeMap<String, Scenario>,
    classes: [u32; CLASSES],
    competencies: Vec<Sum>,
}

impl Summary {
    pub(super) fn new(rubric: &Rubric) -> Self {
        let names: Vec<String> = rubric.competencies.iter().map(|competency| competency.id.clone()).collect();
        let competencies = vec![Sum::default(); names.len()];
        Self { names, scenarios: BTreeMap::new(), classes: [0; CLASSES], competencies }
    }

    pub(super) fn add(&mut self, told: &Told) {
        let scenario = self.scenarios.entry(visible(&told.start().scenario)).or_default();
        scenario.attempts += 1;
        scenario.practice += u32::from(told.start().mode == Mode::Practice);
        scenario.unfinished += u32::from(!told.attempt.is_finished());
        scenario.competencies.resize(self.names.len(), Sum::default());
        if let Some(title) = told.title() {
            scenario.title = visible(title);
        }
        let Some(card) = told.card().filter(|_| told.standing.first) else { return };
        scenario.first += 1;
        scenario.passed += u32::from(card.passed == Some(true));
        scenario.overall.add(card.overall);
        add_competencies(&mut scenario.competencies, card);
        add_competencies(&mut self.competencies, card);
        let class = card.overall.map(|overall| usize::from(overall / 100).min(CLASSES - 1));
        if let Some(class) = class.and_then(|class| self.classes.get_mut(class)) {
            *class += 1;
        }
    }

    /// The sheet.
    pub(super) fn sheet(&self) -> Result<Worksheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(NAME)?;
        let counts = ["scenario", "title", "attempts", "practice", "unfinished", "first_assessments"];
        let scores = ["overall_mean", "passed"];
        let means: Vec<String> = self.names.iter().map(|name| format!("{name} mean")).collect();
        head(&mut sheet, counts.into_iter().chain(scores).chain(means.iter().map(String::as_str)))?;
        let last = u16::try_from(counts.len() + scores.len() + means.len()).unwrap_or(u16::MAX) - 1;
        sheet.set_column_range_width(0, 1, 46)?.set_column_range_width(2, last, 20)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        let mut row = 1;
        for (id, scenario) in &self.scenarios {
            scenario.write(id, row, &mut sheet)?;
            row += 1;
        }
        sheet.autofilter(0, 0, row - 1, last)?;
        self.charts(row + 1, &mut sheet)?;
        Ok(sheet)
    }

    /// The charts with the numbers they are drawn from, below the table.
    fn charts(&self, top: u32, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold();
        sheet.write_string_with_format(top, 0, "overall score of first assessments, 0 to 100", &bold)?;
        sheet.write_string_with_format(top, 1, "attempts", &bold)?;
        let first = top + 1;
        let mut row = first;
        for (class, count) in (0_u32..).zip(self.classes) {
            let to = if class == 9 { 100 } else { class * 10 + 9 };
            sheet.write_string(row, 0, format!("{} to {to}", class * 10))?;
            sheet.write_number(row, 1, count)?;
            row += 1;
        }
        let spread =
            bars("First assessments by overall score", "overall score, 0 to 100", "attempts", (first, row - 1));
        let place = row + 1;
        sheet.write_string_with_format(place, 0, "competency", &bold)?;
        sheet.write_string_with_format(place, 1, "mean of first assessments, 0 to 100", &bold)?;
        let first = place + 1;
        row = first;
        for (name, sum) in self.names.iter().zip(&self.competencies) {
            sheet.write_string(row, 0, fitting(name))?;
            if let Some(mean) = sum.mean() {
                sheet.write_number(row, 1, mean)?;
            }
            row += 1;
        }
        let mut means =
            bars("Mean of each competency", "competency", "mean, 0 to 100", (first, row.max(first + 1) - 1));
        means.y_axis().set_min(0).set_max(100);
        sheet.insert_chart(top, 3, &spread)?;
        sheet.insert_chart(place.max(top + 17), 3, &means)?;
        Ok(())
    }
}

impl Scenario {
    fn write(&self, id: &str, row: u32, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.write_string(row, 0, fitting(id))?.write_string(row, 1, fitting(&self.title))?;
        let counts = [self.attempts, self.practice, self.unfinished, self.first];
        for (column, count) in (2..).zip(counts) {
            sheet.write_number(row, column, count)?;
        }
        let passed = (self.overall.of > 0).then_some(f64::from(self.passed));
        let scores = [self.overall.mean(), passed].into_iter().chain(self.competencies.iter().map(|sum| sum.mean()));
        for (column, score) in (6..).zip(scores) {
            if let Some(score) = score {
                sheet.write_number(row, column, score)?;
            }
        }
        Ok(())
    }
}

fn add_competencies(sums: &mut [Sum], card: &Scorecard) {
    for (sum, competency) in sums.iter_mut().zip(&card.competencies) {
        sum.add(competency.score.filter(|_| competency.enough));
    }
}

/// A chart of columns over the rows of the first two columns of this sheet.
fn bars(title: &str, across: &str, up: &str, (first, last): (u32, u32)) -> Chart {
    let mut chart = Chart::new(ChartType::Column);
    chart
        .add_series()
        .set_categories((NAME, first, 0, last, 0))
        .set_values((NAME, first, 1, last, 1))
        .set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(0x00A6_4B2A)),
        )
        .set_gap(40);
    chart.title().set_name(title);
    chart.x_axis().set_name(across);
    chart.y_axis().set_name(up).set_min(0);
    chart.legend().set_hidden();
    chart.set_width(620).set_height(320);
    chart.set_alt_text(format!("{title}: the numbers stand in the first two columns beside it."));
    chart
}
