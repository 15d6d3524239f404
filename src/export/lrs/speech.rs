//! HTTP with a record store: one request after the other, each again after a growing pause until there is an answer.

use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::io;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use serde_json::Value;
use ureq::http::{Response, Uri};
use ureq::{Agent, Body, Timeout};

use super::answer::{Answer, names};
use super::{News, Stop};
use crate::export::visible;

/// The release of the specification that is spoken.
const VERSION: &str = "1.0.3";
/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 1 << 20;

/// Key and secret of a record store's account. They are never shown.
#[derive(Clone)]
pub struct Keys {
    key: String,
    secret: String,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// Key and secret, as the record store gave them.
    #[must_use]
    pub fn new(key: String, secret: String) -> Self {
        Self { key, secret }
    }

    fn header(&self) -> String {
        format!("Basic {}", base64(format!("{}:{}", self.key, self.secret).as_bytes()))
    }

    /// What a record store says, fit to be shown: without the keys should it repeat them, and not without end.
    fn without(&self, text: &str) -> String {
        let header = self.header();
        let secrets = [header.as_str(), header.trim_start_matches("Basic "), &self.secret, &self.key];
        let known = secrets.iter().filter(|secret| secret.len() > 3);
        let clean = known.fold(text.to_owned(), |text, secret| text.replace(secret, "…"));
        visible(&clean).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect()
    }
}

/// How long an answer is waited for, and how often it is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How long the record store may be silent.
    pub silence: Duration,
    /// The first pause; each is twice as long as the one before.
    pub first: Duration,
    /// The longest pause of our own.
    pub longest: Duration,
    /// The longest pause the record store may ask for.
    pub asked: Duration,
    /// How often one request is tried.
    pub tries: u32,
    /// How often the first one is, where nobody has ever answered: the address may be wrong.
    pub unheard: u32,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            silence: seconds(60),
            first: seconds(1),
            longest: seconds(60),
            asked: seconds(900),
            tries: 10,
            unheard: 6,
        }
    }
}

/// A record store.
#[derive(Clone, Debug)]
pub struct Lrs {
    agent: Agent,
    endpoint: String,
    keys: Keys,
    patience: Patience,
    /// Whether it has ever answered.
    heard: Cell<bool>,
    /// Whether it may have something of what was sent.
    has_some: Cell<bool>,
}

/// What came of one try.
enum Tried {
    Answered { status: u16, body: String },
    Again { why: String, asked: Option<Duration>, heard: bool },
}

impl Lrs {
    /// A record store at a checked [`endpoint`].
    #[must_use]
    pub fn new(endpoint: &str, keys: Keys, patience: Patience) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Keys go to nobody else.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("amends/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(patience.silence))
            .timeout_recv_response(Some(patience.silence))
            .timeout_recv_body(Some(patience.silence))
            .timeout_send_body(Some(patience.silence));
        let config = if is_here(endpoint) { config.proxy(None) } else { config };
        Self {
            agent: config.build().new_agent(),
            endpoint: endpoint.to_owned(),
            keys,
            patience,
            heard: Cell::new(false),
            has_some: Cell::new(false),
        }
    }

    /// Takes it that the record store has answered before.
    pub(super) fn known(&self) {
        self.heard.set(true);
    }

    /// Whether it may have something of what was sent.
    pub(super) fn may_have_some(&self) -> bool {
        self.has_some.get()
    }

    /// Sends statements together.
    pub(super) fn post(&self, statements: &[Value], tell: &mut dyn FnMut(&News)) -> Result<Answer, Stop> {
        let sent = serde_json::to_vec(statements).map_err(|error| Stop(error.to_string()))?;
        let (status, body) = self.ask(tell, &|| {
            let request = self.agent.post(&self.endpoint).header("Content-Type", "application/json");
            request.header("Authorization", self.keys.header()).header("X-Experience-API-Version", VERSION).send(&sent)
        })?;
        match status {
            200 if names(&body, statements) => Ok(Answer::Taken),
            204 => Ok(Answer::Taken),
            200 => Err(Stop(format!(
                "`{}` answers, but not as a learning record store does. Check the address.",
                self.endpoint
            ))),
            409 => Ok(Answer::Conflict(self.keys.without(&body))),
            400 | 413 | 422 => Ok(Answer::Refused(self.refusal(status, &body))),
            _ => Err(self.stop(status, &body)),
        }
    }

