//! A table as a Parquet file: what a warehouse reads as it is. Rows are held until there are as many as a row group has, then written
//! column by column, so that a table of any length needs no more memory than one group.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::cell::{Cell, Kind};
use super::columns::{Column, Columns};

/// Rows of one group.
pub const GROUP: usize = 65_536;

/// A table being written.
pub struct Parquet<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Held>,
    rows: usize,
    group: usize,
}

/// The fields of one column that are not written yet: whether each is there, and those that are.
struct Held {
    there: Vec<i16>,
    values: Values,
}

enum Values {
    Texts(Vec<ByteArray>),
    Numbers(Vec<i64>),
    Truths(Vec<bool>),
}

impl Held {
    fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text => Values::Texts(Vec::new()),
            Kind::Whole | Kind::Moment => Values::Numbers(Vec::new()),
            Kind::Truth => Values::Truths(Vec::new()),
        };
        Self { there: Vec::new(), values }
    }

    fn push(&mut self, cell: Cell) {
        let there = match (cell, &mut self.values) {
            (Cell::Text(text), Values::Texts(texts)) => {
                // Neighbours often say the same: then they share one text.
                let same = texts.last().filter(|last| last.data() == text.as_bytes()).cloned();
                texts.push(same.unwrap_or_else(|| ByteArray::from(text.into_bytes())));
                1
            }
            (Cell::Whole(number), Values::Numbers(numbers)) => {
                numbers.push(number);
                1
            }
            (Cell::Moment(moment), Values::Numbers(numbers)) => {
                numbers.push(moment.as_microsecond());
                1
            }
            (Cell::Truth(truth), Values::Truths(truths)) => {
                truths.push(truth);
                1
            }
            _ => 0,
        };
        self.there.push(there);
    }

    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = Some(self.there.as_slice());
        match &mut self.values {
            Values::Texts(texts) => column.typed::<ByteArrayType>().write_batch(texts, there, None)?,
            Values::Numbers(numbers) => column.typed::<Int64Type>().write_batch(numbers, there, None)?,
            Values::Truths(truths) => column.typed::<BoolType>().write_batch(truths, there, None)?,
        };
        self.there.clear();
        match &mut self.values {
            Values::Texts(texts) => texts.clear(),
            Values::Numbers(numbers) => numbers.clear(),
            Values::Truths(truths) => truths.clear(),
        }
        Ok(())
    }
}

impl<W: Write + Send> Parquet<W> {
    /// Begins a table. `about` goes into the file as key and value.
    ///
    /// # Errors
    /// What the writer says.
    pub fn begin(name: &str, columns: &Columns, about: &[(String, String)], out: W) -> io::Result<Self> {
        Self::in_groups_of(GROUP, name, columns, about, out)
    }

    /// The same with another number of rows in a group.
    ///
    /// # Errors
    /// What the writer says.
    pub fn in_groups_of(
        group: usize,
        name: &str,
        columns: &Columns,
        about: &[(String, String)],
        out: W,
    ) -> io::Result<Self> {
        let fields: Result<Vec<_>, _> = columns.iter().map(|column| field(column).map(Arc::new)).collect();
        let schema = fields.and_then(|fields| Type::group_type_builder(name).with_fields(fields).build());
        let about = about.iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone())).collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(concat!("amends ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_key_value_metadata(Some(about))
            .build();
        let file = SerializedFileWriter::new(out, Arc::new(schema.map_err(failed)?), Arc::new(properties));
        let columns = columns.iter().map(|column| Held::new(column.kind)).collect();
        Ok(Self { file: file.map_err(failed)?, columns, rows: 0, group: group.max(1) })
    }

    /// Takes one row.
    ///
    /// # Errors
    /// What the writer says.
    pub fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell);
        }
        self.rows += 1;
        if self.rows >= self.group { self.write_group() } else { Ok(()) }
    }

    /// Writes what is still held, and the end of the file. Gives the writer back.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<W> {
        self.write_group()?;
        self.file.into_inner().map_err(failed)
    }

    fn write_group(&mut self) -> io::Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group().map_err(failed)?;
        for held in &mut self.columns {
            let Some(mut column) = group.next_column().map_err(failed)? else { break };
            held.write(&mut column).and_then(|()| column.close()).map_err(failed)?;
        }
        group.close().map_err(failed)?;
        self.rows = 0;
        Ok(())
    }
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Whole => (Physical::INT64, None),
        Kind::Truth => (Physical::BOOLEAN, None),
        Kind::Moment => (Physical::INT64, Some(LogicalType::timestamp(true, parquet::basic::TimeUnit::MICROS))),
    };
    let field = Type::primitive_type_builder(&column.name, physical);
    field.with_repetition(Repetition::OPTIONAL).with_logical_type(logical).build()
}

fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => io::Error::other(error),
        other => io::Error::other(other),
    }
}
