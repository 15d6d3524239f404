//! Who speaks: one child process of the system's speech service at a time, which ends when something else is said, when nothing
//! more is to be said, and with the program.

use std::env;
use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, ChildStdin};
use std::thread;

use super::service::{Service, speakable, tag};

/// Speaks with the system's voice, where there is one.
#[derive(Debug)]
pub struct Speaker {
    service: Service,
    program: Option<PathBuf>,
    /// The voices of the service, once they were asked for.
    voices: Option<String>,
    speaking: Option<Child>,
    /// What was asked to end something and has not been seen to be through.
    stopping: Vec<Child>,
    failed: bool,
}

impl Speaker {
    /// The service of this system, where its program is on the search path.
    #[must_use]
    pub fn of_this_system() -> Self {
        Self::looking_in(Service::of_this_system(), &env::var_os("PATH").unwrap_or_default())
    }

    /// A service whose program is looked for in the folders of a search path.
    #[must_use]
    pub fn looking_in(service: Service, path: &OsStr) -> Self {
        let program = service.find(path);
        Self { service, program, voices: None, speaking: None, stopping: Vec::new(), failed: false }
    }

    /// What the service's program is called.
    #[must_use]
    pub fn program(&self) -> &'static str {
        self.service.program()
    }

    /// Whether the program is there.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.program.is_some()
    }

    /// Whether the service could not speak the last time it was asked.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.failed
    }

    /// Speaks a text in the language of a tag, and nothing else any more.
    pub fn say(&mut self, language: &str, text: &str) {
        let text = speakable(text);
        if text.is_empty() {
            return self.hush();
        }
        let cuts = self.end();
        let Some(program) = self.program.clone() else { return };
        let voices = self.voices.get_or_insert_with(|| {
            let printed = self.service.lists_voices(&program).and_then(|mut command| command.output().ok());
            printed.map(|printed| String::from_utf8_lossy(&printed.stdout).into_owned()).unwrap_or_default()
        });
        let (mut command, input) = self.service.speak(&program, tag(language), &text, cuts, voices);
        match command.spawn() {
            Ok(mut child) => {
                if let (Some(stdin), Some(input)) = (child.stdin.take(), input) {
                    hand_over(stdin, input);
                }
                self.speaking = Some(child);
            }
            Err(_) => self.failed = true,
        }
    }

    /// Falls silent in the middle of a word.
    pub fn hush(&mut self) {
        if self.end()
            && let Some(mut command) = self.program.as_deref().and_then(|program| self.service.stop(program))
            && let Ok(child) = command.spawn()
        {
            self.stopping.push(child);
        }
    }

    /// Whether something is still being spoken, as far as the service tells.
    pub fn is_speaking(&mut self) -> bool {
        self.stopping.retain_mut(|child| matches!(child.try_wait(), Ok(None)));
        let Some(child) = &mut self.speaking else { return false };
        match child.try_wait() {
            Ok(None) => return true,
            Ok(Some(status)) => self.failed = !status.success(),
            Err(_) => self.failed = true,
        }
        self.speaking = None;
        false
    }

    /// Ends the child process; whether it had still been speaking.
    fn end(&mut self) -> bool {
        let cut = self.is_speaking();
        if let Some(mut child) = self.speaking.take() {
            // One that ended by itself in this very moment cannot be ended, and need not be.
            let _ = child.kill();
            let _ = child.wait();
        }
        cut
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.hush();
        for child in &mut self.stopping {
            let _ = child.wait();
        }
    }
}

/// Gives a program what it reads, however slowly it does.
fn hand_over(mut stdin: ChildStdin, text: String) {
    let write = move || {
        // A program that was ended in the middle does not read the rest.
        let _ = stdin.write_all(text.as_bytes());
    };
    let _ = thread::Builder::new().name("text to speak".to_owned()).spawn(write);
}
