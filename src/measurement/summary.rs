//! Running sums that merge: what is folded in parts, in any order, is what would have come of the whole. A report keeps these
//! instead of attempts.
//!
//! - Chan, T. F., Golub, G. H., & `LeVeque`, R. J. (1983). Algorithms for computing the sample variance. American Statistician 37, 242–247.
//! - Pébay, P. (2008). Formulas for robust, one-pass parallel computation of covariances. Sandia report SAND2008-6212.

use serde::{Deserialize, Serialize};

use super::numbers::{positive, real};
use super::{Refused, Result, at_least, finite};

/// Count, mean and sum of squares about the mean of one quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sums {
    count: usize,
    mean: f64,
    squares: f64,
}

impl Sums {
    /// Adds a value.
    ///
    /// # Errors
    ///
    /// A value that is not finite is refused and leaves the sums as they were.
    pub fn push(&mut self, value: f64) -> Result<()> {
        finite([&value])?;
        self.merge(&Self { count: 1, mean: value, squares: 0.0 });
        Ok(())
    }

    /// The sums of whole numbers whose count, sum and sum of squares are known: exact, since those are whole numbers, too.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the quotients have the digits that any real number has")]
    pub fn of_whole_numbers(count: usize, sum: u64, squares: u64) -> Self {
        if count == 0 {
            return Self::default();
        }
        let (n, sum) = (count as u128, u128::from(sum));
        let about = (n * u128::from(squares)).saturating_sub(sum * sum);
        Self { count, mean: sum as f64 / real(count), squares: about as f64 / real(count) }
    }

    /// Adds what others have summed.
    pub fn merge(&mut self, other: &Self) {
        if other.count == 0 {
            return;
        }
        let (here, there) = (real(self.count), real(other.count));
        let apart = other.mean - self.mean;
        let part = there / (here + there);
        self.count += other.count;
        self.squares += other.squares + apart * apart * here * part;
        self.mean += apart * part;
    }

    /// Values added.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// Their mean; none where nothing was added.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then_some(self.mean)
    }

    /// The sum of their squares about their mean.
    #[must_use]
    pub fn squares(&self) -> f64 {
        self.squares
    }

    /// Their variance, denominator n − 1; none below two values.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        (self.count > 1).then(|| self.squares / (real(self.count) - 1.0))
    }

    /// Their standard deviation; none below two values.
    #[must_use]
    pub fn deviation(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }
}

impl FromIterator<f64> for Sums {
    /// Sums finite values; others are left out.
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sums = Self::default();
        for value in values {
            let _ = sums.push(value);
        }
        sums
    }
}

/// Count, means, and sums of squares and products about the means of several quantities of the same people: what alpha, lambda 2,
/// omega, correlations and slopes are made of. Its size is the square of the number of quantities, whatever the number of people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comoments {
    count: usize,
    means: Vec<f64>,
    /// Row by row, a square.
    products: Vec<Vec<f64>>,
}

impl Comoments {
    /// Nothing summed yet, over so many quantities.
    #[must_use]
    pub fn new(quantities: usize) -> Self {
        Self { count: 0, means: vec![0.0; quantities], products: vec![vec![0.0; quantities]; quantities] }
    }

    /// The sums of whole numbers whose count, sums and sums of products (row by row, a square) are known.
    ///
    /// # Errors
    ///
    /// [`Refused::Uneven`] where the products are no square of as many rows as there are sums.
    #[expect(clippy::cast_precision_loss, reason = "the quotients have the digits that any real number has")]
    pub fn of_whole_numbers(count: u64, sums: &[u64], products: &[Vec<u64>]) -> Result<Self> {
        super::paired(sums, products)?;
        let n = i128::from(count.max(1));
        let about = |x: &u64, y: &u64, product: &u64| n * i128::from(*product) - i128::from(*x) * i128::from(*y);
        let row = |(x, row): (&u64, &Vec<u64>)| -> Result<Vec<f64>> {
            super::paired(sums, row)?;
            Ok(sums.iter().zip(row).map(|(y, product)| about(x, y, product) as f64 / n as f64).collect())
        };
        Ok(Self {
            count: usize::try_from(count).unwrap_or(usize::MAX),
            means: sums.iter().map(|sum| *sum as f64 / n as f64).collect(),
            products: sums.iter().zip(products).map(row).collect::<Result<Vec<Vec<f64>>>>()?,
        })
    }

