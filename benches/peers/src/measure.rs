//! One engine at one size: its source, a run in a process of its own, and the median of several.

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use cpu_time::ProcessTime;

use crate::{amends_engine, chain, ink_engine, yarn_engine};

/// A play is repeated until this much time has passed, so that short ones can be told from nothing.
const LEAST_PLAYING: Duration = Duration::from_millis(300);

/// What is measured: Amends three times, by ids and words as its front ends play, the same with another seed for each play, and by
/// positions as its explorer does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Amends,
    AmendsEachAnew,
    AmendsByNumbers,
    Bladeink,
    Yarnspinner,
}

/// What one play came to. Both numbers depend on the whole play, so none of it can be optimised away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Played {
    /// Decisions taken.
    pub decisions: usize,
    /// Letters of the customer's lines and of every choice offered.
    pub letters: usize,
}

/// A conversation that an engine has loaded.
pub trait Loaded {
    /// Plays from the beginning to the end, always by the first choice offered.
    fn play(&mut self) -> Result<Played, Box<dyn Error>>;
}

/// The figures of one engine at one size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// From source text to the engine's own compiled form, milliseconds of processor time; 0 where there is no such step.
    pub compile_ms: f64,
    /// From the compiled form to a conversation that can be played, milliseconds.
    pub load_ms: f64,
    /// Greatest memory of the process once loaded, MiB.
    pub loaded_mib: f64,
    /// How much of it came with reading and loading the conversation: the rest is the program, alike for all, MiB.
    pub added_mib: f64,
    /// Decisions a second.
    pub decisions_a_second: f64,
    /// Greatest memory of the process after playing, MiB.
    pub played_mib: f64,
}

impl Engine {
    pub const ALL: [Self; 5] =
        [Self::Amends, Self::AmendsEachAnew, Self::AmendsByNumbers, Self::Bladeink, Self::Yarnspinner];

    /// Its name, in the table and as an argument.
    pub fn name(self) -> &'static str {
        match self {
            Self::Amends => "amends",
            Self::AmendsEachAnew => "amends-each-anew",
            Self::AmendsByNumbers => "amends-by-numbers",
            Self::Bladeink => "bladeink",
            Self::Yarnspinner => "yarnspinner",
        }
    }

    /// How often it is measured at a size; never where one run takes minutes.
    pub fn runs(self, size: usize) -> usize {
        match (self, size) {
            (Self::Amends | Self::AmendsEachAnew | Self::AmendsByNumbers | Self::Bladeink, ..=1_000) => 15,
            (Self::Amends | Self::AmendsEachAnew | Self::AmendsByNumbers, _) | (Self::Bladeink, ..=10_000) => 5,
            (Self::Bladeink, _) | (Self::Yarnspinner, ..=1_000) => 3,
            (Self::Yarnspinner, ..=10_000) => 1,
            (Self::Yarnspinner, _) => 0,
        }
    }

    /// The conversation of a size in its language.
    fn source(self, size: usize) -> String {
        match self {
            Self::Amends | Self::AmendsEachAnew | Self::AmendsByNumbers => chain::ron(size),
            Self::Bladeink => ink_engine::source(size),
            Self::Yarnspinner => yarn_engine::source(size),
        }
    }
}

/// Measures in a fresh process, several times over, and takes the median of each figure.
pub fn median(engine: Engine, size: usize, runs: usize, folder: &Path) -> Result<Figures, Box<dyn Error>> {
    let file = folder.join(format!("{}-{size}", engine.name()));
    std::fs::write(&file, engine.source(size))?;
    let mut all = Vec::new();
    for _ in 0..runs {
        let output = Command::new(std::env::current_exe()?)
            .args(["measure", engine.name(), &size.to_string()])
            .arg(&file)
            .output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{} with {size} decisions: {said}", engine.name()).into());
        }
        all.push(Figures::parse(&String::from_utf8(output.stdout)?)?);
    }
    std::fs::remove_file(&file)?;
    Ok(Figures::median(&all))
}

