//! What one line of the attempts file says (design §3a, Attempt). Times are kept and never scored.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::scenario::{BeatId, FormId};
use crate::session::Given;

/// One event of an attempt, one line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Line {
    /// An attempt begins.
    Start(Box<Start>),
    /// A decision was taken.
    Decision(Decision),
    /// An attempt is over.
    End(End),
    /// The trainee said what they would do differently.
    Reflection(Reflection),
    /// The trainee answered the two questions after the debrief.
    Voice(Voice),
}

impl Line {
    /// The attempt it belongs to.
    #[must_use]
    pub fn attempt(&self) -> Uuid {
        match self {
            Self::Start(start) => start.attempt,
            Self::Decision(decision) => decision.attempt,
            Self::End(end) => end.attempt,
            Self::Reflection(reflection) => reflection.attempt,
            Self::Voice(voice) => voice.attempt,
        }
    }
}

/// What is played, by whom, and under what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Id of the attempt.
    pub attempt: Uuid,
    /// Id of the scenario, for people; what was played is named by `hash`.
    pub scenario: String,
    /// Hash of the scenario.
    pub hash: String,
    /// Hash of the scenario without its texts.
    pub shape: String,
    /// Hash of model version, personas and rubric.
    pub rules: String,
    /// Version of the program.
    pub program: String,
    /// Seed of the order in which replies were shown.
    pub seed: u64,
    /// The customer's persona.
    pub persona: String,
    /// The form the scenario was played in; none for the scenario itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormId>,
    /// Language of the texts.
    pub language: String,
    /// Practice or assessment.
    pub mode: Mode,
    /// Settings that help; a record that does not tell of one was made without it.
    #[serde(default)]
    pub settings: Settings,
    /// The name the trainee chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainee: Option<String>,
    /// Where on a course it was played; none outside courses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Place>,
    /// The group that trains together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cohort: Option<String>,
    /// When it began.
    pub started: Timestamp,
}

/// A place on a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Id of the course.
    pub course: String,
    /// Id of the stage.
    pub stage: String,
}

/// Whether the trainee is helped on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// A coach comments on each reply.
    #[default]
    Practice,
    /// No hints; feedback at the end.
    Assessment,
}

/// Settings that help, recorded and never scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether a timer may run out. Without, everybody has all the time they need.
    pub timers: bool,
    /// Whether lines stay on screen on the phone.
    pub lines_kept: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { timers: false, lines_kept: true }
    }
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Id of the attempt.
    pub attempt: Uuid,
    /// Its number, from 1.
    pub n: usize,
    /// The beat it answers.
    pub beat: BeatId,
    /// What was given: `reply` or `fragments`.
    #[serde(flatten)]
    pub given: Given,
    /// Milliseconds from the beat's first showing to the reply.
    pub ms: u64,
}

/// The end of an attempt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// Id of the attempt.
    pub attempt: Uuid,
    /// How it ended.
    pub how: How,
    /// When.
    pub ended: Timestamp,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Played to the last beat.
    Finished,
    /// The customer left.
    Left,
    /// Given up; never scored in reports.
    Interrupted,
}

/// What the trainee would do differently, asked before they saw the evidence. It is theirs: no score and no report reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// Id of the attempt.
    pub attempt: Uuid,
    /// The numbers of the decisions, from 1; none where they would change nothing.
    #[serde(default)]
    pub choice: Vec<usize>,
    /// Their own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// The frontline's voice: two questions after the debrief, each answered by one tap or not at all. Never scored; reports count the
/// answers of groups, so that the organisation hears what to mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Id of the attempt.
    pub attempt: Uuid,
    /// How confident the trainee feels to have this conversation at work, from 1 (not at all) to 5 (very).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confident: Option<u8>,
    /// What would have stood in their way at work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<Obstacle>,
    /// When.
    pub at: Timestamp,
}

/// What stands in the way of doing at work what was done in the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Obstacle {
    /// A rule of the house forbids it.
    Policy,
    /// Somebody else has to decide.
    Authority,
    /// What one would have to know cannot be found out.
    Information,
    /// There is no time.
    Time,
    /// The means are missing: a till, a key, a second phone.
    Tools,
    /// Nothing does.
    Nothing,
}

