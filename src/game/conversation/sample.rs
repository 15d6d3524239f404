//! Views to test with: the heated pool, and the longest texts that an author may write.

use super::{Ask, Channel, Fragment, Mode, Offer, Phase, Promise, Reply, Said, View, Who};

/// The pool desk, in the middle of it.
pub fn view(ask: Ask) -> View {
    View {
        title: "The heated pool that was not".into(),
        phase: Phase::During,
        channel: Channel::FaceToFace,
        place: "pool desk".into(),
        mode: Mode::Practice,
        turn: 3,
        name: "Achieng".into(),
        feeling: "upset, still talking".into(),
        since: None,
        scene: None,
        thread: Vec::new(),
        subject: String::new(),
        answers: false,
        watching: None,
        says: "We drove forty minutes because your advert says *heated*. That water is as cold as the tap. And your \
               colleague just shrugged."
            .into(),
        you_said: None,
        coach: None,
        facts: vec![
            "the advert promised a heated pool".into(),
            "she drove forty minutes".into(),
            "a colleague shrugged at her".into(),
        ],
        promises: Vec::new(),
        notice: None,
        ask,
        timer: None,
        words_at_once: true,
        lines_fade: false,
    }
}

/// The same customer on the phone, two weeks later.
pub fn phone(ask: Ask) -> View {
    View {
        title: "Two weeks later".into(),
        phase: Phase::After,
        channel: Channel::Phone,
        place: "outgoing · 02:14".into(),
        feeling: "tense, listening".into(),
        scene: Some("Two weeks later. Friday, 11:20.".into()),
        says: "You said someone would ring by Friday noon. I have a party of twelve to book somewhere, so please just \
               tell me: is it warm or is it not?"
            .into(),
        promises: vec![Promise {
            what: "ring with the pool's temperature".into(),
            who: Some("you".into()),
            when: Some("Friday, 12:00".into()),
        }],
        turn: 9,
        lines_fade: true,
        ..view(ask)
    }
}

/// The same customer, writing: her first message, our answer, and what she writes now.
pub fn written(ask: Ask, channel: Channel) -> View {
    let said = |who, scene: Option<&str>, words: &str| Said {
        who,
        scene: scene.map(Into::into),
        act: None,
        words: words.into(),
    };
    View {
        channel,
        since: Some("In the chat. On hold: 4 minutes.".into()),
        thread: vec![
            said(Who::Customer, Some("The same evening."), "is anybody there"),
            said(Who::You, None, "I'm here, and I'm reading."),
        ],
        you_said: Some("I'm here, and I'm reading.".into()),
        subject: "Booking 4711".into(),
        answers: true,
        watching: Some(240),
        ..view(ask)
    }
}

pub fn choose() -> Ask {
    let say = |id: &str, act: Option<&str>, say: &str| Reply {
        id: id.into(),
        act: act.map(Into::into),
        say: Some(say.into()),
    };
    Ask::Choose(vec![
        say(
            "own",
            None,
            "You came for a heated pool, and you were met with a shrug. I'm sorry. That's on us. What had you planned for \
             today?",
        ),
        say(
            "manager",
            None,
            "I'll get the manager for you. He decides about refunds. Would you wait over there, please?",
        ),
        say(
            "rules",
            Some("You look at the queue."),
            "Sorry about that! Honestly, the heater does this. It'll be fine in a week or two, come back then.",
        ),
        say("money", None, "Here's your money back, no questions asked. Have a lovely day."),
    ])
}

pub fn paraphrase() -> Ask {
    let texts = [
        "she paid the premium rate for heating",
        "she wants to cancel her membership",
        "the advert promised a heated pool",
        "her children had looked forward to it all week",
        "she drove forty minutes",
        "the attendant shouted at her",
    ];
    let fragment = |(index, text): (usize, &&str)| Fragment { id: format!("f{index}"), text: (*text).into() };
    Ask::Paraphrase(texts.iter().enumerate().map(fragment).collect())
}

