//! What the stores with a database behind them have in common: the same tables, the same statements, one rule for how versions of an
//! attempt come together. Statements keep to the words `SQLite` and `PostgreSQL` share; values stand in them as `?1`, `?2` …
//! What the databases do differently is asked of [`Database`].

pub(super) mod cohorts;
pub(super) mod merging;
pub(super) mod read;
pub(super) mod rows;
pub(super) mod tombs;
pub(super) mod write;

use std::borrow::Cow;

use super::StoreError;

/// A value in a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'v> {
    /// No text.
    Nothing,
    Number(i64),
    Text(Cow<'v, str>),
    Bytes(&'v [u8]),
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text.into())
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'v> From<&'v Option<String>> for Value<'v> {
    fn from(text: &'v Option<String>) -> Self {
        text.as_ref().map_or(Self::Nothing, Self::from)
    }
}

impl<'v> From<&'v Vec<u8>> for Value<'v> {
    fn from(bytes: &'v Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

/// One row of an answer. Columns are counted from 0; one of another kind than asked for is an error.
pub(super) trait Row {
    fn number(&self, column: usize) -> Result<i64, StoreError>;
    fn text(&self, column: usize) -> Result<String, StoreError>;
    fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError>;
    fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError>;
    /// A text as it lies there, where it can be read so.
    fn lent(&self, column: usize) -> Result<Option<Cow<'_, str>>, StoreError>;
    fn bytes(&self, column: usize) -> Result<&[u8], StoreError>;
    /// Shows the bytes of each text and each blob of the row.
    fn cells(&self, show: &mut dyn FnMut(&[u8])) -> Result<(), StoreError>;
}

/// An open database. Whoever writes has a transaction open.
pub(super) trait Database {
    /// Does what a statement says; gives how many rows it changed.
    fn execute(&mut self, statement: &str, values: &[Value<'_>]) -> Result<usize, StoreError>;

    /// Gives the rows of an answer one by one, without holding all of them.
    fn query(
        &mut self,
        question: &str,
        values: &[Value<'_>],
        take: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// The names of all its tables.
    fn tables(&mut self) -> Result<Vec<String>, StoreError>;

    /// What a question for a row ends with so that nobody else changes the row until the transaction is over.
    fn and_hold(&self) -> &'static str;

    /// What makes a text of any length unique, as `ON CONFLICT` names it.
    fn unique(&self, column: &str) -> String;
}

/// All rows of an answer, each made into something.
pub(super) fn all<T>(
    db: &mut dyn Database,
    question: &str,
    values: &[Value<'_>],
    make: impl Fn(&dyn Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut made = Vec::new();
    db.query(question, values, &mut |row| {
        made.push(make(row)?);
        Ok(())
    })?;
    Ok(made)
}

/// The first row of an answer, where it has one.
pub(super) fn first<T>(
    db: &mut dyn Database,
    question: &str,
    values: &[Value<'_>],
    make: impl Fn(&dyn Row) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    Ok(all(db, question, values, make)?.into_iter().next())
}

/// The one number of an answer; 0 where there is none.
pub(super) fn number(db: &mut dyn Database, question: &str) -> Result<i64, StoreError> {
    Ok(first(db, question, &[], |row| row.number(0))?.unwrap_or_default())
}
