//! A scenario as the rules look at it: its decisions with the levels that count, every text with its place, its graph. Each is
//! worked out once, when a rule first asks.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::before::Before;
use super::finding::Path;
use super::graph::Graph;
use super::language::normal;
use crate::customer::Outcome;
use crate::diag::Source;
use crate::scenario::{Beat, BeatId, Channel, Commit, LISTENING, Move, Reply, ReplyId, Rules, Scenario};

/// What is checked, and under which rules it is played.
pub struct Subject<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Rubric and personas.
    pub rules: &'a Rules,
    /// The text it was read from.
    pub source: &'a Arc<Source>,
    decisions: OnceLock<Vec<Decision<'a>>>,
    texts: OnceLock<Vec<Text<'a>>>,
    graph: OnceLock<Graph<'a>>,
    before: OnceLock<Before<'a>>,
}

/// A beat at which one of several replies is given.
pub struct Decision<'a> {
    /// The beat's id.
    pub beat_id: &'a BeatId,
    /// The beat.
    pub beat: &'a Beat,
    /// Whether the replies are a commitment's offers.
    pub commits: bool,
    /// The replies, in order of their ids.
    pub replies: Vec<Offered<'a>>,
    /// The competencies scored here, each with the best level among the replies, 1 or more.
    pub best: Vec<(&'a str, u8)>,
}

/// One reply of a decision.
pub struct Offered<'a> {
    /// Its id.
    pub id: &'a ReplyId,
    /// What it says and does.
    pub one: &'a Move,
    /// What it says as [`normal`] writes it; empty where it only does something.
    pub said: String,
    /// The effective level in each competency that is scored here, in the order of [`Decision::best`]; 0 where it is not shown.
    pub levels: Vec<u8>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(scenario: &'a Scenario, rules: &'a Rules, source: &'a Arc<Source>) -> Self {
        Self {
            scenario,
            rules,
            source,
            decisions: OnceLock::new(),
            texts: OnceLock::new(),
            graph: OnceLock::new(),
            before: OnceLock::new(),
        }
    }

    /// Every `Choose` and `Commit`, in order of the beats' ids.
    pub fn decisions(&self) -> &[Decision<'a>] {
        self.decisions.get_or_init(|| {
            let decision = |(id, beat): (&'a BeatId, &'a Beat)| Decision::of(id, beat, self.rules);
            self.scenario.beats.iter().filter_map(decision).collect()
        })
    }

    /// How many beats score a competency; a paraphrase scores listening.
    pub fn scores_of(&self, competency: &str) -> usize {
        let decided = self.decisions().iter().filter(|one| one.best.iter().any(|(scored, _)| *scored == competency));
        let summed_up = self.scenario.beats.values().filter(|beat| {
            let scored = beat.scores.as_ref().is_none_or(|scores| scores.iter().any(|one| one.as_str() == competency));
            matches!(beat.reply, Some(Reply::Paraphrase(_))) && competency == LISTENING && scored
        });
        decided.count() + summed_up.count()
    }

    /// Every text that people read, with its place.
    pub fn texts(&self) -> &[Text<'a>] {
        self.texts.get_or_init(|| texts(self.scenario))
    }

    /// Which beat can follow which.
    pub fn graph(&self) -> &Graph<'a> {
        self.graph.get_or_init(|| Graph::of(self.scenario))
    }

    /// What may have happened before each beat.
    pub fn before(&self) -> &Before<'a> {
        self.before.get_or_init(|| Before::of(self.scenario, self.graph()))
    }

    /// Whether the texts are English, which some rules know more about than other languages.
    pub fn is_english(&self) -> bool {
        self.scenario.language.split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case("en"))
    }
}