    /// The statement under an id; none where there is none.
    pub(super) fn get(&self, id: &str, tell: &mut dyn FnMut(&News)) -> Result<Option<Value>, Stop> {
        let (status, body) = self.ask(tell, &|| {
            let request = self.agent.get(&self.endpoint).query("statementId", id);
            request.header("Authorization", self.keys.header()).header("X-Experience-API-Version", VERSION).call()
        })?;
        match status {
            200 => Ok(serde_json::from_str(&body).ok()),
            404 => Ok(None),
            _ => Err(self.stop(status, &body)),
        }
    }

    /// Asks until there is an answer that will be the same the next time.
    fn ask(
        &self,
        tell: &mut dyn FnMut(&News),
        request: &dyn Fn() -> Result<Response<Body>, ureq::Error>,
    ) -> Result<(u16, String), Stop> {
        let mut pause = self.patience.first;
        let mut tries = 0;
        loop {
            let response = request();
            self.has_some.set(self.has_some.get() || may_have_arrived(&response));
            let (why, asked) = match tried(response)? {
                Tried::Answered { status, body } => {
                    self.known();
                    return Ok((status, body));
                }
                Tried::Again { why, asked, heard } => {
                    self.heard.set(self.heard.get() || heard);
                    (why, asked)
                }
            };
            tries += 1;
            if !self.heard.get() && tries >= self.patience.unheard {
                return Err(Stop(format!(
                    "The record store `{}` cannot be reached: {why}, {tries} times. Check the address, this machine's network, and whether the record store is running.",
                    self.endpoint
                )));
            }
            if tries >= self.patience.tries {
                return Err(Stop(format!(
                    "The record store `{}` cannot be reached: {why}, {tries} times.",
                    self.endpoint
                )));
            }
            let wait = asked.map_or(pause, |asked| asked.min(self.patience.asked).max(pause));
            tell(&News::Waiting { why, pause: wait });
            thread::sleep(wait);
            pause = (pause * 2).min(self.patience.longest);
        }
    }

    fn refusal(&self, status: u16, body: &str) -> String {
        match self.keys.without(body) {
            said if said.is_empty() => format!("the record store answers {status}"),
            said => format!("the record store answers {status}: {said}"),
        }
    }

    fn stop(&self, status: u16, body: &str) -> Stop {
        let endpoint = &self.endpoint;
        Stop(match status {
            401 | 403 => format!(
                "The record store `{endpoint}` does not let these keys in ({status}). Check AMENDS_LRS_KEY and AMENDS_LRS_SECRET."
            ),
            300..=399 => format!(
                "`{endpoint}` points elsewhere ({status}), and keys are not carried there. Name the address it has now."
            ),
            404 | 405 => format!("There is no learning record store at `{endpoint}` ({status}). Check the address."),
            _ => format!("`{endpoint}`: {}.", self.refusal(status, body)),
        })
    }
}

/// Whether what was sent may have been kept, also where the answer was lost on its way.
fn may_have_arrived(response: &Result<Response<Body>, ureq::Error>) -> bool {
    match response {
        Ok(response) => response.status().is_success() || response.status().is_server_error(),
        // The second: no safe connection could be made, so nothing went over it.
        Err(ureq::Error::Io(error)) => {
            !matches!(error.kind(), io::ErrorKind::ConnectionRefused | io::ErrorKind::InvalidData)
        }
        Err(ureq::Error::Timeout(phase)) => !matches!(phase, Timeout::Resolve | Timeout::Connect),
        Err(ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::Rustls(_)) => false,
        Err(_) => true,
    }
}

/// What came of a request: an answer, or why it is worth another try.
fn tried(response: Result<Response<Body>, ureq::Error>) -> Result<Tried, Stop> {
    let again = |why: String, heard| Ok(Tried::Again { why, asked: None, heard });
    let mut response = match response {
        Ok(response) => response,
        Err(ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect)) => return again("it is silent".into(), false),
        Err(ureq::Error::Timeout(_)) => return again("it is silent".into(), true),
        Err(ureq::Error::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
            return Err(Stop(format!("No safe connection to the record store can be made: {}.", innermost(&error))));
        }
        Err(error @ (ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::Rustls(_))) => {
            return Err(Stop(format!("The record store cannot be asked: {error}.")));
        }
        Err(error) => return again(format!("the connection failed ({})", innermost(&error)), false),
    };
    let status = response.status().as_u16();
    if status == 429 || status == 408 || status >= 500 {
        let asked =
            response.headers().get("Retry-After").and_then(|asked| wait(asked.to_str().ok()?, Timestamp::now()));
        let why = if status == 429 { "it asks for a pause".to_owned() } else { format!("it answers {status}") };
        return Ok(Tried::Again { why, asked, heard: true });
    }
    match response.body_mut().with_config().limit(LONGEST_ANSWER).lossy_utf8(true).read_to_string() {
        Ok(body) => Ok(Tried::Answered { status, body }),
        Err(ureq::Error::BodyExceedsLimit(_)) => Ok(Tried::Answered { status, body: String::new() }),
        Err(error) => again(format!("its answer was cut off ({})", innermost(&error)), true),
    }
}

