//! A learning record store of the tests' own, strict about the specification and, where it is told to, in all kinds of trouble.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// `the-key:the-secret`.
const AUTHORIZATION: &str = "Basic dGhlLWtleTp0aGUtc2VjcmV0";

/// What goes wrong with a request.
#[derive(Clone, Copy, Debug)]
pub enum Trouble {
    /// The connection is cut before anything is kept.
    CutBefore,
    /// It is cut after all of it is kept, and nobody is told.
    CutAfter,
    /// It is cut in the middle of the answer.
    CutWithin,
    /// Too many requests.
    Busy,
    /// An error of the server's own.
    Broken,
    /// Nothing is ever answered.
    Silent,
    /// The keys are not known any more.
    Locked,
}

/// What the record store has, and what it saw.
#[derive(Debug, Default)]
pub struct Kept {
    pub statements: BTreeMap<String, Value>,
    /// How often a statement was kept for the first time, and how often one came again.
    pub first: usize,
    pub again: usize,
    pub requests: usize,
    /// By the number of the request, from 1.
    pub troubles: BTreeMap<usize, Trouble>,
    /// Whether a statement that is there already is a conflict even where it says the same.
    pub touchy: bool,
    /// What was against the specification.
    pub wrong: Vec<String>,
}

/// The running record store.
pub struct Server {
    pub url: String,
    kept: Arc<Mutex<Kept>>,
}

impl Server {
    pub fn start(kept: Kept) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/xapi", listener.local_addr().unwrap());
        let kept = Arc::new(Mutex::new(kept));
        let shared = Arc::clone(&kept);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (stream, shared) = (stream.unwrap(), Arc::clone(&shared));
                thread::spawn(move || serve(stream, &shared));
            }
        });
        Self { url, kept }
    }

    pub fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap()
    }
}

struct Request {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

/// The next request of a connection; none where it was closed.
fn read(stream: &mut TcpStream, rest: &mut Vec<u8>) -> Option<Request> {
    loop {
        let mut headers = [httparse::EMPTY_HEADER; 32];
        let mut parsed = httparse::Request::new(&mut headers);
        if let httparse::Status::Complete(length) = parsed.parse(rest).unwrap() {
            let named = |header: &httparse::Header<'_>| {
                (header.name.to_lowercase(), String::from_utf8_lossy(header.value).into_owned())
            };
            let headers: BTreeMap<String, String> = parsed.headers.iter().map(named).collect();
            let (method, path) = (parsed.method.unwrap().to_owned(), parsed.path.unwrap().to_owned());
            let body = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
            while rest.len() < length + body {
                more(stream, rest)?;
            }
            let whole: Vec<u8> = rest.drain(..length + body).collect();
            return Some(Request { method, path, headers, body: whole[length..].to_vec() });
        }
        more(stream, rest)?;
    }
}

fn more(stream: &mut TcpStream, rest: &mut Vec<u8>) -> Option<()> {
    let mut bytes = [0; 16_384];
    let read = stream.read(&mut bytes).ok().filter(|read| *read > 0)?;
    rest.extend(&bytes[..read]);
    Some(())
}

fn serve(mut stream: TcpStream, shared: &Mutex<Kept>) {
    let mut rest = Vec::new();
    while let Some(request) = read(&mut stream, &mut rest) {
        let (trouble, answer) = {
            let mut kept = shared.lock().unwrap();
            kept.requests += 1;
            let number = kept.requests;
            let trouble = kept.troubles.remove(&number);
            let answer = match trouble {
                None | Some(Trouble::CutAfter | Trouble::CutWithin) => answer(&mut kept, &request),
                Some(Trouble::Busy) => (429, "slow down".to_owned()),
                Some(Trouble::Broken) => (500, "the-secret leaked".to_owned()),
                Some(Trouble::Locked) => (401, "who is the-key?".to_owned()),
                Some(Trouble::CutBefore | Trouble::Silent) => (0, String::new()),
            };
            (trouble, answer)
        };
        let (status, body) = answer;
        let whole = format!(
            "HTTP/1.1 {status} Told\r\nContent-Type: application/json\r\nX-Experience-API-Version: 1.0.3\r\nRetry-After: 0\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        match trouble {
            Some(Trouble::CutBefore | Trouble::CutAfter) => return drop(stream.shutdown(Shutdown::Both)),
            Some(Trouble::CutWithin) => {
                let _ = stream.write_all(&whole.as_bytes()[..whole.len() / 2]);
                return drop(stream.shutdown(Shutdown::Both));
            }
            Some(Trouble::Silent) => return thread::sleep(Duration::from_secs(5)),
            _ => {}
        }
        if stream.write_all(whole.as_bytes()).is_err() {
            return;
        }
    }
}

/// What the specification says to answer.
fn answer(kept: &mut Kept, request: &Request) -> (u16, String) {
    let header = |name: &str| request.headers.get(name).map(String::as_str).unwrap_or_default();
    if header("authorization") != AUTHORIZATION {
        return (401, "no such keys".into());
    }
    if header("x-experience-api-version") != "1.0.3" {
        kept.wrong.push(format!("version {:?}", header("x-experience-api-version")));
        return (400, "which version?".into());
    }
    match (request.method.as_str(), request.path.split_once('?').unwrap_or((&request.path, ""))) {
        ("POST", ("/xapi/statements", "")) => post(kept, header("content-type") == "application/json", &request.body),
        ("GET", ("/xapi/statements", query)) => {
            let id = query.strip_prefix("statementId=").unwrap_or_default();
            kept.statements.get(id).map_or((404, String::new()), |statement| (200, statement.to_string()))
        }
        (method, path) => {
            kept.wrong.push(format!("{method} {path:?}"));
            (404, String::new())
        }
    }
}

fn post(kept: &mut Kept, is_json: bool, body: &[u8]) -> (u16, String) {
    let Ok(Value::Array(statements)) = serde_json::from_slice(body) else {
        kept.wrong.push("no array of statements".into());
        return (400, "no array".into());
    };
    let is_whole = |statement: &Value| {
        let id = statement["id"].as_str().and_then(|id| id.parse::<uuid::Uuid>().ok());
        id.is_some() && ["actor", "verb", "object"].iter().all(|part| statement[part].is_object())
    };
    if !is_json || !statements.iter().all(is_whole) {
        kept.wrong.push("a statement that is none".into());
        return (400, "a statement that is none".into());
    }
    if let Some(refused) = statements.iter().find(|statement| statement["verb"]["id"] == "refused") {
        return (400, format!("not this one, {}: the-secret", refused["id"]));
    }
    let id = |statement: &Value| statement["id"].as_str().unwrap().to_owned();
    let ids: Vec<String> = statements.iter().map(id).collect();
    let conflict = |statement: &Value| {
        let there = kept.statements.get(&id(statement));
        there.is_some_and(|there| kept.touchy || !says_the_same(there, statement))
    };
    if statements.iter().any(conflict) {
        return (409, "conflict".into());
    }
    for mut statement in statements {
        statement["stored"] = json!("2026-03-06T06:00:00.000Z");
        if kept.statements.insert(id(&statement), statement).is_none() {
            kept.first += 1;
        } else {
            kept.again += 1;
        }
    }
    (200, json!(ids).to_string())
}

fn says_the_same(there: &Value, statement: &Value) -> bool {
    let mut there = there.clone();
    there.as_object_mut().unwrap().remove("stored");
    there == *statement
}