impl<'a> Decision<'a> {
    fn of(beat_id: &'a BeatId, beat: &'a Beat, rules: &Rules) -> Option<Self> {
        let (moves, commits) = match beat.reply.as_ref()? {
            Reply::Choose(moves) => (moves, false),
            Reply::Commit(Commit { offers }) => (offers, true),
            Reply::Paraphrase(_) => return None,
        };
        let level = |one: &Move, competency: &str| {
            one.shows
                .iter()
                .find(|(id, _)| id.as_str() == competency)
                .map_or(0, |(_, written)| rules.rubric.effective(competency, *written, &one.errors))
        };
        let mut scored: Vec<&str> = match &beat.scores {
            Some(scores) => scores.iter().map(AsRef::as_ref).collect(),
            None => moves.values().flat_map(|one| one.shows.keys().map(AsRef::as_ref)).collect(),
        };
        scored.sort_unstable();
        scored.dedup();
        let tops: Vec<(&str, u8)> = scored
            .into_iter()
            .map(|competency| (competency, moves.values().map(|one| level(one, competency)).max().unwrap_or(0)))
            .filter(|(_, best)| *best > 0)
            .collect();
        let replies = moves
            .iter()
            .map(|(id, one)| {
                let said = one.say.as_deref().map(normal).unwrap_or_default();
                Offered { id, one, said, levels: tops.iter().map(|(c, _)| level(one, c)).collect() }
            })
            .collect();
        Some(Self { beat_id, beat, commits, replies, best: tops })
    }

    /// The way to the replies.
    pub fn path(&self) -> Path {
        reply_path(self.beat_id, self.commits)
    }

    /// The way to one reply.
    pub fn path_of(&self, reply: &ReplyId) -> Path {
        self.path().to(reply.as_str())
    }

    /// The positions of the replies with the most points, where some have fewer.
    pub fn strongest(&self) -> Vec<usize> {
        let most = self.replies.iter().map(Offered::points).max().unwrap_or(0);
        let strongest: Vec<usize> = (0..self.replies.len())
            .filter(|at| self.replies.get(*at).is_some_and(|one| one.points() == most))
            .collect();
        if strongest.len() == self.replies.len() { Vec::new() } else { strongest }
    }
}

impl Offered<'_> {
    /// What it does and says as [`normal`] writes it.
    pub fn line(&self) -> Cow<'_, str> {
        let act = self.one.act.as_deref().map(normal);
        act.map_or(Cow::from(&self.said), |act| Cow::from(act + &self.said))
    }

    /// The sum of its levels.
    pub fn points(&self) -> u32 {
        self.levels.iter().map(|level| u32::from(*level)).sum()
    }
}

fn reply_path(beat: &BeatId, commits: bool) -> Path {
    let reply = Path::beat(beat).to("reply");
    if commits { reply.to("offers") } else { reply }
}

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What menus show.
    Title,
    /// Who the trainee is.
    Role,
    /// What the trainee knows at the start.
    Briefing,
    /// What the trainee may do.
    May,
    /// A fact.
    Fact,
    /// A promise's words.
    Promise,
    /// A stage direction.
    Scene,
    /// The customer's words.
    Says,
    /// The trainee's words.
    Say,
    /// What the trainee does, or an offer's name on its card.
    Act,
    /// Coaching.
    Because,
    /// Something nobody said.
    Decoy,
    /// What the customer does in the end.
    Outcome,
}

/// One text.
pub struct Text<'a> {
    /// What it is for.
    pub kind: Kind,
    /// As it is written.
    pub words: &'a str,
    /// Its words in small letters with one space before and after each, to look for words in.
    pub normal: String,
    /// The channel it is read on, for what belongs to a beat.
    pub channel: Channel,
    /// The beat it belongs to, if it belongs to one.
    pub beat: Option<&'a BeatId>,
    place: Place<'a>,
}

