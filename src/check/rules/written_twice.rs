//! S214: something that stands twice in one list.

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::Reply;

pub const RULE: Rule = written("S214", "written-twice", Severity::Warning, page!("S214"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, beat) in &subject.scenario.beats {
        twice(&beat.reveals, findings, || Path::beat(id).to("reveals"));
        if let Some(scores) = &beat.scores {
            twice(scores, findings, || Path::beat(id).to("scores"));
        }
        if let Some(Reply::Paraphrase(paraphrase)) = &beat.reply {
            let path = || Path::beat(id).to("reply");
            twice(&paraphrase.decoys, findings, || path().to("decoys"));
            if let Some(about) = &paraphrase.about {
                twice(about, findings, || path().to("about"));
            }
        }
    }
    for decision in subject.decisions() {
        for reply in &decision.replies {
            let path = || decision.path_of(reply.id);
            twice(&reply.one.uses, findings, || path().to("uses"));
            twice(&reply.one.skills, findings, || path().to("skills"));
            twice(&reply.one.errors, findings, || path().to("errors"));
        }
    }
    twice(&subject.scenario.may, findings, || Path::field("may"));
}

fn twice<T: PartialEq + AsRef<str>>(list: &[T], findings: &mut Findings, path: impl Fn() -> Path) {
    for (item, one) in list.iter().enumerate() {
        if list.iter().take(item).any(|before| before == one) {
            findings
                .add(path().to(item), format!("`{}` stands in this list twice", one.as_ref()))
                .why("The second one changes nothing; perhaps another was meant.")
                .help("Take it out, or write what was meant.")
                .fix_without("take it out");
        }
    }
}
