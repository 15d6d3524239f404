//! Attempts and decisions as tables: CSV, Parquet, or a workbook.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;
use jiff::Timestamp;

use super::walk::{Walked, there, walk};
use super::{As, Command, Pending, note, tell_files};
use crate::cli::{CannotRun, Places, Status};
use crate::export::{Cell, Columns, Parquet, Told, Xlsx, about, attempts, csv, decisions};
use crate::rubric::Rubric;
use crate::scenario::Rules;

/// One of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// One row for each attempt
    Attempts,
    /// One row for each decision
    Decisions,
}

impl Which {
    fn name(self) -> &'static str {
        match self {
            Self::Attempts => "attempts",
            Self::Decisions => "decisions",
        }
    }

    fn columns(self, rubric: &Rubric, own_words: bool) -> Columns {
        match self {
            Self::Attempts => attempts(rubric, own_words),
            Self::Decisions => decisions(rubric),
        }
    }

    /// How many rows an attempt has.
    fn rows(self, told: &Told) -> usize {
        match self {
            Self::Attempts => 1,
            Self::Decisions => told.attempt.decisions.len(),
        }
    }
}

/// Writes the tables.
pub fn write(command: &Command, kind: As, file: &Path, places: &Places) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let made = Timestamp::now();
    let about = about(made, &rules.hash(), &rules.rubric, command.names);
    let store = places.store()?;
    crate::cli::attempts::tell_adopted(&*store)?;
    there(command, &*store)?;
    let mut walked = Walked::default();
    let (files, more) = if kind == As::Xlsx {
        let (pending, mut writer) = Pending::begin(file, command, places)?;
        let columns = |which: Which| which.columns(&rules.rubric, command.free_text);
        let mut book = Xlsx::new(columns(Which::Attempts), columns(Which::Decisions), &rules.rubric, about)
            .map_err(|error| pending.failed(&error))?;
        walk(command, &*store, places, &rules, &mut walked, |told| {
            book.take(told).map_err(|error| pending.failed(&error))
        })?;
        let split = book.split();
        book.finish(made, &mut writer).map_err(|error| pending.failed(&error))?;
        (vec![pending.finish(writer)?], split)
    } else {
        let mut tables = begin(command, kind, file, places, &rules.rubric, &about)?;
        walk(command, &*store, places, &rules, &mut walked, |told| {
            tables.iter_mut().try_for_each(|table| table.take(told))
        })?;
        (tables.into_iter().map(Table::finish).collect::<Result<_, _>>()?, None)
    };
    for file in &files {
        let full = std::path::absolute(file).unwrap_or_else(|_| file.clone());
        note(&*store, &full.display().to_string(), made, &walked.attempts)?;
    }
    tell_files(command, &*store, &files, &walked, more.as_deref())
}

/// Begins the files: one for the table that was asked for, else one for each.
fn begin(
    command: &Command,
    kind: As,
    file: &Path,
    places: &Places,
    rubric: &Rubric,
    about: &[(String, String)],
) -> Result<Vec<Table>, CannotRun> {
    let tables = match command.table {
        Some(which) => vec![(which, file.to_owned())],
        None => [Which::Attempts, Which::Decisions].map(|which| (which, beside(file, which))).to_vec(),
    };
    let begun = tables.into_iter().map(|(which, file)| {
        let columns = which.columns(rubric, command.free_text);
        let (pending, mut writer) = Pending::begin(&file, command, places)?;
        let rows = if kind == As::Parquet {
            Parquet::begin(which.name(), &columns, about, writer).map(|table| Rows::Parquet(Box::new(table)))
        } else {
            csv::head(&columns, &mut writer).map(|()| Rows::Csv(writer))
        };
        let rows = rows.map_err(|error| pending.failed(&error))?;
        Ok(Table { which, columns, pending, rows })
    });
    begun.collect()
}

/// `october.csv` becomes `october-attempts.csv`.
fn beside(file: &Path, which: Which) -> PathBuf {
    let mut name = file.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{}", which.name()));
    if let Some(ending) = file.extension() {
        name.push(".");
        name.push(ending);
    }
    file.with_file_name(name)
}

/// A table being written.
struct Table {
    which: Which,
    columns: Columns,
    pending: Pending,
    rows: Rows,
}

enum Rows {
    Csv(BufWriter<File>),
    Parquet(Box<Parquet<BufWriter<File>>>),
}

impl Rows {
    fn row(&mut self, cells: Vec<Cell>) -> io::Result<()> {
        match self {
            Self::Csv(out) => csv::row(&cells, out),
            Self::Parquet(table) => table.row(cells),
        }
    }
}

impl Table {
    fn take(&mut self, told: &Told) -> Result<(), CannotRun> {
        for at in 0..self.which.rows(told) {
            self.rows.row(self.columns.row(told, at)).map_err(|error| self.pending.failed(&error))?;
        }
        Ok(())
    }

    fn finish(self) -> Result<PathBuf, CannotRun> {
        let writer = match self.rows {
            Rows::Csv(out) => out,
            Rows::Parquet(table) => table.finish().map_err(|error| self.pending.failed(&error))?,
        };
        self.pending.finish(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_has_a_file_of_its_own() {
        let name = |file: &str| beside(Path::new(file), Which::Decisions);
        assert_eq!(name("out/october.csv"), Path::new("out/october-decisions.csv"));
        assert_eq!(name("october"), Path::new("october-decisions"));
    }
}
