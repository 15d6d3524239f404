//! Agreement of ratings that are numbers. Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater
//! reliability. Psychological Bulletin 86, 420–428, with their names.

use serde::Serialize;

use super::super::numbers::{mean, positive, real, squares};
use super::super::scores::Scores;
use super::super::tails::{above_f, f_quantile};
use super::super::{Interval, Result, at_least, proper_share};

/// Which intraclass correlation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Form {
    /// ICC(1,1): each thing was rated by raters of its own.
    OneOne,
    /// ICC(2,1): the same raters rated everything and stand for others; that one is stricter than another counts against them.
    TwoOne,
    /// ICC(3,1): the same raters rated everything and only they matter; a rater's constant strictness does not count.
    ThreeOne,
    /// ICC(2,k): as ICC(2,1), for the mean of all the raters.
    TwoAll,
}

/// An intraclass correlation with its test and interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Intraclass {
    /// The correlation, at most 1.
    pub value: f64,
    /// The ratio of the mean squares that tests it against 0.
    pub f: f64,
    /// Degrees of freedom of that ratio.
    pub freedom: (f64, f64),
    /// How often a ratio this large would turn up without any agreement.
    pub p: f64,
    /// Where the true correlation may well lie.
    pub interval: Interval,
}

/// Mean squares of things (rows) × raters (columns).
struct Squares {
    things: f64,
    raters: f64,
    between: f64,
    within: f64,
    of_raters: f64,
    residual: f64,
}

/// The intraclass correlation of things (rows) × raters (columns), with an interval of the given confidence.
///
/// # Errors
///
/// [`TooFew`](super::super::Refused::TooFew) below two things or raters, [`NoVariance`](super::super::Refused::NoVariance) where the
/// raters agree to the last digit, so that no ratio can be formed, or the things do not differ at all.
pub fn intraclass(ratings: &Scores, form: Form, confidence: f64) -> Result<Intraclass> {
    proper_share(confidence)?;
    let parts = parts(ratings)?;
    let tail = (1.0 - confidence) / 2.0;
    match form {
        Form::OneOne => consistent(&parts, parts.within, parts.things * (parts.raters - 1.0), tail),
        Form::ThreeOne => consistent(&parts, parts.residual, freedom(&parts), tail),
        Form::TwoOne => agreeing(&parts, tail),
        Form::TwoAll => {
            let one = agreeing(&parts, tail)?;
            let all = |value: f64| parts.raters * value / (1.0 + (parts.raters - 1.0) * value);
            let Squares { things, between, of_raters, residual, .. } = parts;
            let value = (between - residual) / (between + (of_raters - residual) / things);
            let interval = Interval { lower: all(one.interval.lower), upper: all(one.interval.upper) };
            Ok(Intraclass { value, interval, ..one })
        }
    }
}

fn parts(ratings: &Scores) -> Result<Squares> {
    at_least(ratings.people(), 2)?;
    at_least(ratings.items(), 2)?;
    let (things, raters) = (real(ratings.people()), real(ratings.items()));
    let rows = ratings.rows();
    let all: Vec<f64> = rows.iter().flatten().copied().collect();
    let whole = squares(&all)?;
    let of_things = rows.iter().map(|row| mean(row)).collect::<Result<Vec<f64>>>()?;
    let of_raters: Vec<f64> =
        (0..ratings.items()).map(|at| rows.iter().filter_map(|row| row.get(at)).sum::<f64>() / things).collect();
    let between = squares(&of_things)? * raters;
    let strictness = squares(&of_raters)? * things;
    let left = whole - between - strictness;
    // What rounding leaves of a perfect agreement is not a disagreement.
    let left = if left <= 1e-14 * whole { 0.0 } else { left };
    Ok(Squares {
        things,
        raters,
        between: positive(between)? / (things - 1.0),
        within: (left + strictness) / (things * (raters - 1.0)),
        of_raters: strictness / (raters - 1.0),
        residual: left / ((things - 1.0) * (raters - 1.0)),
    })
}

fn freedom(parts: &Squares) -> f64 {
    (parts.things - 1.0) * (parts.raters - 1.0)
}

/// ICC(1,1) and ICC(3,1): one ratio of mean squares says everything.
fn consistent(parts: &Squares, error: f64, second: f64, tail: f64) -> Result<Intraclass> {
    let first = parts.things - 1.0;
    let f = parts.between / positive(error)?;
    let of = |f: f64| (f - 1.0) / (f + parts.raters - 1.0);
    let lower = of(f / f_quantile(1.0 - tail, first, second)?);
    let upper = of(f * f_quantile(1.0 - tail, second, first)?);
    let p = above_f(f, first, second)?;
    Ok(Intraclass { value: of(f), f, freedom: (first, second), p, interval: Interval { lower, upper } })
}

/// ICC(2,1), whose interval needs the approximate degrees of freedom of Shrout and Fleiss.
fn agreeing(parts: &Squares, tail: f64) -> Result<Intraclass> {
    let Squares { things, raters, between, of_raters, residual, .. } = *parts;
    let f = between / positive(residual)?;
    let below = between + (raters - 1.0) * residual + raters * (of_raters - residual) / things;
    let value = (between - residual) / positive(below)?;
    let strictness = raters * value * of_raters / residual;
    let rest = things * (1.0 + (raters - 1.0) * value) - raters * value;
    let second = freedom(parts) * (strictness + rest).powi(2) / ((things - 1.0) * strictness.powi(2) + rest.powi(2));
    let above = f_quantile(1.0 - tail, things - 1.0, second)?;
    let under = f_quantile(1.0 - tail, second, things - 1.0)?;
    let noise = raters * of_raters + (raters * things - raters - things) * residual;
    let interval = Interval {
        lower: things * (between - above * residual) / (above * noise + things * between),
        upper: things * (under * between - residual) / (noise + things * under * between),
    };
    let p = above_f(f, things - 1.0, freedom(parts))?;
    Ok(Intraclass { value, f, freedom: (things - 1.0, freedom(parts)), p, interval })
}
