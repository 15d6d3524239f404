//! What the conversation screen is told and what it answers: plain owned data, no engine types. The game fills a [`View`] from
//! its session and carries each [`Action`] back; nothing here knows a scenario file, a score or a rule.

pub use crate::attempt::Mode;
pub use crate::scenario::{Channel, Phase};

/// Everything the screen shows for one turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The scenario's title.
    pub title: String,
    /// Where the conversation stands in the service.
    pub phase: Phase,
    /// How the two are in touch. It changes the layout; the caller switches to the dark theme for the phone.
    pub channel: Channel,
    /// Where it happens, in the scenario's words: "pool desk", "outgoing · 02:14". May be empty.
    pub place: String,
    /// Practice or assessment.
    pub mode: Mode,
    /// Which turn this is, from 1.
    pub turn: usize,
    /// The customer's name.
    pub name: String,
    /// How the customer seems, beside the name: "upset, still talking". May be empty.
    pub feeling: String,
    /// What is another than in the turn before, when the scene itself does not say so: the channel, how long the customer was
    /// kept on hold, the days that have passed. "On the phone. On hold: 4 minutes."
    pub since: Option<String>,
    /// What happens before anyone speaks: "Two weeks later. Friday, 11:20."
    pub scene: Option<String>,
    /// The customer's words, without quotation marks, with `*emphasis*`. May be empty where only the scene speaks.
    pub says: String,
    /// What was written before on this channel, the oldest first; empty where people speak.
    pub thread: Vec<Said>,
    /// What the mails are about; empty on other channels.
    pub subject: String,
    /// Whether the customer's mail answers one of ours: "Re:".
    pub answers: bool,
    /// How many people read along in public; a picture of the mood, which nothing is ever scored by.
    pub watching: Option<usize>,
    /// The line the trainee said last, without quotation marks; what was done stands before it in brackets. Empty where they
    /// said nothing until the customer waited no longer.
    pub you_said: Option<String>,
    /// What the coach says about that line; practice only, the caller leaves it out otherwise.
    pub coach: Option<String>,
    /// Facts heard so far, for the notebook.
    pub facts: Vec<String>,
    /// Promises still open, for the notebook.
    pub promises: Vec<Promise>,
    /// Something the trainee should know about the program: "This attempt is not being kept."
    pub notice: Option<String>,
    /// How the turn is answered.
    pub ask: Ask,
    /// Seconds the customer waits for an answer; none where they wait for as long as it takes.
    pub timer: Option<u32>,
    /// The customer's words stand there at once: reduced motion, or the setting.
    pub words_at_once: bool,
    /// What was said earlier in the line grows faint, as on the phone; off where lines are kept on screen.
    pub lines_fade: bool,
}

impl View {
    /// Whether what was said earlier in the line grows faint. That takes time, which passes only where words come one by one.
    #[must_use]
    pub fn fades(&self) -> bool {
        self.lines_fade && !self.words_at_once && !self.says.is_empty()
    }
}

/// Who wrote a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The customer.
    Customer,
    /// The trainee.
    You,
}

/// A line that was written earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who wrote it.
    pub who: Who,
    /// What happened before it.
    pub scene: Option<String>,
    /// What was done with it, told and not written.
    pub act: Option<String>,
    /// The words, without quotation marks, with `*emphasis*`. Without words and without an act, nothing was answered.
    pub words: String,
}

/// A promise as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// What will happen.
    pub what: String,
    /// Who answers for it; `None` is a promise without an owner.
    pub who: Option<String>,
    /// By when; `None` is a promise without a date.
    pub when: Option<String>,
}

/// How a turn is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// One of several replies.
    Choose(Vec<Reply>),
    /// "What I heard", built from fragments.
    Paraphrase(Vec<Fragment>),
    /// One of the written offers, found by what, who and when.
    Commit(Vec<Offer>),
    /// Nothing more to say: the closing text.
    Ended(String),
}

/// One reply to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What [`Action::Reply`] answers.
    pub id: String,
    /// What the trainee does, before the words.
    pub act: Option<String>,
    /// What the trainee says; a reply has an act, words or both.
    pub say: Option<String>,
}

/// One fragment of what may have been heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// What [`Action::Fragments`] answers.
    pub id: String,
    /// "she paid the premium rate for heating".
    pub text: String,
}

/// One written offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What [`Action::Reply`] answers.
    pub id: String,
    /// What will happen.
    pub what: String,
    /// Who answers for it.
    pub who: Option<String>,
    /// By when.
    pub when: Option<String>,
    /// The line as it will be said, without quotation marks; what is done stands before it in brackets.
    pub line: String,
}

/// What the trainee did. Everything else the screen settles by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A `Choose` reply or a `Commit` offer, by its id.
    Reply(String),
    /// The fragments of a `Paraphrase`, in the order they were shown; never empty.
    Fragments(Vec<String>),
    /// Nothing, for as long as the customer waited.
    Silence,
    /// Back to the menu; the attempt is kept for later.
    Leave,
    /// The conversation is over: on to the debrief.
    ToDebrief,
    /// Text one step larger.
    TextBigger,
    /// Text one step smaller.
    TextSmaller,
}

/// What the caller is asked to paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageKind {
    /// The place, the person and the counter, filling the rectangle; the counter's edge at 73 % of its height. The rectangle may
    /// reach beyond the painter's clip rectangle, which is all that is to be seen.
    Place,
    /// The customer alone, head and shoulders, standing on the rectangle's lower edge.
    Face,
    /// A call: the disc with an initial and the voice, in the proportions of the stage's own layout of a call. The rectangle
    /// may reach beyond the painter's clip rectangle, which is all that is to be seen.
    Phone,
}
