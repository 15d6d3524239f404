//! Where a store of synthetic people is filled: a file through its own import, an empty database of a server by `COPY`, which asks the
//! server once for many rows and not once for each.

use std::io::Write;

use amends::attempt::{How, Line, Mode, Recorder};
use amends::store::{Piece, Postgres, Sqlite, Store};
use postgres::{Client, NoTls, Transaction};

/// A store that is being filled.
pub enum Filling {
    /// A file.
    File(Box<Sqlite>),
    /// An empty database: its store, a connection of its own, and how many attempts it has.
    Server(Box<(Postgres, Client)>, i64),
}

/// Whether a place is the address of a server.
pub fn is_address(place: &str) -> bool {
    place.starts_with("postgres://") || place.starts_with("postgresql://")
}

/// The store at a place.
pub fn store(place: &str) -> Box<dyn Store> {
    if is_address(place) { Box::new(Postgres::at(place).unwrap()) } else { Box::new(Sqlite::in_folder(place)) }
}

impl Filling {
    /// The store at a place, which is made where it is not.
    pub fn of(place: &str) -> Self {
        if !is_address(place) {
            return Self::File(Box::new(Sqlite::in_folder(place)));
        }
        let store = Postgres::at(place).unwrap();
        store.ready().unwrap();
        let mut client = Client::connect(place, NoTls).unwrap();
        client.batch_execute("SET search_path = amends, pg_temp").unwrap();
        let there: i64 = client.query_one("SELECT COUNT(*) FROM attempts", &[]).unwrap().get(0);
        assert_eq!(there, 0, "an empty database is filled");
        Self::Server(Box::new((store, client)), 0)
    }

    /// Keeps the text of a scenario.
    pub fn text(&self, hash: &str, text: &str) {
        match self {
            Self::File(store) => store.keep_scenario(hash, text).unwrap(),
            Self::Server(server, _) => server.0.keep_scenario(hash, text).unwrap(),
        }
    }

    /// Takes attempts in, at one stroke.
    pub fn take(&mut self, pieces: &mut dyn Iterator<Item = Piece>) {
        match self {
            Self::File(store) => {
                store.merge("benches", &mut pieces.map(Ok)).unwrap();
            }
            Self::Server(server, there) => {
                let mut transaction = server.1.transaction().unwrap();
                *there = copy(&mut transaction, pieces, *there);
                transaction.commit().unwrap();
            }
        }
    }
}

/// Writes the rows that the store itself would have written. Gives how many attempts there are.
fn copy(transaction: &mut Transaction<'_>, pieces: &mut dyn Iterator<Item = Piece>, mut place: i64) -> i64 {
    let (mut attempts, mut events) = (String::new(), String::new());
    for piece in pieces {
        let Piece::Attempt { start, lines } = piece else { unreachable!("attempts are made, and nothing else") };
        place += 1;
        let mode = if start.mode == Mode::Assessment { "assessment" } else { "practice" };
        let (trainee, cohort) = (start.trainee.unwrap(), start.cohort.unwrap());
        let mut told = lines.iter().map(|line| serde_json::from_str(line).unwrap());
        let ended = told.find_map(|line| if let Line::End(end) = line { Some(end.how) } else { None });
        let ended = match ended.unwrap() {
            How::Finished => "finished",
            How::Left => "left",
            How::Interrupted => "interrupted",
        };
        let started = start.started.as_microsecond();
        attempts += &format!(
            "{place}\t{}\t{}\t{}\t{mode}\t{trainee}\t{cohort}\t{cohort}\t{started}\t{ended}\n",
            start.attempt, start.scenario, start.hash
        );
        for (n, line) in (1..).zip(&lines) {
            let kind = line.split('"').nth(3).unwrap();
            events += &format!("{place}\t{n}\t{kind}\t{}\n", line.replace('\\', "\\\\"));
        }
    }
    let columns = "attempts (place, id, scenario, hash, mode, trainee, own_cohort, cohort, started, ended)";
    for (columns, rows) in [(columns, attempts), ("events (attempt, n, kind, line)", events)] {
        let mut into = transaction.copy_in(&format!("COPY {columns} FROM STDIN")).unwrap();
        into.write_all(rows.as_bytes()).unwrap();
        into.finish().unwrap();
    }
    // What begins later has the places after these.
    let next = "SELECT setval(pg_get_serial_sequence('amends.attempts', 'place'), $1)";
    transaction.query(next, &[&place]).unwrap();
    place
}
