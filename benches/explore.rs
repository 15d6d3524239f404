//! Amends' explorer beside the model checker SPIN, on conversations of plain counters that both can hold, in one run on one core.
//! Run with `cargo bench --no-default-features --bench explore`. Each search has a process of its own; times are processor time,
//! so that whatever else the machine does counts for neither.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::format_collect,
    clippy::unused_self,
    missing_docs,
    reason = "measured work may fail loudly"
)]

#[path = "../tests/models/counters.rs"]
mod counters;
#[path = "../tests/models/dice.rs"]
mod dice;
#[path = "../tests/models/promela/mod.rs"]
mod promela;

use std::process::Command;
use std::sync::Arc;

use amends::diag::Source;
use amends::explore::{explore_plan, extent};
use amends::scenario::{Checked, Rules, load};
use amends::session::Session;
use counters::Counters;
use promela::run::{self, compile, missing, processor_time};

/// Memory the explorer may use: more than any of these needs.
const MEMORY: usize = 8 << 30;

/// The conversations: a few that are small, and the largest, of 12 beats and three values.
const KINDS: [(&str, Counters); 4] = [
    ("8 beats, 4 choices", Counters::plain(2, 8, 4, 10)),
    ("10 beats, 5 choices", Counters::plain(2, 10, 5, 10)),
    ("11 beats, 5 choices", Counters::plain(2, 11, 5, 10)),
    ("12 beats, 5 choices", Counters::plain(2, 12, 5, 10)),
];

/// What one search came to.
#[derive(Clone, Copy, Debug)]
struct Search {
    states: u64,
    mib: f64,
    seconds: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [kind, how] = arguments.as_slice() {
        return in_this_process(kind.parse().unwrap(), how);
    }
    let no_spin = missing();
    if let Some(reason) = no_spin {
        println!("SPIN does not take part: {reason}\n");
    }
    println!("| conversation | engine | states | seconds | million states a second | × SPIN | MiB | of SPIN's |");
    println!("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (index, (name, kind)) in KINDS.into_iter().enumerate() {
        let spin = no_spin.is_none().then(|| best_spin(kind));
        if let Some(spin) = spin {
            row(name, "SPIN", spin, None);
        }
        for (engine, how) in [("Amends, states only", "extent"), ("Amends, every answer", "explore")] {
            let found = fastest((0..5).map(|_| amends(index, how)));
            if let Some(spin) = spin {
                assert_eq!(found.states, spin.states, "{name}: not the same states");
            }
            row(name, engine, found, spin);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts, far below 2^52")]
fn row(name: &str, engine: &str, found: Search, spin: Option<Search>) {
    let Search { states, mib, seconds } = found;
    let rate = states as f64 / seconds / 1e6;
    let beside = spin.map(|spin| (spin.seconds / seconds, mib / spin.mib));
    let (faster, memory) = beside.map_or((String::from("–"), String::from("–")), |(faster, memory)| {
        (format!("{faster:.1}"), format!("{memory:.2}"))
    });
    println!("| {name} | {engine} | {states} | {seconds:.3} | {rate:.2} | {faster} | {mib:.1} | {memory} |");
}

/// The fastest of several runs: whatever disturbs a run only makes it slower.
fn fastest(runs: impl Iterator<Item = Search>) -> Search {
    runs.min_by(|one, other| one.seconds.total_cmp(&other.seconds)).unwrap()
}

fn loaded(kind: Counters) -> Checked {
    let source = Source::new("counters.ron", kind.ron());
    load(&source, &Rules::builtin()).unwrap_or_else(|_| panic!("the generated conversation does not load"))
}

/// SPIN with the size of its table that suits it: its own default, and the least that has a place for each state.
fn best_spin(kind: Counters) -> Search {
    let model = promela::model(&loaded(kind)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    compile(&model.text, folder.path(), "-O2").unwrap();
    let search = |hash: u32| {
        let found = run::search(folder.path(), hash).unwrap();
        let states = u64::try_from(found.states - model.extra).unwrap();
        Search { states, mib: found.mib, seconds: found.seconds }
    };
    let states = search(24).states;
    let fitting = states.next_power_of_two().ilog2();
    fastest((0..5).map(|_| search(fitting)))
}

/// Amends in a process of its own.
fn amends(kind: usize, how: &str) -> Search {
    let output =
        Command::new(std::env::current_exe().unwrap()).args([kind.to_string().as_str(), how]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let words: Vec<&str> = said.split_whitespace().collect();
    Search { states: words[0].parse().unwrap(), mib: words[1].parse().unwrap(), seconds: words[2].parse().unwrap() }
}

/// The search itself: prints its states, the greatest memory of the whole process in MiB, and its seconds.
fn in_this_process(kind: usize, how: &str) {
    let scenario = Arc::new(loaded(KINDS[kind].1));
    let session = Session::new(scenario, Arc::new(Rules::builtin()), 1, None).unwrap();
    let before = processor_time("self").unwrap();
    let (states, complete) = if how == "extent" {
        let found = extent(session.plan(), MEMORY);
        (found.states, found.complete)
    } else {
        let found = explore_plan(session.plan(), MEMORY);
        (found.states, found.is_complete())
    };
    let seconds = processor_time("self").unwrap() - before;
    assert!(complete);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()).unwrap();
    println!("{states} {} {seconds}", kib.parse::<f64>().unwrap() / 1024.0);
}
