//! The figures as one Markdown table, each peer's beside what Amends reached at the same size.

use std::fmt::Write;

use crate::measure::{Engine, Figures};

/// The table. A ratio says how many times better Amends is than the engine of the row.
pub fn markdown(rows: &[(usize, Engine, Option<Figures>)]) -> String {
    let mut text = String::from(
        "| decisions | engine | compile, ms | load, ms | both, ms | × amends | memory once loaded, MiB | × amends | decisions a second | amends × | memory after play, MiB |\n\
         | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (size, engine, figures) in rows {
        let Some(own) = figures else {
            let _ = writeln!(text, "| {size} | {} | not run: one run takes minutes | | | | | | | | |", engine.name());
            continue;
        };
        let ours = rows.iter().find(|(of, engine, _)| of == size && *engine == Engine::Amends);
        let ours = ours.and_then(|(_, _, figures)| *figures).unwrap_or(*own);
        let both = own.compile_ms + own.load_ms;
        let compile = if own.compile_ms > 0.0 { number(own.compile_ms) } else { "–".into() };
        let _ = writeln!(
            text,
            "| {size} | {} | {compile} | {} | {} | {} | {} | {} | {} | {} | {} |",
            engine.name(),
            number(own.load_ms),
            number(both),
            number(both / (ours.compile_ms + ours.load_ms)),
            number(own.loaded_mib),
            number(own.loaded_mib / ours.loaded_mib),
            number(own.decisions_a_second),
            number(ours.decisions_a_second / own.decisions_a_second),
            number(own.played_mib),
        );
    }
    text
}

/// Three digits that count, and no more.
fn number(value: f64) -> String {
    match value {
        ..10.0 => format!("{value:.2}"),
        ..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}
