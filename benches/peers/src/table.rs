//! The figures as one Markdown table, each engine's beside bladeink's at the same size.

use std::fmt::Write;

use crate::measure::{Engine, Figures};

/// The table. Each ratio says how many times better the row's engine is than bladeink.
pub fn markdown(rows: &[(usize, Engine, Option<Figures>)]) -> String {
    let mut text = String::from(
        "| decisions | engine | compile, ms | load, ms | both, ms | faster than bladeink | memory once loaded, MiB | less than bladeink | of it for the conversation, MiB | less than bladeink | decisions a second | more than bladeink | memory after play, MiB |\n\
         | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for (size, engine, figures) in rows {
        let Some(own) = figures else {
            let _ =
                writeln!(text, "| {size} | {} | not run: one run takes minutes | | | | | | | | | | |", engine.name());
            continue;
        };
        let peer = rows.iter().find(|(of, engine, _)| of == size && *engine == Engine::Bladeink);
        let peer = peer.and_then(|(_, _, figures)| *figures).unwrap_or(*own);
        let both = |figures: &Figures| figures.compile_ms + figures.load_ms;
        let compile = if own.compile_ms > 0.0 { number(own.compile_ms) } else { "–".into() };
        let _ = writeln!(
            text,
            "| {size} | {} | {compile} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            engine.name(),
            number(own.load_ms),
            number(both(own)),
            number(both(&peer) / both(own)),
            number(own.loaded_mib),
            number(peer.loaded_mib / own.loaded_mib),
            number(own.added_mib),
            number(peer.added_mib / own.added_mib),
            number(own.decisions_a_second),
            number(own.decisions_a_second / peer.decisions_a_second),
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