fn innermost(error: &dyn Error) -> String {
    let mut inner = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    visible(&inner.to_string())
}

/// How long `Retry-After` asks to wait: seconds, or a date.
fn wait(asked: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(seconds) = asked.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    // HTTP writes the zone as a name that mail has long given up.
    let date = rfc2822::parse(&asked.trim().replace("GMT", "+0000")).ok()?;
    Some(date.timestamp().duration_since(now).try_into().unwrap_or_default())
}

/// The address of the statements of a record store.
///
/// # Errors
/// Why it is none, as a sentence. It does not repeat the address where keys stand in it.
pub fn endpoint(url: &str) -> Result<String, String> {
    let uri: Uri =
        url.parse().map_err(|_| "this is no address. One looks like `https://lrs.example.org/xapi`".to_owned())?;
    let Some(authority) = uri.authority() else {
        return Err("this is no address. One looks like `https://lrs.example.org/xapi`".to_owned());
    };
    if authority.as_str().contains('@') {
        return Err("keys do not belong into an address, where others can see them. Put them into AMENDS_LRS_KEY and AMENDS_LRS_SECRET".to_owned());
    }
    if uri.query().is_some() {
        return Err("the address of a record store has no `?` in it".to_owned());
    }
    if uri.scheme_str() != Some("https") && !(uri.scheme_str() == Some("http") && is_here(url)) {
        return Err("only `https://` keeps the keys and what people said to themselves. `http://` is taken for this machine alone".to_owned());
    }
    let url = url.trim_end_matches('/');
    Ok(if url.ends_with("/statements") { url.to_owned() } else { format!("{url}/statements") })
}

/// Whether an address is this machine's own.
fn is_here(url: &str) -> bool {
    let host = url.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned)).unwrap_or_default();
    matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]" | "::1")
}

/// Base64 with padding (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let letter = usize::try_from(bits >> shift & 63).ok().and_then(|index| LETTERS.get(index));
            out.push(if place > three.len() { '=' } else { letter.copied().unwrap_or(b'=').into() });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_the_norm_has_it() {
        let told = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(told, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn a_pause_is_asked_for_in_seconds_or_until_a_date() {
        let now = "2026-03-02T06:00:00Z".parse().expect("a moment");
        assert_eq!(wait("120", now), Some(Duration::from_mins(2)));
        assert_eq!(wait("Mon, 02 Mar 2026 06:00:30 GMT", now), Some(Duration::from_secs(30)));
        assert_eq!(wait("Mon, 02 Mar 2026 05:00:30 GMT", now), Some(Duration::ZERO));
        assert_eq!(wait("soon", now), None);
    }

    #[test]
    fn keys_go_only_where_nobody_listens() {
        assert_eq!(endpoint("https://lrs.example.org/xapi/"), Ok("https://lrs.example.org/xapi/statements".into()));
        assert_eq!(endpoint("http://127.0.0.1:80/xapi/statements"), Ok("http://127.0.0.1:80/xapi/statements".into()));
        for wrong in [
            "http://lrs.example.org",
            "https://key:secret@lrs.example.org",
            "lrs",
            "/xapi",
            "ftp://x",
            "https://x/y?z",
            "http://127.0.0.1.example.org",
        ] {
            let why = endpoint(wrong).expect_err(wrong);
            assert!(!why.contains("secret@"), "{why}");
        }
    }

    #[test]
    fn keys_are_never_shown() {
        let keys = Keys::new("the-key".into(), "the-secret".into());
        let said = keys.without(&format!("no the-secret for the-key \u{1b}[31m, {}", keys.header()));
        assert!(!said.contains("the-secret") && !said.contains("the-key") && !said.contains(&keys.header()), "{said}");
        assert_eq!(format!("{keys:?}"), "Keys");
    }
}
