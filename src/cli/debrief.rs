//! The debrief as text: first what it did to the customer, then how it was handled, then the evidence.

use std::io::{self, Write};

use super::terminal::paragraph;
use crate::attempt::Reflection;
use crate::explore::Along;
use crate::impact::worth;
use crate::rubric::Rubric;
use crate::score::{CompetencyScore, Evidence, Scorecard, shown};
use crate::session::{Given, Session};
use crate::words::{Value, Words, keys};

/// What a debrief tells besides a scorecard.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// What the trainee would do differently, where they said so.
    pub reflection: Option<&'a Reflection>,
    /// What could have been, where that was looked at.
    pub along: Option<&'a Along>,
}

/// Writes the debrief of a scorecard.
///
/// # Errors
/// Where the output cannot be written.
pub fn write_debrief(
    session: &Session,
    card: &Scorecard,
    beside: &Beside<'_>,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let debrief = Debrief { session, card, beside, words };
    writeln!(out)?;
    paragraph(out, "", &format!("{} · {}", words.text("text-debrief"), session.scenario().title))?;
    writeln!(out)?;
    debrief.ending(out)?;
    debrief.look(out)?;
    debrief.scores(out)?;
    debrief.promises(out)?;
    debrief.facts(out)?;
    debrief.decisions(out)
}

struct Debrief<'a> {
    session: &'a Session,
    card: &'a Scorecard,
    beside: &'a Beside<'a>,
    words: &'a Words,
}

