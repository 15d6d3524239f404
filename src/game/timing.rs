//! When each picture was drawn, for whoever measures the window (`benches/window`): one line for each in the file that
//! `AMENDS_PICTURE_TIMES` names, in microseconds since the program began to draw.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use std::env;
use std::fs::File;
use std::io::Write;
use std::time::Instant;

use bevy::prelude::*;

pub fn plugin(app: &mut App) {
    // A measurement that cannot be written down is no reason to keep anybody from training.
    let Some(file) = env::var_os("AMENDS_PICTURE_TIMES").and_then(|path| File::create(path).ok()) else { return };
    app.insert_resource(Times { file, began: Instant::now() });
    app.add_systems(First, write_down);
}

#[derive(Resource)]
struct Times {
    file: File,
    began: Instant,
}

fn write_down(mut times: ResMut<Times>) {
    let now = times.began.elapsed().as_micros();
    let _ = writeln!(times.file, "{now}");
}
