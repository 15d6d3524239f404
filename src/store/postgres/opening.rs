//! Opening a connection, and bringing a database of an earlier form to the present one.

use super::address::Address;
use super::link::Link;
use crate::store::StoreError;
use crate::store::sql::{Database, first, number};

/// Each brings the database from one form to the next; all that are missing are taken in one transaction. Once released, one is never
/// changed.
const MIGRATIONS: &[&str] = &[include_str!("0001-attempts.sql"), include_str!("0002-laptops.sql")];
/// "Amnd": whoever changes the form of a database holds the lock of this number.
const FORM_LOCK: i64 = 0x416d_6e64;
/// How a session behaves, whatever the server's own settings: our tables first, nobody waits for ever.
const SESSION: &str = "SET search_path = amends, pg_temp; SET lock_timeout = '10s'; SET client_min_messages = 'warning'; SET default_transaction_isolation = 'read committed'";

/// Opens a connection to a database, and makes the tables where there are none.
pub(super) fn open(address: &Address) -> Result<Link, StoreError> {
    let mut link = Link::of(address.connect()?);
    link.script(SESSION)?;
    let encoding = first(&mut link, "SELECT current_setting('server_encoding')", &[], |row| row.text(0))?;
    if let Some(encoding) = encoding.filter(|encoding| encoding != "UTF8") {
        let why = format!(
            "its texts are kept as {encoding}, which does not know every letter. Make a database of its own: createdb --encoding UTF8 --template template0 amends"
        );
        return Err(StoreError::Server { place: String::new(), why });
    }
    // Where a server is set to answer before it has written, it would lose replies when it fails.
    let safe =
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
    link.query(safe, &[], &mut |_| Ok(()))?;
    migrate(&mut link, MIGRATIONS)?;
    Ok(link)
}

/// The form a database has; 0 where it has none of our tables.
pub(super) fn form(link: &mut Link) -> Result<i64, StoreError> {
    // Read off the catalogue's tables: whoever waited for somebody else to make it sees it there at once.
    let made = "SELECT COUNT(*) FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = 'amends' AND p.proname = 'form'";
    if number(link, made)? == 0 { Ok(0) } else { number(link, "SELECT amends.form()") }
}

/// Takes the steps that the database has not taken yet, all of them or none.
fn migrate(link: &mut Link, steps: &[&str]) -> Result<(), StoreError> {
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    if form(link)? == known {
        return Ok(());
    }
    link.transaction("BEGIN", |link| {
        link.query("SELECT pg_advisory_xact_lock(?1)::text", &[FORM_LOCK.into()], &mut |_| Ok(()))?;
        // Somebody else may have taken the steps while this one waited.
        let found = form(link)?;
        if found > known {
            return Err(StoreError::Newer { place: String::new(), found, known });
        }
        if found == 0 {
            make_room(link)?;
        }
        act_as_owner(link)?;
        for step in steps.iter().skip(usize::try_from(found).unwrap_or_default()) {
            link.script(step)?;
        }
        link.script(&format!(
            "CREATE OR REPLACE FUNCTION form() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT {known}::bigint'"
        ))
    })
}

/// Makes the schema `amends`, unless somebody made it for us. Tables of another program in it are left as they are.
fn make_room(link: &mut Link) -> Result<(), StoreError> {
    if !link.tables()?.is_empty() {
        return Err(StoreError::Foreign { place: String::new() });
    }
    if number(link, "SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'amends'")? == 0 {
        link.script("CREATE SCHEMA amends")?;
    }
    Ok(())
}

/// Until the transaction is over, whatever is made belongs to whom the schema belongs to.
fn act_as_owner(link: &mut Link) -> Result<(), StoreError> {
    let owner = "SELECT quote_ident(pg_get_userbyid(nspowner)) FROM pg_namespace WHERE nspname = 'amends' AND pg_get_userbyid(nspowner) <> current_user";
    match first(link, owner, &[], |row| row.text(0))? {
        Some(owner) => link.script(&format!("SET LOCAL ROLE {owner}")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::postgres::server::database;
    use crate::store::{Postgres, Store};

    #[test]
    fn a_database_of_the_first_form_is_brought_to_the_present_one_with_all_that_is_in_it() {
        let Some(address) = database() else { return };
        let mut link = Link::of(Address::read(&address).expect("an address").connect().expect("a connection"));
        link.script(SESSION).expect("a session");
        migrate(&mut link, MIGRATIONS.get(..1).expect("a first step")).expect("the first form");
        link.script("INSERT INTO scenarios (hash, text) VALUES ('h', 'its text')").expect("a row");
        assert_eq!(form(&mut link).expect("a form"), 1);
        let store = Postgres::at(&address).expect("an address");
        assert_eq!(store.scenario("h").expect("it is read").as_deref(), Some("its text"));
        assert_eq!(usize::try_from(form(&mut link).expect("a form")), Ok(MIGRATIONS.len()));
    }

    #[test]
    fn several_that_open_an_empty_database_at_once_make_it_together() {
        let Some(address) = database() else { return };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| Postgres::at(&address).expect("an address").ready().expect("it is opened"));
            }
        });
    }

    #[test]
    fn a_newer_database_and_another_program_s_tables_are_left_as_they_are() {
        let Some(address) = database() else { return };
        let mut link = Link::of(Address::read(&address).expect("an address").connect().expect("a connection"));
        link.script("CREATE SCHEMA amends; CREATE TABLE amends.till (amount bigint)").expect("a table");
        let ready = || Postgres::at(&address).expect("an address").ready().expect_err("it is refused").to_string();
        let other = ready();
        assert!(other.contains("another program"), "{other}");
        link.script(
            "DROP TABLE amends.till; CREATE FUNCTION amends.form() RETURNS bigint LANGUAGE sql AS 'SELECT 99::bigint'",
        )
        .expect("a form");
        let newer = ready();
        assert!(newer.contains("newer Amends") && newer.contains("99"), "{newer}");
        assert_eq!(link.tables().expect("tables"), Vec::<String>::new());
    }
}
