//! A `PostgreSQL` server of the tests' own, in a temporary folder: started once, gone when the tests end, however they end. Where its
//! programs are not installed the tests of it pass, unless the environment says `AMENDS_POSTGRES=required`.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use postgres::{Client, NoTls};

/// Not to be seen in anything the program says.
pub const PASSWORD: &str = "never-to-be-shown";

/// Makes a server, and serves until nobody holds the other end of its input. What is said there are orders: to stop it, to start it
/// again, to kill it hard and start it anew, which takes until the dead one's children have let go. An order is said back once the
/// server is as dead as it asks.
const SCRIPT: &str = r#"
trap '' HUP INT TERM
bin=$1 folder=$2 port=$3 encrypted=$5
mkdir -m 700 "$folder" || exit 1
cd "$folder"
printf %s "$4" >password
"$bin/initdb" -N -U amends -A scram-sha-256 --pwfile=password -E UTF8 --locale=C -D data >log 2>&1 || exit 1
if [ "$encrypted" = on ]; then
    echo subjectAltName=DNS:localhost >names
    {
        openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 2 -subj /CN=tests
        openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=localhost
        openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -out server.crt -extfile names
    } >>log 2>&1 || exit 1
    printf 'local all all scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n' >data/pg_hba.conf
fi
serve() {
    "$bin/postgres" -D data -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c shared_buffers=32MB \
        -c ssl="$encrypted" -c ssl_cert_file="$folder/server.crt" -c ssl_key_file="$folder/server.key" >>log 2>&1 &
    server=$!
}
# Tried until it answers: what a dead one held is let go of a moment later.
again() {
    serve
    for try in $(seq 300); do
        "$bin/pg_isready" -q -h "$folder" -p "$port" && return
        kill -0 "$server" 2>/dev/null || serve
        sleep 0.1
    done
}
again
while read -r order; do
    [ "$order" != kill ] || kill -9 "$server"
    [ "$order" != stop ] || kill -INT "$server"
    [ "$order" = start ] || wait "$server"
    echo "$order"
    [ "$order" = stop ] || again
done
kill -INT "$server"
wait "$server"
rm -rf "$folder"
"#;

/// A running server.
#[derive(Debug)]
pub struct Server {
    folder: PathBuf,
    port: u16,
    databases: AtomicU32,
    orders: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
    keeper: Mutex<Child>,
}

/// A new, empty database on the server that all tests share; none where there is no server to be had.
pub fn database() -> Option<String> {
    static SHARED: OnceLock<Option<Server>> = OnceLock::new();
    SHARED.get_or_init(Server::start).as_ref().map(Server::database)
}

/// The folder of the newest server's programs.
fn programs() -> Option<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|item| item.path().join("bin"));
    let version = |path: &Path| path.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    folders.filter(|path| path.join("initdb").is_file()).max_by_key(|path| version(path))
}

impl Server {
    /// Starts one; none where its programs are not installed.
    pub fn start() -> Option<Self> {
        Self::with_encryption("off")
    }

    /// Starts one that lets nobody in who does not encrypt, on `localhost`; the certificate of its authority is in `ca.crt`.
    pub fn start_encrypted() -> Option<Self> {
        Self::with_encryption("on")
    }

    fn with_encryption(encrypted: &str) -> Option<Self> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let Some(programs) = programs() else {
            let required = std::env::var("AMENDS_POSTGRES").is_ok_and(|said| said == "required");
            assert!(!required, "AMENDS_POSTGRES=required, and there is no PostgreSQL under /usr/lib/postgresql");
            eprintln!("PostgreSQL is not installed: what is said of it here is not tested.");
            return None;
        };
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("amends-postgres-{}-{number}", std::process::id()));
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut keeper = as_anybody()
            .args(["sh", "-c", SCRIPT, "sh"])
            .arg(&programs)
            .arg(&folder)
            .args([&port.to_string(), PASSWORD, encrypted])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let orders = Mutex::new(keeper.stdin.take().zip(keeper.stdout.take().map(BufReader::new)));
        let server = Self { folder, port, databases: AtomicU32::new(0), orders, keeper: Mutex::new(keeper) };
        server.wait_for();
        Some(server)
    }

    /// A new, empty database.
    pub fn database(&self) -> String {
        let name = format!("amends_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let made =
            self.client().expect("it answers").batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0"));
        made.expect("a database");
        self.address(&name)
    }

    /// Where it keeps its files: `data`, and its log.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Orders the server to `stop`, to `start` again, or to be killed as by a power cut and start anew (`kill`). Comes back when it
    /// has stopped or is dead, and before it has started.
    pub fn order(&self, order: &str) {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let (input, output) = orders.as_mut().expect("its ends");
        writeln!(input, "{order}").expect("it listens");
        let mut said = String::new();
        output.read_line(&mut said).expect("it answers");
        assert_eq!(said.trim_end(), order);
    }

    /// Waits until the server answers.
    pub fn wait_for(&self) {
        let begun = Instant::now();
        while self.client().is_err() {
            assert!(begun.elapsed() < Duration::from_mins(1), "the server does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn address(&self, database: &str) -> String {
        format!("postgres://amends:{PASSWORD}@127.0.0.1:{}/{database}", self.port)
    }

    /// By its socket, whatever it asks of others.
    fn client(&self) -> Result<Client, postgres::Error> {
        let mut config = Client::configure();
        config.host_path(&self.folder).port(self.port).user("amends").password(PASSWORD).dbname("postgres");
        config.connect(NoTls)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The end of its input is the end of the server.
        self.orders.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        let _ = self.keeper.get_mut().unwrap_or_else(PoisonError::into_inner).wait();
    }
}

/// What runs a command as somebody who may run a server: root may not.
fn as_anybody() -> Command {
    let user = Command::new("id").arg("-u").output().expect("id");
    if user.stdout.trim_ascii() != b"0" {
        return Command::new("env");
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "env"]);
    command
}
