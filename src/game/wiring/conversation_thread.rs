//! What came before on a channel: the lines that were written, what the mails are about, and what has changed since the turn
//! before.

use crate::attempt::Playing;
use crate::customer::Clock;
use crate::game::conversation::{Said, Who};
use crate::scenario::{Beat, Channel, Wait};
use crate::session::{Ask, Event, Given, Session, State, Turn};
use crate::words::{Value, Words};

use super::conversation_view::later;

/// What was written before on the channel where it stands, as its window keeps it: also what lies before another contact, or
/// before a call. Nothing where people speak.
#[must_use]
pub fn thread(words: &Words, playing: &Playing) -> Vec<Said> {
    let session = playing.session();
    let Some(channel) = channel(playing).filter(|channel| channel.is_written()) else { return Vec::new() };
    let on_it =
        |turn: &&Turn| session.beat(&turn.before).is_some_and(|beat| session.scenario().channel(beat) == channel);
    playing.turns().iter().filter(on_it).flat_map(|turn| exchange(words, session, turn)).collect()
}

/// What the customer wrote in a turn, and what was answered.
fn exchange(words: &Words, session: &Session, turn: &Turn) -> [Said; 2] {
    let scene = session.beat(&turn.before).and_then(|beat| beat.scene.clone());
    let says = session.says(&turn.before).unwrap_or_default().to_owned();
    let (act, answer) = match &turn.given {
        Given::Reply(reply) => session
            .reply(&turn.before.beat, reply)
            .map(|taken| (taken.act.clone(), taken.say.clone().unwrap_or_default()))
            .unwrap_or_default(),
        Given::Fragments(_) => {
            let heard = session.line(&turn.before, &turn.given);
            (None, words.format("conversation-heard", &[("fragments", Value::Text(&heard))]))
        }
        Given::Silence => (None, String::new()),
    };
    [
        Said { who: Who::Customer, scene, act: None, words: says },
        Said { who: Who::You, scene: None, act, words: answer },
    ]
}

/// What the mails of an attempt are about, and whether the mail of this turn answers one of ours: the subject line that a scene
/// tells of, the newest first; else the title. Empty where it stands on another channel.
#[must_use]
pub fn subject(words: &Words, playing: &Playing) -> (String, bool) {
    let session = playing.session();
    if channel(playing) != Some(Channel::Email) {
        return (String::new(), false);
    }
    let marker = words.text("conversation-mail-subject-line");
    let told = |state: &State| {
        let beat = session.beat(state).filter(|beat| is_mail(session, beat))?;
        told_subject(beat.scene.as_deref()?, &marker).map(str::to_owned)
    };
    if let Some(subject) = told(&playing.now().state) {
        return (subject, false);
    }
    let earlier = playing.turns().iter().rev().find_map(|turn| told(&turn.before));
    let answers =
        playing.turns().iter().any(|turn| session.beat(&turn.before).is_some_and(|beat| is_mail(session, beat)));
    (earlier.unwrap_or_else(|| session.scenario().title.clone()), answers)
}

/// "THIRD mail" in "The subject line says: THIRD mail.", where `marker` is "subject line".
fn told_subject<'a>(scene: &'a str, marker: &str) -> Option<&'a str> {
    let (_, after) = scene.split_once(marker)?;
    let (_, subject) = after.split_once(':')?;
    Some(subject.trim().trim_end_matches(['.', '。']).trim()).filter(|subject| !subject.is_empty())
}

fn is_mail(session: &Session, beat: &Beat) -> bool {
    session.scenario().channel(beat) == Channel::Email
}

fn channel(playing: &Playing) -> Option<Channel> {
    let session = playing.session();
    Some(session.scenario().channel(session.beat(&playing.now().state)?))
}

/// What is another than in the turn before: the days that have passed, where no scene tells of them; the channel; and how long
/// the customer was kept waiting. Nothing at the start, and nothing once the customer has left.
#[must_use]
pub fn since(words: &Words, playing: &Playing) -> Option<String> {
    let session = playing.session();
    let now = playing.now();
    let (last, beat) = (playing.turns().last()?, session.beat(&now.state)?);
    if now.state.ending.is_some_and(|ending| ending.left) {
        return None;
    }
    let passed = now.events.iter().find_map(|event| match event {
        Event::NewContact { days } if beat.scene.is_none() => Some(later(words, *days)),
        _ => None,
    });
    let (before, here) = (session.scenario().channel(session.beat(&last.before)?), session.scenario().channel(beat));
    let moved = (before != here).then(|| words.text(now_on(here)));
    let seconds = waits(session, last).into_iter().chain(beat.waits).map(|wait| wait.time.seconds()).sum();
    let waited = (seconds > 0).then(|| {
        let (name, time) = (&session.scenario().customer.name, time(words, seconds));
        let key = if here == Channel::Phone { "conversation-hold" } else { "conversation-waited" };
        words.format(key, &[("name", Value::Text(name)), ("time", Value::Text(&time))])
    });
    let parts: Vec<_> = [passed, moved, waited].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether the customer has just been on hold on the telephone.
#[must_use]
pub fn was_on_hold(playing: &Playing) -> bool {
    let session = playing.session();
    let (Some(last), Some(beat)) = (playing.turns().last(), session.beat(&playing.now().state)) else { return false };
    let waits = waits(session, last).into_iter().chain(beat.waits);
    let on_the_phone = session.scenario().channel(beat) == Channel::Phone;
    on_the_phone && waits.into_iter().any(|wait| wait.clock(Channel::Phone) == Clock::PhoneHold)
}

/// How long the reply of a turn kept the customer waiting.
fn waits(session: &Session, turn: &Turn) -> Option<Wait> {
    match (&turn.given, &turn.before.ask) {
        (Given::Reply(reply), Ask::Choose(_) | Ask::Commit(_)) => session.reply(&turn.before.beat, reply)?.waits,
        (Given::Silence, _) => session.silence(&turn.before)?.waits,
        _ => None,
    }
}

fn now_on(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "conversation-now-face-to-face",
        Channel::Phone => "conversation-now-phone",
        Channel::Email => "conversation-now-email",
        Channel::Chat => "conversation-now-chat",
        Channel::Social => "conversation-now-social",
    }
}

/// A length of time in the largest unit that it is a whole number of.
fn time(words: &Words, seconds: u64) -> String {
    let units = [("time-days", 86_400), ("time-hours", 3600), ("time-minutes", 60), ("time-seconds", 1)];
    let (key, unit) = units.into_iter().find(|(_, unit)| seconds.is_multiple_of(*unit)).unwrap_or(("time-seconds", 1));
    words.format(key, &[("n", usize::try_from(seconds / unit).unwrap_or_default().into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_is_what_the_scene_tells() {
        let scene = "Ten past four. The subject line now says: FOURTH mail, order 48213.";
        assert_eq!(told_subject(scene, "subject line"), Some("FOURTH mail, order 48213"));
        assert_eq!(told_subject("Ten past four: nothing.", "subject line"), None);
        assert_eq!(told_subject("The subject line is empty:", "subject line"), None);
    }

    #[test]
    fn a_wait_is_told_in_whole_units() {
        let words = Words::english();
        let told = [1, 90, 240, 7200, 172_800].map(|seconds| time(&words, seconds));
        assert_eq!(told, ["one second", "90 seconds", "4 minutes", "2 hours", "2 days"]);
    }
}
