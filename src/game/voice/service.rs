//! The speech services of the systems that Amends runs on, and how each is asked: a program with its arguments, never a line for a
//! shell. What is to be spoken is one argument after `--`, or stands on the program's input; whatever is in it, it stays text.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A speech service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Linux and its kin: Speech Dispatcher, by `spd-say`.
    SpeechDispatcher,
    /// macOS: `say`.
    Say,
    /// Windows: `System.Speech`, by `PowerShell`.
    PowerShell,
}

/// What Windows is told to do. Nothing of the text is in it: that comes by its input, and the language by its environment.
const SCRIPT: &str = "[Console]::InputEncoding = [Text.Encoding]::UTF8; \
     Add-Type -AssemblyName System.Speech; \
     $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
     try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]::new($env:AMENDS_LANGUAGE)) } catch { }; \
     $voice.Speak([Console]::In.ReadToEnd())";

impl Service {
    /// The one of the system this program was built for.
    #[must_use]
    pub fn of_this_system() -> Self {
        if cfg!(target_os = "macos") {
            Self::Say
        } else if cfg!(windows) {
            Self::PowerShell
        } else {
            Self::SpeechDispatcher
        }
    }

    /// What its program is called.
    #[must_use]
    pub fn program(self) -> &'static str {
        match self {
            Self::SpeechDispatcher => "spd-say",
            Self::Say => "say",
            Self::PowerShell => "powershell",
        }
    }

    /// Its program in one of the folders of a search path. Folders that depend on where one stands are left out.
    #[must_use]
    pub fn find(self, path: &OsStr) -> Option<PathBuf> {
        let name = format!("{}{}", self.program(), env::consts::EXE_SUFFIX);
        env::split_paths(path)
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(&name))
            .find(|file| can_be_run(file))
    }

    /// What is started to speak `text` in the language of a tag, and what it is given to read. `cuts` is whether something of ours
    /// is still being spoken, which this ends; `voices` is what [`Service::lists_voices`] printed.
    #[must_use]
    pub fn speak(
        self,
        program: &Path,
        language: &str,
        text: &str,
        cuts: bool,
        voices: &str,
    ) -> (Command, Option<String>) {
        let mut command = quiet(program);
        match self {
            Self::SpeechDispatcher => {
                // By letters: of the long names, releases to this day want an argument where there is none to give.
                command.args(["-N", "amends", "-w"]);
                if cuts {
                    command.arg("-S");
                }
                if !language.is_empty() {
                    command.args(["-l", language]);
                }
                command.arg("--").arg(text);
                (command, None)
            }
            Self::Say => {
                if let Some(voice) = voice(voices, language) {
                    command.args(["-v", voice]);
                }
                command.args(["-f", "-"]).stdin(Stdio::piped());
                (command, Some(text.to_owned()))
            }
            Self::PowerShell => {
                command.args(["-NoProfile", "-NonInteractive", "-Command", SCRIPT]);
                command.env("AMENDS_LANGUAGE", language).stdin(Stdio::piped());
                (command, Some(text.to_owned()))
            }
        }
    }

    /// What is started to end what is being spoken, where it is not enough to end the program that asked for it.
    #[must_use]
    pub fn stop(self, program: &Path) -> Option<Command> {
        match self {
            Self::SpeechDispatcher => {
                let mut command = quiet(program);
                command.arg("-S");
                Some(command)
            }
            Self::Say | Self::PowerShell => None,
        }
    }

    /// What prints the voices there are, where a language is asked for by the name of a voice.
    #[must_use]
    pub fn lists_voices(self, program: &Path) -> Option<Command> {
        match self {
            Self::Say => {
                let mut command = quiet(program);
                command.args(["-v", "?"]).stdout(Stdio::piped());
                Some(command)
            }
            Self::SpeechDispatcher | Self::PowerShell => None,
        }
    }
}

/// A program that reads and prints nothing, and opens no window.
fn quiet(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    command
}

