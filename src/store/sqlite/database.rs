//! What the stores have in common, said to `SQLite`.

use std::borrow::Cow;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};

use crate::store::StoreError;
use crate::store::sql::{Database, Row, Value, all};

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Nothing => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Number(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

impl Row for rusqlite::Row<'_> {
    fn number(&self, column: usize) -> Result<i64, StoreError> {
        Ok(self.get(column)?)
    }

    fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(self.get(column)?)
    }

    fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(self.get(column)?)
    }

    fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(self.get(column)?)
    }

    fn lent(&self, column: usize) -> Result<Option<Cow<'_, str>>, StoreError> {
        let text = self.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        Ok(text.map(Cow::Borrowed))
    }

    fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        Ok(self.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?)
    }

    fn cells(&self, show: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        for column in 0..self.as_ref().column_count() {
            if let ValueRef::Text(cell) | ValueRef::Blob(cell) = self.get_ref(column)? {
                show(cell);
            }
        }
        Ok(())
    }
}

/// Shared, so that an open transaction is a database too.
impl Database for &Connection {
    fn execute(&mut self, statement: &str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        Ok(self.prepare_cached(statement)?.execute(params_from_iter(values))?)
    }

    fn query(
        &mut self,
        question: &str,
        values: &[Value<'_>],
        take: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.prepare_cached(question)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }

    fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        all(self, "SELECT name FROM sqlite_master WHERE type = 'table'", &[], |row| row.text(0))
    }

    /// Whoever writes holds the whole file.
    fn and_hold(&self) -> &'static str {
        ""
    }

    fn unique(&self, column: &str) -> String {
        column.to_owned()
    }
}