/// Where a text stands.
#[derive(Clone, Copy)]
enum Place<'a> {
    Field(&'static str),
    May(usize),
    Fact(&'a str),
    Promise(&'a str, &'static str),
    Beat(&'a BeatId, &'static str),
    /// The customer's words: the variant where there are several, and the wording.
    Says(&'a BeatId, Option<usize>, usize),
    Reply(&'a BeatId, bool, &'a ReplyId, &'static str),
    Paraphrase(&'a BeatId),
    Silence(&'a BeatId),
    Decoy(&'a BeatId, usize),
    Outcome(Outcome),
}

impl Text<'_> {
    /// The way to it.
    pub fn path(&self) -> Path {
        match self.place {
            Place::Field(field) => Path::field(field),
            Place::May(item) => Path::field("may").to(item),
            Place::Fact(id) => Path::field("facts").to(id).to("text"),
            Place::Promise(id, field) => Path::field("promises").to(id).to(field),
            Place::Beat(id, field) => Path::beat(id).to(field),
            Place::Says(id, case, item) => {
                let says = Path::beat(id).to("says");
                // Where there is one wording only, the last step is not written.
                case.map_or(says.clone(), |case| says.to(case).to("text")).to(item)
            }
            Place::Reply(beat, commits, reply, field) => reply_path(beat, commits).to(reply.as_str()).to(field),
            Place::Paraphrase(id) => Path::beat(id).to("reply").to("because"),
            Place::Silence(id) => Path::beat(id).to("silence").to("because"),
            Place::Decoy(id, item) => Path::beat(id).to("reply").to("decoys").to(item),
            Place::Outcome(outcome) => Path::field("outcomes").to(format!("{outcome:?}").as_str()),
        }
    }
}

/// The channel of a beat, the start beat's where it has none of its own.
pub fn channel(scenario: &Scenario, beat: &Beat) -> Channel {
    let first = || scenario.beats.get(&scenario.start).and_then(|first| first.channel);
    beat.channel.or_else(first).unwrap_or_default()
}

fn texts(scenario: &Scenario) -> Vec<Text<'_>> {
    let mut all = Vec::new();
    let mut add = |kind, text, channel, beat, place| {
        all.push(Text { kind, words: text, normal: normal(text), channel, beat, place });
    };
    let none = Channel::default();
    for (kind, text, field) in [
        (Kind::Title, &scenario.title, "title"),
        (Kind::Role, &scenario.role, "role"),
        (Kind::Briefing, &scenario.briefing, "briefing"),
    ] {
        add(kind, text.as_str(), none, None, Place::Field(field));
    }
    for (item, may) in scenario.may.iter().enumerate() {
        add(Kind::May, may, none, None, Place::May(item));
    }
    for (id, fact) in &scenario.facts {
        add(Kind::Fact, &fact.text, none, None, Place::Fact(id.as_str()));
    }
    for (id, promise) in &scenario.promises {
        add(Kind::Promise, &promise.what, none, None, Place::Promise(id.as_str(), "what"));
        for (field, text) in [("owner", &promise.owner), ("when", &promise.when)] {
            if let Some(text) = text {
                add(Kind::Promise, text, none, None, Place::Promise(id.as_str(), field));
            }
        }
    }
    for (id, beat) in &scenario.beats {
        let channel = channel(scenario, beat);
        let mut add = |kind, text, place| add(kind, text, channel, Some(id), place);
        if let Some(scene) = &beat.scene {
            add(Kind::Scene, scene.as_str(), Place::Beat(id, "scene"));
        }
        if let Some(says) = &beat.says {
            for (case, spoken) in says.values().enumerate() {
                let case = (!says.cases.is_empty()).then_some(case);
                for (item, text) in spoken.wordings().iter().enumerate() {
                    add(Kind::Says, text, Place::Says(id, case, item));
                }
            }
        }
        if let Some(silence) = beat.silence.as_ref().filter(|silence| !silence.because.is_empty()) {
            add(Kind::Because, &silence.because, Place::Silence(id));
        }
        let (moves, commits) = match &beat.reply {
            Some(Reply::Choose(moves)) => (moves, false),
            Some(Reply::Commit(Commit { offers })) => (offers, true),
            Some(Reply::Paraphrase(paraphrase)) => {
                for (item, decoy) in paraphrase.decoys.iter().enumerate() {
                    add(Kind::Decoy, decoy, Place::Decoy(id, item));
                }
                add(Kind::Because, &paraphrase.because, Place::Paraphrase(id));
                continue;
            }
            None => continue,
        };
        for (reply, one) in moves {
            let fields = [
                (Kind::Act, "act", one.act.as_ref()),
                (Kind::Act, "what", one.what.as_ref()),
                (Kind::Say, "say", one.say.as_ref()),
                (Kind::Because, "because", Some(&one.because)),
            ];
            for (kind, field, text) in fields {
                if let Some(text) = text {
                    add(kind, text, Place::Reply(id, commits, reply, field));
                }
            }
        }
    }
    for (outcome, text) in &scenario.outcomes {
        add(Kind::Outcome, text, none, None, Place::Outcome(*outcome));
    }
    all
}