/// The first voice of a language among lines such as `Amélie  fr_CA  # Bonjour !`.
fn voice<'a>(voices: &'a str, language: &str) -> Option<&'a str> {
    let wanted = language.replace('-', "_");
    let of = |line: &'a str, is_it: &dyn Fn(&str) -> bool| {
        let (before, _) = line.split_once('#')?;
        let (name, locale) = before.trim_end().rsplit_once(char::is_whitespace)?;
        is_it(locale).then(|| name.trim_end())
    };
    let same = |locale: &str| locale.eq_ignore_ascii_case(&wanted);
    let primary = |tag: &str| tag.split('_').next().unwrap_or_default().to_ascii_lowercase();
    let near = |locale: &str| primary(locale) == primary(&wanted);
    let first = |is_it: &dyn Fn(&str) -> bool| voices.lines().find_map(|line| of(line, is_it));
    first(&same).or_else(|| first(&near))
}

/// A language's tag as a program is given it: letters, digits and hyphens, or nothing.
#[must_use]
pub fn tag(language: &str) -> &str {
    let is_one = language.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && language.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    if is_one { language } else { "" }
}

/// A text as it is spoken: without marks of stress, and without what no voice can say and no program can be given.
#[must_use]
pub fn speakable(text: &str) -> String {
    let plain = crate::game::theme::widgets::plain(text);
    let said = plain.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter });
    said.collect::<String>().trim().to_owned()
}

#[cfg(unix)]
fn can_be_run(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_be_run(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;

    fn arguments(command: &Command) -> Vec<OsString> {
        command.get_args().map(OsStr::to_owned).collect()
    }

    const TEXT: &str = "--help; \"rm\" $HOME `x`\n'it'";

    #[test]
    fn speech_dispatcher_is_given_the_text_as_one_argument_after_two_dashes() {
        let (command, input) = Service::SpeechDispatcher.speak(Path::new("/x/spd-say"), "fr", TEXT, false, "");
        let expected = ["-N", "amends", "-w", "-l", "fr", "--", TEXT];
        assert_eq!((arguments(&command), input), (expected.map(OsString::from).to_vec(), None));
        let (command, _) = Service::SpeechDispatcher.speak(Path::new("/x/spd-say"), "", TEXT, true, "");
        let expected = ["-N", "amends", "-w", "-S", "--", TEXT];
        assert_eq!(arguments(&command), expected.map(OsString::from).to_vec());
    }

    #[test]
    fn macos_and_windows_are_given_the_text_to_read() {
        let voices = "Alex                en_US    # Most people recognize me.\n\
                      Eddy (French (Canada)) fr_CA  # Bonjour !\nThomas  fr_FR    # Bonjour !";
        let say = |language| {
            let (command, input) = Service::Say.speak(Path::new("/x/say"), language, TEXT, true, voices);
            assert_eq!(input.as_deref(), Some(TEXT));
            arguments(&command)
        };
        assert_eq!(say("fr"), ["-v", "Eddy (French (Canada))", "-f", "-"]);
        assert_eq!(say("fr-FR"), ["-v", "Thomas", "-f", "-"]);
        assert_eq!(say("sw"), ["-f", "-"], "no such voice: the system's own");
        let (command, input) = Service::PowerShell.speak(Path::new("/x/powershell"), "sw", TEXT, true, "");
        assert_eq!(input.as_deref(), Some(TEXT));
        assert!(arguments(&command).iter().all(|argument| !argument.to_string_lossy().contains("rm")));
        let language = command.get_envs().find(|(name, _)| *name == "AMENDS_LANGUAGE").and_then(|(_, value)| value);
        assert_eq!(language, Some(OsStr::new("sw")));
    }

    #[test]
    fn what_is_spoken_is_text_and_a_language_is_a_tag() {
        assert_eq!(speakable(" It says *heated*.\u{7}\0\nCold.\t"), "It says heated.  \nCold.");
        assert_eq!(["pt-BR", "--version", "a b", "", "fr"].map(tag), ["pt-BR", "", "", "", "fr"]);
    }
}