impl Debrief<'_> {
    fn ending(&self, out: &mut dyn Write) -> io::Result<()> {
        match &self.card.ending {
            None => paragraph(out, "", &self.words.text("text-interrupted")),
            Some(closing) => {
                let outcome = self.words.text(keys::outcome(closing.outcome));
                let feeling = self.words.text(keys::feeling(closing.feeling));
                paragraph(out, "", &format!("{}: {feeling}. {outcome}.", self.session.scenario().customer.name))?;
                paragraph(out, "", &closing.text)?;
                writeln!(out)?;
                for sentence in self.words.worth(worth(closing.outcome)) {
                    paragraph(out, "", &sentence)?;
                }
                paragraph(out, "", &self.words.text("impact-label"))
            }
        }
    }

    /// What the trainee saw for themselves, before the evidence.
    fn look(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(reflection) = self.beside.reflection else { return Ok(()) };
        self.heading("debrief-look", out)?;
        let picked: Vec<String> = reflection.choice.iter().map(ToString::to_string).collect();
        if !picked.is_empty() {
            let decisions = picked.join(", ");
            let values = [("n", picked.len().into()), ("decisions", Value::Text(&decisions))];
            paragraph(out, "  ", &self.words.format("text-look", &values))?;
        } else if reflection.text.is_empty() {
            paragraph(out, "  ", &self.words.text("text-look-nothing"))?;
        }
        if !reflection.text.is_empty() {
            paragraph(out, "  ", &self.words.quoted(&reflection.text))?;
        }
        Ok(())
    }

    fn scores(&self, out: &mut dyn Write) -> io::Result<()> {
        self.heading("text-handled", out)?;
        for score in &self.card.competencies {
            paragraph(out, "  ", &self.score(score))?;
            if let Some(possible) = self.possible(score) {
                paragraph(out, "    ", &possible)?;
            }
        }
        let overall = match (self.card.overall, self.card.band) {
            (Some(overall), Some(band)) => self.words.format(
                "text-overall",
                &[
                    ("score", usize::from(shown(overall)).into()),
                    ("band", Value::Text(&self.words.text(keys::band(band)))),
                    ("passed", Value::Text(if self.card.passed == Some(true) { "yes" } else { "no" })),
                ],
            ),
            _ => self.words.text("text-no-overall"),
        };
        paragraph(out, "  ", &overall)
    }

    fn score(&self, score: &CompetencyScore) -> String {
        let name = self.competency(score.id.as_str());
        let mut values = vec![("name", Value::Text(&name)), ("n", score.decisions.into())];
        let Some(points) = score.score else { return self.words.format("text-score-none", &values) };
        values.push(("score", usize::from(shown(points)).into()));
        match score.band {
            None => self.words.format("text-score-little", &values),
            Some(band) => {
                let band = self.words.text(keys::band(band));
                values.push(("band", Value::Text(&band)));
                self.words.format("text-score", &values)
            }
        }
    }

    /// The lowest and the highest score that any play could reach; none where this one was not asked for it.
    fn possible(&self, score: &CompetencyScore) -> Option<String> {
        score.score?;
        let range = self.beside.along?.ranges.iter().find(|range| range.competency == score.id)?;
        let [low, high] = [range.least.score, range.greatest.score].map(|score| usize::from(shown(score)));
        Some(self.words.format("debrief-possible", &[("low", low.into()), ("high", high.into())]))
    }

    fn promises(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.card.promises.is_empty() {
            return Ok(());
        }
        self.heading("text-promises", out)?;
        for (id, state) in &self.card.promises {
            let Some(promise) = self.session.scenario().promises.get(id) else { continue };
            let card = crate::session::Card::of_promise(promise);
            let became =
                self.card.still_open.get(id).map_or_else(|| keys::promise(*state), |one| keys::still_open(*one));
            let text = self.words.format(
                "text-promise",
                &[
                    ("what", Value::Text(&card.what)),
                    ("who", Value::Text(&card.who.unwrap_or_else(|| self.words.text("promise-nobody")))),
                    ("when", Value::Text(&card.when.unwrap_or_else(|| self.words.text("promise-no-date")))),
                    ("state", Value::Text(&self.words.text(became))),
                ],
            );
            paragraph(out, "  ", &text)?;
        }
        Ok(())
    }

    fn facts(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out)?;
        let lists = [("text-facts-noticed", &self.card.noticed), ("text-facts-missed", &self.card.missed)];
        for (key, facts) in lists.into_iter().filter(|(_, facts)| !facts.is_empty()) {
            let texts: Vec<&str> =
                facts.iter().filter_map(|id| Some(self.session.scenario().facts.get(id)?.text.as_str())).collect();
            paragraph(out, "", &self.words.format(key, &[("facts", Value::Text(&texts.join("; ")))]))?;
        }
        Ok(())
    }

    fn decisions(&self, out: &mut dyn Write) -> io::Result<()> {
        self.heading("text-decisions", out)?;
        for evidence in &self.card.evidence {
            self.decision(evidence, out)?;
        }
        Ok(())
    }

    fn decision(&self, evidence: &Evidence, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out)?;
        let name = &self.session.scenario().customer.name;
        let mark = format!("{:>2}. ", evidence.n);
        let cue = if evidence.spoken {
            let cue = self.words.quoted(&evidence.cue);
            self.words.format("text-customer-said", &[("name", name.into()), ("cue", (&cue).into())])
        } else {
            format!("({})", evidence.cue)
        };
        paragraph(out, &mark, &cue)?;
        let said = match evidence.given {
            Given::Reply(_) => "text-you-said",
            Given::Fragments(_) => "text-you-heard",
            Given::Silence => "text-you-silent",
        };
        paragraph(out, "    ", &self.words.format(said, &[("line", (&evidence.line).into())]))?;
        for level in &evidence.levels {
            let anchor = match self.rubric().competency(level.competency.as_str()).filter(|_| level.shown) {
                Some(competency) => format!(": {}", self.words.rubric().anchor(competency, level.earned)),
                None => self.words.text("text-not-shown"),
            };
            let name = self.competency(level.competency.as_str());
            let values = [
                ("name", Value::Text(&name)),
                ("earned", usize::from(level.earned).into()),
                ("best", usize::from(level.best).into()),
                ("anchor", Value::Text(&anchor)),
            ];
            paragraph(out, "      ", &self.words.format("text-level", &values))?;
        }
        for code in &evidence.errors {
            if let Some(error) = self.rubric().error(code) {
                paragraph(out, "      ", &format!("{}.", self.words.rubric().error(error)))?;
            }
        }
        if let Some(heard) = &evidence.heard {
            paragraph(out, "    ", &self.words.heard(heard))?;
        }
        if !evidence.because.is_empty() {
            paragraph(out, "    ", &evidence.because)?;
        }
        if let Some(better) = &evidence.better {
            paragraph(out, "    ", &self.words.format("text-better", &[("line", (&better.line).into())]))?;
        }
        Ok(())
    }

    fn heading(&self, key: &str, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out)?;
        paragraph(out, "", &self.words.text(key))
    }

    fn competency(&self, id: &str) -> String {
        let name = |competency| self.words.rubric().name(competency).to_owned();
        self.rubric().competency(id).map_or_else(|| id.to_owned(), name)
    }

    fn rubric(&self) -> &Rubric {
        &self.session.rules().rubric
    }
}
