//! A table is its columns: what each is called, what it means, and what stands in it. Every format is written from them, so that a
//! number means the same in each.

use super::cell::{Cell, Kind};
use super::told::Told;

/// What stands in a field, of an attempt and, in the table of decisions, one of them by its position from 0.
type Of = Box<dyn Fn(&Told, usize) -> Cell>;

/// One column.
pub struct Column {
    /// What it is called: lower-case letters, digits and `_`.
    pub name: String,
    /// What its fields are.
    pub kind: Kind,
    /// What it means, for people.
    pub means: String,
    of: Of,
}

impl std::fmt::Debug for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.name, self.kind)
    }
}

/// The columns of a table, in order.
#[derive(Debug, Default)]
pub struct Columns(Vec<Column>);

impl Columns {
    /// The columns.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Column> {
        self.0.iter()
    }

    /// The fields of one row.
    #[must_use]
    pub fn row(&self, told: &Told, at: usize) -> Vec<Cell> {
        self.0.iter().map(|column| (column.of)(told, at)).collect()
    }

    pub(super) fn text<T: Into<Cell>>(&mut self, name: &str, means: &str, of: impl Fn(&Told, usize) -> T + 'static) {
        self.add(Kind::Text, name, means, of);
    }

    pub(super) fn whole<T: Into<Cell>>(&mut self, name: &str, means: &str, of: impl Fn(&Told, usize) -> T + 'static) {
        self.add(Kind::Whole, name, means, of);
    }

    pub(super) fn truth<T: Into<Cell>>(&mut self, name: &str, means: &str, of: impl Fn(&Told, usize) -> T + 'static) {
        self.add(Kind::Truth, name, means, of);
    }

    pub(super) fn moment<T: Into<Cell>>(&mut self, name: &str, means: &str, of: impl Fn(&Told, usize) -> T + 'static) {
        self.add(Kind::Moment, name, means, of);
    }

    fn add<T: Into<Cell>>(&mut self, kind: Kind, name: &str, means: &str, of: impl Fn(&Told, usize) -> T + 'static) {
        let of: Of = Box::new(move |told, at| of(told, at).into());
        self.0.push(Column { name: name.to_owned(), kind, means: means.to_owned(), of });
    }
}

/// Several words in one field. None of them has a space in it.
pub(super) fn several<T: ToString>(words: impl IntoIterator<Item = T>) -> String {
    words.into_iter().map(|word| word.to_string()).collect::<Vec<_>>().join(" ")
}

/// A competency's id as the beginning of a column's name.
pub(super) fn column_name(competency: &str) -> String {
    competency.replace('-', "_")
}
