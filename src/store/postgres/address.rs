//! Where a server is, as people write it, and how to get there: `postgres://user@host:5432/database?sslmode=require`.

use std::fmt;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::StoreError;

/// How long a machine may take to answer at all.
const CONNECT: Duration = Duration::from_secs(10);
/// After how long a silent connection is looked after, and given up where nothing is heard.
const SILENCE: Duration = Duration::from_secs(20);
/// A password that is not to stand in the address.
const PASSWORD: &str = "PGPASSWORD";

/// The address of a database on a server. However it is shown, its password is not.
#[derive(Clone)]
pub(super) struct Address {
    config: Config,
    shown: String,
}

impl fmt::Debug for Address {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.shown)
    }
}

impl Address {
    /// Reads an address. Where it has no password, the environment variable `PGPASSWORD` may.
    ///
    /// # Errors
    /// What is wrong with it, as sentences that show nothing of a password.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let written = "An address is written `postgres://user@host:5432/database?sslmode=require`";
        let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"));
        let Some(rest) = rest else {
            return Err(format!("The store's address does not begin with `postgres://`. {written}."));
        };
        if rest.split('?').next().is_some_and(|place| place.matches('@').count() > 1) {
            return Err(
                "The store's address has more than one `@`. Within a name or a password, write `%40` for it.".into()
            );
        }
        let mut config: Config = text.parse().map_err(|error: postgres::Error| {
            let why = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
            format!(
                "The store's address cannot be read ({why}). {written}; `sslmode` is `disable`, `prefer` or `require`, which also looks at the certificate."
            )
        })?;
        if config.get_hosts().is_empty() {
            return Err(format!("The store's address names no host. {written}."));
        }
        if config.get_password().is_none()
            && let Ok(password) = std::env::var(PASSWORD)
        {
            config.password(password);
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        if config.get_application_name().is_none() {
            config.application_name("amends");
        }
        config.keepalives_idle(SILENCE).tcp_user_timeout(SILENCE);
        let shown = shown(&config);
        Ok(Self { config, shown })
    }

    /// The address without its password.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// Opens a connection, encrypted as the address asks.
    pub(super) fn connect(&self) -> Result<Client, StoreError> {
        Ok(match self.encryption()? {
            Some(tls) => self.config.connect(tls)?,
            None => self.config.connect(NoTls)?,
        })
    }

    /// What encrypts; nothing where that is not wanted, or not to be had and not insisted on.
    fn encryption(&self) -> Result<Option<MakeRustlsConnect>, StoreError> {
        let mode = self.config.get_ssl_mode();
        if mode == SslMode::Disable || self.config.get_hosts().iter().all(is_here) {
            return Ok(None);
        }
        match MakeRustlsConnect::with_native_certs() {
            Ok((tls, _)) => Ok(Some(tls)),
            Err(_) if mode == SslMode::Prefer => Ok(None),
            Err(errors) => {
                let why = errors.first().map_or_else(|| "none is there".to_owned(), ToString::to_string);
                let why = format!(
                    "no certificates can be read on this machine ({why}), so nobody can tell whether the server is the right one. Install the system's certificates, or name a file of them in the environment variable SSL_CERT_FILE"
                );
                Err(StoreError::Server { place: String::new(), why })
            }
        }
    }
}

/// Whether a host is a socket of this machine.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(_) => false,
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

fn shown(config: &Config) -> String {
    let user = config.get_user().map(|user| format!("{user}@")).unwrap_or_default();
    let hosts = config.get_hosts().iter().enumerate().map(|(at, host)| {
        let ports = config.get_ports();
        let port = ports.get(at).or(ports.first()).map(|port| format!(":{port}")).unwrap_or_default();
        match host {
            Host::Tcp(name) => format!("{name}{port}"),
            #[cfg(unix)]
            Host::Unix(folder) => format!("{}{port}", folder.display()),
        }
    });
    let hosts: Vec<String> = hosts.collect();
    let database = config.get_dbname().or(config.get_user()).unwrap_or_default();
    format!("postgres://{user}{}/{database}", hosts.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password_however_that_is_written() {
        for written in [
            "postgres://ann:s3cret@db.example:5433/training?sslmode=require",
            "postgresql://ann:s3cret@db.example:5433/training",
            "postgres://ann@db.example:5433/training?password=s3cret",
            "postgres://ann:s3cret%40%2F@db.example:5433/training",
        ] {
            let address = Address::read(written).expect("an address");
            assert_eq!(address.shown(), "postgres://ann@db.example:5433/training");
            assert!(!format!("{address:?}").contains("s3cret"));
        }
    }

    #[test]
    fn what_is_wrong_with_an_address_is_told_without_its_password() {
        for (written, told) in [
            ("mysql://ann:s3cret@db/training", "does not begin with `postgres://`"),
            ("postgres://ann:s3c@ret@db/training", "more than one `@`"),
            ("postgres://ann:s3cret@db/training?sslmode=verify-full", "`sslmode` is `disable`"),
            ("postgres://ann:s3cret@db/training?colour=blue", "unknown option `colour`"),
            ("postgres://ann:s3cret@db:port/training", "cannot be read"),
        ] {
            let why = Address::read(written).expect_err("it is refused");
            assert!(why.contains(told) && !why.contains("s3c"), "{why}");
        }
    }
}