/// The measurement itself: prints one line of figures for the process that asked for it.
pub fn in_this_process(engine: &str, size: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let engine = Engine::ALL.into_iter().find(|one| one.name() == engine).ok_or("there is no such engine")?;
    let size: usize = size.parse()?;
    let rules = amends_engine::rules();
    let program_mib = greatest_memory_mib()?;
    let text = std::fs::read_to_string(file)?;
    let mut figures = Figures::default();
    let mut loaded: Box<dyn Loaded> = match engine {
        Engine::Amends => {
            let start = ProcessTime::now();
            let loaded = amends_engine::load(text, rules)?;
            figures.load_ms = milliseconds(start);
            Box::new(loaded)
        }
        Engine::AmendsEachAnew => {
            let start = ProcessTime::now();
            let loaded = amends_engine::each_anew(amends_engine::load(text, rules)?);
            figures.load_ms = milliseconds(start);
            Box::new(loaded)
        }
        Engine::AmendsByNumbers => {
            let start = ProcessTime::now();
            let loaded = amends_engine::by_numbers(amends_engine::load(text, rules)?);
            figures.load_ms = milliseconds(start);
            Box::new(loaded)
        }
        Engine::Bladeink => {
            let start = ProcessTime::now();
            let compiled = ink_engine::compile(&text)?;
            figures.compile_ms = milliseconds(start);
            let start = ProcessTime::now();
            let loaded = ink_engine::load(&compiled)?;
            figures.load_ms = milliseconds(start);
            Box::new(loaded)
        }
        Engine::Yarnspinner => {
            let start = ProcessTime::now();
            let compiled = yarn_engine::compile(text)?;
            figures.compile_ms = milliseconds(start);
            let start = ProcessTime::now();
            let loaded = yarn_engine::load(compiled)?;
            figures.load_ms = milliseconds(start);
            Box::new(loaded)
        }
    };
    figures.loaded_mib = greatest_memory_mib()?;
    figures.added_mib = figures.loaded_mib - program_mib;
    let start = ProcessTime::now();
    let mut decisions = 0;
    while decisions == 0 || start.elapsed() < LEAST_PLAYING {
        let played = loaded.play()?;
        if played.decisions != size || played.letters < size * 5 * 90 {
            return Err(format!("the play was not the whole conversation: {played:?}").into());
        }
        decisions += played.decisions;
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let decisions = decisions as f64;
    figures.decisions_a_second = decisions / start.elapsed().as_secs_f64();
    figures.played_mib = greatest_memory_mib()?;
    println!("{}", figures.to_line());
    Ok(())
}

fn milliseconds(since: ProcessTime) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// The greatest resident memory of this process so far, as Linux counts it.
fn greatest_memory_mib() -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next());
    Ok(kib.ok_or("this system does not tell a process's greatest memory")?.parse::<f64>()? / 1024.0)
}

impl Figures {
    fn to_line(self) -> String {
        let Self { compile_ms, load_ms, loaded_mib, added_mib, decisions_a_second, played_mib } = self;
        format!("{compile_ms} {load_ms} {loaded_mib} {added_mib} {decisions_a_second} {played_mib}")
    }

    fn parse(line: &str) -> Result<Self, Box<dyn Error>> {
        let numbers: Vec<f64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        let [compile_ms, load_ms, loaded_mib, added_mib, decisions_a_second, played_mib] =
            <[f64; 6]>::try_from(numbers).map_err(|_| "a run gave no figures")?;
        Ok(Self { compile_ms, load_ms, loaded_mib, added_mib, decisions_a_second, played_mib })
    }

    fn median(all: &[Self]) -> Self {
        let of = |figure: fn(&Self) -> f64| {
            let mut values: Vec<f64> = all.iter().map(figure).collect();
            values.sort_by(f64::total_cmp);
            values[values.len() / 2]
        };
        Self {
            compile_ms: of(|one| one.compile_ms),
            load_ms: of(|one| one.load_ms),
            loaded_mib: of(|one| one.loaded_mib),
            added_mib: of(|one| one.added_mib),
            decisions_a_second: of(|one| one.decisions_a_second),
            played_mib: of(|one| one.played_mib),
        }
    }
}
