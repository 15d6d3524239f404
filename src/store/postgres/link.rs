//! What the stores have in common, said to `PostgreSQL`.
//!
//! Its texts know no NUL, and names may hold one. Texts are kept as texts all the same, so that whoever looks into the database can
//! read them: NUL is written as `\1\1` and `\1` as `\1\2`, which leaves every other text as it is and all of them in their order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{ToSql, Type};
use postgres::{Client, Statement};

use crate::store::StoreError;
use crate::store::sql::{Database, Row, Value, all};

/// An open connection, with the statements it has prepared.
pub(super) struct Link {
    client: Client,
    prepared: BTreeMap<String, Statement>,
}

impl fmt::Debug for Link {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "a connection with {} statements", self.prepared.len())
    }
}

type Parameter<'v> = Box<dyn ToSql + Sync + 'v>;

impl Link {
    pub(super) fn of(client: Client) -> Self {
        Self { client, prepared: BTreeMap::new() }
    }

    /// Whether it is known to be no more.
    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Does what some statements say that have no values.
    pub(super) fn script(&mut self, statements: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(statements)?)
    }

    /// Does something in a transaction that begins so: all of it is there afterwards, or nothing.
    pub(super) fn transaction<T>(
        &mut self,
        begin: &str,
        act: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.script(begin)?;
        match act(self) {
            Ok(done) => self.script("COMMIT").map(|()| done),
            Err(error) => {
                // What matters is the error returned; a connection that is lost undoes it too.
                let _ = self.script("ROLLBACK");
                Err(error)
            }
        }
    }

    fn prepare(&mut self, statement: &str, values: &[Value<'_>]) -> Result<Statement, StoreError> {
        if let Some(prepared) = self.prepared.get(statement) {
            return Ok(prepared.clone());
        }
        let types: Vec<Type> = values.iter().map(kind).collect();
        let prepared = self.client.prepare_typed(&numbered(statement), &types)?;
        self.prepared.insert(statement.to_owned(), prepared.clone());
        Ok(prepared)
    }
}

impl Database for Link {
    fn execute(&mut self, statement: &str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        let statement = self.prepare(statement, values)?;
        let values: Vec<Parameter<'_>> = values.iter().map(parameter).collect();
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(AsRef::as_ref).collect();
        let changed = self.client.execute(&statement, &values)?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    fn query(
        &mut self,
        question: &str,
        values: &[Value<'_>],
        take: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let question = self.prepare(question, values)?;
        let mut rows = self.client.query_raw(&question, values.iter().map(parameter))?;
        while let Some(row) = rows.next()? {
            take(&row)?;
        }
        Ok(())
    }

    fn tables(&mut self) -> Result<Vec<String>, StoreError> {
        let tables = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'amends' ORDER BY 1";
        all(self, tables, &[], |row| row.text(0))
    }

    fn and_hold(&self) -> &'static str {
        " FOR UPDATE"
    }

    /// A tree of texts takes none of more than some 2,700 bytes, one of their digests takes all.
    fn unique(&self, column: &str) -> String {
        format!("digest({column})")
    }
}

impl Row for postgres::Row {
    fn number(&self, column: usize) -> Result<i64, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(read(self.try_get(column)?).into_owned())
    }

    fn maybe_number(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(self.lent(column)?.map(Cow::into_owned))
    }

    fn lent(&self, column: usize) -> Result<Option<Cow<'_, str>>, StoreError> {
        Ok(self.try_get::<_, Option<&str>>(column)?.map(read))
    }

    fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        Ok(self.try_get(column)?)
    }

    fn cells(&self, show: &mut dyn FnMut(&[u8])) -> Result<(), StoreError> {
        for (at, column) in self.columns().iter().enumerate() {
            if *column.type_() == Type::TEXT {
                if let Some(text) = self.maybe_text(at)? {
                    show(text.as_bytes());
                }
            } else if *column.type_() == Type::BYTEA
                && let Some(bytes) = self.try_get::<_, Option<&[u8]>>(at)?
            {
                show(bytes);
            }
        }
        Ok(())
    }
}

fn kind(value: &Value<'_>) -> Type {
    match value {
        Value::Nothing | Value::Text(_) => Type::TEXT,
        Value::Number(_) => Type::INT8,
        Value::Bytes(_) => Type::BYTEA,
    }
}

fn parameter<'v>(value: &'v Value<'_>) -> Parameter<'v> {
    match value {
        Value::Nothing => Box::new(None::<&str>),
        Value::Number(number) => Box::new(*number),
        Value::Text(text) => Box::new(written(text)),
        Value::Bytes(bytes) => Box::new(*bytes),
    }
}

/// `?1` as this database names it: `$1`.
fn numbered(statement: &str) -> String {
    statement.replace('?', "$")
}

/// A text as the database keeps it.
pub(super) fn written(text: &str) -> Cow<'_, str> {
    if text.contains(['\0', '\u{1}']) {
        text.replace('\u{1}', "\u{1}\u{2}").replace('\0', "\u{1}\u{1}").into()
    } else {
        text.into()
    }
}

/// A text as it was before it was kept.
fn read(text: &str) -> Cow<'_, str> {
    if text.contains('\u{1}') {
        text.replace("\u{1}\u{1}", "\0").replace("\u{1}\u{2}", "\u{1}").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_comes_back_and_stands_in_the_same_order(
            one in "[\0\u{1}\u{2}ab]{0,6}", other in "[\0\u{1}\u{2}ab]{0,6}"
        ) {
            let (kept, beside) = (written(&one), written(&other));
            prop_assert!(!kept.contains('\0'));
            prop_assert_eq!(read(&kept), one.as_str());
            prop_assert_eq!(kept.cmp(&beside), one.cmp(&other));
        }
    }
}