    /// Adds a person's values, one for each quantity.
    ///
    /// # Errors
    ///
    /// [`Refused::Uneven`] for another number of values, [`Refused::NotANumber`] for one that is not finite; the sums stay as they were.
    pub fn push(&mut self, values: &[f64]) -> Result<()> {
        finite(values)?;
        let one = Self { count: 1, means: values.to_vec(), ..Self::new(values.len()) };
        self.merge(&one)
    }

    /// Adds what others have summed.
    ///
    /// # Errors
    ///
    /// [`Refused::Uneven`] where the other sums have another number of quantities.
    pub fn merge(&mut self, other: &Self) -> Result<()> {
        super::paired(&self.means, &other.means)?;
        if other.count == 0 {
            return Ok(());
        }
        let (here, there) = (real(self.count), real(other.count));
        let part = there / (here + there);
        let apart: Vec<f64> = other.means.iter().zip(&self.means).map(|(there, here)| there - here).collect();
        for ((row, of_other), of_row) in self.products.iter_mut().zip(&other.products).zip(&apart) {
            for ((sum, more), of_column) in row.iter_mut().zip(of_other).zip(&apart) {
                *sum += more + of_row * of_column * here * part;
            }
        }
        for (mean, apart) in self.means.iter_mut().zip(&apart) {
            *mean += apart * part;
        }
        self.count += other.count;
        Ok(())
    }

    /// People added.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The means, one for each quantity; all 0 where nobody was added.
    #[must_use]
    pub fn means(&self) -> &[f64] {
        &self.means
    }

    /// The covariance matrix, denominator n − 1.
    ///
    /// # Errors
    ///
    /// [`Refused::TooFew`] below two people.
    pub fn covariances(&self) -> Result<Vec<Vec<f64>>> {
        at_least(self.count, 2)?;
        let freedom = real(self.count) - 1.0;
        Ok(self.products.iter().map(|row| row.iter().map(|sum| sum / freedom).collect()).collect())
    }

    /// Pearson's correlation of two quantities, numbered from 0.
    ///
    /// # Errors
    ///
    /// [`Refused::OutOfRange`] for a quantity that is not there, [`Refused::NoVariance`] where one never varies.
    pub fn correlation(&self, first: usize, second: usize) -> Result<f64> {
        at_least(self.count, 2)?;
        let at = |row: usize, column: usize| {
            self.products.get(row).and_then(|row| row.get(column)).copied().ok_or(Refused::OutOfRange)
        };
        let room = positive((at(first, first)? * at(second, second)?).sqrt())?;
        Ok((at(first, second)? / room).clamp(-1.0, 1.0))
    }
}

/// The same of pairs of whole numbers, which merge to exactly what the whole would have given: a decision and all the others, say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairs {
    count: u64,
    sums: [u64; 2],
    squares: [u64; 2],
    products: u64,
}

impl Pairs {
    /// Adds a pair.
    pub fn push(&mut self, first: u64, second: u64) {
        self.merge(&Self {
            count: 1,
            sums: [first, second],
            squares: [first * first, second * second],
            products: first * second,
        });
    }

    /// Adds what others have summed.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.products += other.products;
        for (sum, more) in self.sums.iter_mut().chain(&mut self.squares).zip(other.sums.iter().chain(&other.squares)) {
            *sum += more;
        }
    }

    /// Pairs added.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Pearson's correlation, −1 to 1.
    ///
    /// # Errors
    ///
    /// [`Refused::TooFew`] below three pairs, [`Refused::NoVariance`] where one side never varies.
    #[expect(clippy::cast_precision_loss, reason = "the quotient has the digits that any real number has")]
    pub fn correlation(&self) -> Result<f64> {
        at_least(usize::try_from(self.count).unwrap_or(usize::MAX), 3)?;
        let n = i128::from(self.count);
        let [x, y] = self.sums.map(i128::from);
        let [of_x, of_y] = self.squares.map(i128::from);
        let room = ((n * of_x - x * x) as f64).sqrt() * ((n * of_y - y * y) as f64).sqrt();
        Ok(((n * i128::from(self.products) - x * y) as f64 / positive(room)?).clamp(-1.0, 1.0))
    }
}