impl Obstacle {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 6] =
        [Self::Policy, Self::Authority, Self::Information, Self::Time, Self::Tools, Self::Nothing];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_read_as_the_design_names_them_and_come_back_the_same() {
        let decision =
            |given| Line::Decision(Decision { attempt: Uuid::nil(), n: 1, beat: "desk".into(), given, ms: 5 });
        let reply = decision(Given::Reply("own".into()));
        let json = serde_json::to_string(&reply).expect("json");
        assert_eq!(
            json,
            r#"{"event":"decision","attempt":"00000000-0000-0000-0000-000000000000","n":1,"beat":"desk","reply":"own","ms":5}"#
        );
        let fragments = decision(Given::Fragments(["advert".to_owned(), "decoy-1".to_owned()].into()));
        let json = serde_json::to_string(&fragments).expect("json");
        assert!(json.contains(r#""fragments":["advert","decoy-1"]"#), "{json}");
        assert_eq!(serde_json::from_str::<Line>(&json).expect("a line"), fragments);
        let silence = decision(Given::Silence);
        let json = serde_json::to_string(&silence).expect("json");
        assert_eq!(serde_json::from_str::<Line>(&json).expect("a line"), silence, "{json}");
    }

    #[test]
    fn a_reflection_is_kept_with_its_attempt_the_latest_one_and_a_record_without_one_is_read() {
        let at = "2026-01-01T00:00:00Z".parse().expect("a time");
        let line = |choice: &[usize], text: &str| {
            Line::Reflection(Reflection { attempt: Uuid::nil(), choice: choice.to_vec(), text: text.to_owned(), at })
        };
        let json = serde_json::to_string(&line(&[2], "ask first")).expect("json");
        assert_eq!(
            json,
            r#"{"event":"reflection","attempt":"00000000-0000-0000-0000-000000000000","choice":[2],"text":"ask first","at":"2026-01-01T00:00:00Z"}"#
        );
        assert_eq!(serde_json::from_str::<Line>(&json).expect("a line"), line(&[2], "ask first"));
        let start = r#"{"event":"start","attempt":"00000000-0000-0000-0000-000000000000","scenario":"pool","hash":"","shape":"","rules":"","program":"","seed":1,"persona":"","language":"en","mode":"practice","started":"2026-01-01T00:00:00Z"}"#;
        let start = || serde_json::from_str::<Line>(start).expect("a line");
        let kept = |lines: Vec<Line>| crate::attempt::gather(lines).pop().expect("an attempt").reflection;
        assert_eq!(kept(vec![start()]), None);
        let told = kept(vec![start(), line(&[1], ""), line(&[], "nothing")]).expect("a reflection");
        assert_eq!((told.choice.as_slice(), told.text.as_str()), ([].as_slice(), "nothing"));
    }

    #[test]
    fn the_frontline_s_voice_reads_as_words_and_an_answer_may_be_missing() {
        let at = "2026-01-01T00:00:00Z".parse().expect("a time");
        let line = |confident, obstacle| Line::Voice(Voice { attempt: Uuid::nil(), confident, obstacle, at });
        let json = serde_json::to_string(&line(Some(4), Some(Obstacle::Authority))).expect("json");
        assert_eq!(
            json,
            r#"{"event":"voice","attempt":"00000000-0000-0000-0000-000000000000","confident":4,"obstacle":"authority","at":"2026-01-01T00:00:00Z"}"#
        );
        for line in [line(Some(4), Some(Obstacle::Authority)), line(None, Some(Obstacle::Nothing)), line(None, None)] {
            let json = serde_json::to_string(&line).expect("json");
            assert_eq!(serde_json::from_str::<Line>(&json).expect("a line"), line, "{json}");
        }
    }

    #[test]
    fn a_record_that_does_not_tell_of_a_setting_was_made_without_it() {
        let read = |json: &str| serde_json::from_str::<Settings>(json).expect("settings");
        assert_eq!(read("{}"), Settings { timers: false, lines_kept: true });
        assert!(read(r#"{"timers":true}"#).timers);
        let start = r#"{"event":"start","attempt":"00000000-0000-0000-0000-000000000000","scenario":"pool","hash":"","shape":"","rules":"","program":"","seed":1,"persona":"","language":"en","mode":"practice","started":"2026-01-01T00:00:00Z"}"#;
        let Ok(Line::Start(start)) = serde_json::from_str(start) else { panic!("{start}") };
        assert_eq!(start.settings, Settings::default());
    }
}