pub fn commit() -> Ask {
    let offer = |id: &str, what: &str, who: Option<&str>, when: Option<&str>, line: &str| Offer {
        id: id.into(),
        what: what.into(),
        who: who.map(Into::into),
        when: when.map(Into::into),
        line: line.into(),
    };
    Ask::Commit(vec![
        offer(
            "reading",
            "Ring with this morning's reading",
            Some("I do"),
            Some("Tuesday, 10:00"),
            "The part came late, so it isn't warm yet, and I'd rather you hear it from me. I'll ring you on Tuesday at ten \
             with that morning's reading.",
        ),
        offer(
            "reading-tonight",
            "Ring with this morning's reading",
            Some("Maintenance"),
            Some("Tonight"),
            "Maintenance will ring you tonight.",
        ),
        offer(
            "friday",
            "It will be warm on Friday",
            Some("The manager"),
            None,
            "It'll be warm on Friday, I'm sure of it.",
        ),
        offer("someone", "Someone calls you", None, None, "Someone will call you soon."),
    ])
}

pub fn ended() -> Ask {
    Ask::Ended(
        "She nods, takes the voucher and puts it into her bag. “Tuesday at ten, then.” She comes back in spring, with her \
         sister's children."
            .into(),
    )
}

/// `count` words of a sentence without end.
pub fn long(count: usize) -> String {
    let words = "We drove forty minutes because the advertisement on your website promised *a properly heated* pool for \
                 children, and nobody at reception could tell us unquestionably whether";
    words.split(' ').cycle().take(count).collect::<Vec<_>>().join(" ")
}

/// Every field as long as it may get.
pub fn longest(ask: Ask, channel: Channel) -> View {
    View {
        title: "The heated pool that was not, and everything that came after it in the week before Christmas".into(),
        place: "the pool desk beside the changing rooms".into(),
        channel,
        name: "Achieng Wanjiku Mwangi-Oduya".into(),
        feeling: "upset, disappointed, still talking and not yet ready to listen".into(),
        since: Some(long(9)),
        scene: Some(long(25)),
        thread: if channel.is_written() { thread() } else { Vec::new() },
        subject: long(16),
        answers: true,
        watching: Some(12_340),
        says: long(90),
        you_said: Some(long(60)),
        coach: Some(long(50)),
        facts: (0..9).map(|at| format!("{at} {}", long(14))).collect(),
        promises: (0..3).map(|_| Promise { what: long(14), who: Some(long(6)), when: None }).collect(),
        notice: Some(long(30)),
        timer: Some(600),
        ..view(ask)
    }
}

/// All kinds of lines that may have been written before.
fn thread() -> Vec<Said> {
    let line = |at: usize| Said {
        who: if at.is_multiple_of(2) { Who::Customer } else { Who::You },
        scene: at.is_multiple_of(4).then(|| format!("{at} {}", long(20))),
        act: (at % 4 == 1).then(|| format!("{at} {}", long(18))),
        words: if at == 3 || at == 5 { String::new() } else { format!("{at} {}", long(50)) },
    };
    (0..8).map(line).collect()
}

/// The four ways to answer, with the longest texts.
pub fn longest_asks() -> Vec<Ask> {
    let reply = |at: usize| Reply {
        id: format!("r{at}"),
        act: at.is_multiple_of(2).then(|| long(18)),
        say: (at != 4).then(|| long(60)),
    };
    let offer = |at: usize| Offer {
        id: format!("o{at}"),
        what: format!("{at} {}", long(16)),
        who: at.is_multiple_of(2).then(|| long(8)),
        when: at.is_multiple_of(3).then(|| long(7)),
        line: long(60),
    };
    vec![
        Ask::Choose((0..5).map(reply).collect()),
        Ask::Paraphrase(
            (0..9).map(|at| Fragment { id: format!("f{at}"), text: format!("{at} {}", long(15)) }).collect(),
        ),
        Ask::Commit((0..5).map(offer).collect()),
        Ask::Commit(vec![offer(0)]),
        Ask::Ended(long(90)),
    ]
}
