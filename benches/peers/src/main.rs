//! One generated conversation, loaded and played by Amends, bladeink and yarnspinner, side by side. Each engine runs at each size in
//! a process of its own, so that its greatest memory is its own; each figure is the median of several such runs.

mod amends_engine;
#[path = "../../../tests/models/chain.rs"]
mod chain;
mod ink_engine;
mod measure;
mod table;
mod yarn_engine;

use std::process::ExitCode;

use measure::{Engine, Figures};

/// Decisions of the chains that are measured.
const SIZES: [usize; 4] = [10, 1_000, 10_000, 50_000];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        [] => compare(&SIZES),
        ["measure", engine, size, file] => measure::in_this_process(engine, size, file),
        sizes => match sizes.iter().map(|size| size.parse()).collect::<Result<Vec<usize>, _>>() {
            Ok(sizes) => compare(&sizes),
            Err(_) => Err("usage: amends-beside-peers [DECISIONS…]".into()),
        },
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Measures every engine at every size and prints the table.
fn compare(sizes: &[usize]) -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("amends-beside-peers-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut rows: Vec<(usize, Engine, Option<Figures>)> = Vec::new();
    for &size in sizes {
        for engine in Engine::ALL {
            let runs = engine.runs(size);
            eprintln!("{} with {size} decisions, {runs} runs", engine.name());
            let figures = if runs == 0 { None } else { Some(measure::median(engine, size, runs, &folder)?) };
            rows.push((size, engine, figures));
        }
    }
    std::fs::remove_dir_all(&folder)?;
    println!("{}", table::markdown(&rows));
    Ok(())
}
