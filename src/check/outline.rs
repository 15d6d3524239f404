//! Where the parts of a scenario stand in its text: one pass over the bytes for all that is asked, without building a tree.
//! The text is known to be RON already, so that nothing here reports; on other text it ends early and finds less.

use std::ops::Range;

use super::scan::Scan;
use crate::scenario::{Part, Step};

/// The bytes of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What an excerpt underlines: a name, a text, or the bracket that opens the rest.
    pub shown: Range<usize>,
    /// Everything from its first byte to its last.
    pub whole: Range<usize>,
}

/// A part that is looked for.
pub type Wanted<'w> = (&'w [Step], Part);

/// The place of each wanted part, in the order of `wanted`. Where a step is not written in the text (a default, say) the
/// nearest part around it.
pub fn locate(text: &str, wanted: &[Wanted<'_>]) -> Vec<Spot> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|index| wanted.get(*index).map(|(path, _)| *path));
    let mut search = Search { wanted, found: vec![Spot { shown: 0..0, whole: 0..0 }; wanted.len()] };
    let mut scan = Scan::new(text);
    scan.attributes();
    search.value(&mut scan, None, &order, 0);
    search.found
}

struct Search<'w> {
    wanted: &'w [Wanted<'w>],
    found: Vec<Spot>,
}

impl Search<'_> {
    /// Reads the value at the scan's place. `here` are the wanted parts in it, in order of their paths; `depth` of their steps
    /// lead to it.
    fn value(&mut self, scan: &mut Scan<'_>, name: Option<&Range<usize>>, here: &[usize], depth: usize) {
        scan.blank();
        let start = scan.at;
        if here.is_empty() {
            scan.value();
            return;
        }
        let word = scan.word();
        let after_word = scan.at;
        scan.blank();
        let open = scan.peek();
        let opens_body = matches!(open, b'(' | b'[' | b'{') && (open == b'(' || word.is_empty());
        if !opens_body {
            scan.at = start;
            scan.value();
            self.put(here, name, depth, &Spot { shown: start..scan.at, whole: start..scan.at });
            return;
        }
        let shown = if word.is_empty() { scan.at..scan.at + 1 } else { start..after_word };
        // Until a deeper step is found, this is the nearest part around.
        self.put(here, name, depth, &Spot { shown, whole: start..start });
        let deeper = here.partition_point(|index| self.path(*index).len() <= depth);
        let inside = here.get(deeper..).unwrap_or_default();
        scan.at += 1;
        match open {
            b'(' => self.brackets(scan, inside, depth),
            b'[' => self.items(scan, inside, depth),
            _ => self.entries(scan, inside, depth),
        }
        scan.close();
        for index in here {
            if let Some(spot) = self.found.get_mut(*index).filter(|spot| spot.whole == (start..start)) {
                spot.whole = start..scan.at;
            }
        }
    }

    fn put(&mut self, here: &[usize], name: Option<&Range<usize>>, depth: usize, spot: &Spot) {
        for index in here {
            let by_name =
                self.wanted.get(*index).is_some_and(|(path, part)| path.len() == depth && *part == Part::Name);
            if let Some(found) = self.found.get_mut(*index) {
                *found = spot.clone();
                if let Some(name) = name.filter(|_| by_name) {
                    found.shown = name.clone();
                }
            }
        }
    }

    /// A struct's fields, or a tuple; a tuple of one is a wrapper and is seen through.
    fn brackets(&mut self, scan: &mut Scan<'_>, inside: &[usize], depth: usize) {
        if scan.clone().field().is_some() {
            while let Some((start, end)) = scan.field() {
                let key = scan.text.get(start..end).unwrap_or_default();
                let wanted = self.step(inside, depth, |step| step.cmp_key(key));
                self.value(scan, Some(&(start..end)), wanted, depth + 1);
                scan.comma();
            }
        } else if scan.clone().holds_one() {
            self.value(scan, None, inside, depth);
            scan.comma();
        } else {
            self.items(scan, inside, depth);
        }
    }

    fn items(&mut self, scan: &mut Scan<'_>, inside: &[usize], depth: usize) {
        let mut item = 0;
        while !scan.at_close() {
            let wanted = self.step(inside, depth, |step| step.cmp_item(item));
            self.value(scan, None, wanted, depth + 1);
            scan.comma();
            item += 1;
        }
    }

    fn entries(&mut self, scan: &mut Scan<'_>, inside: &[usize], depth: usize) {
        while !scan.at_close() {
            scan.blank();
            let start = scan.at;
            scan.value();
            let end = scan.at;
            let written = scan.text.get(start..end).unwrap_or_default();
            let key = written.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(written);
            scan.blank();
            if scan.peek() == b':' {
                scan.at += 1;
            }
            let wanted = self.step(inside, depth, |step| step.cmp_key(key));
            self.value(scan, Some(&(start..end)), wanted, depth + 1);
            scan.comma();
        }
    }

    fn path(&self, index: usize) -> &[Step] {
        self.wanted.get(index).map(|(path, _)| *path).unwrap_or_default()
    }

    /// Those of `inside` whose next step is the one that `order` finds equal.
    fn step<'i>(&self, inside: &'i [usize], depth: usize, order: impl Fn(&Step) -> std::cmp::Ordering) -> &'i [usize] {
        let at = |index: &usize| self.path(*index).get(depth).map_or(std::cmp::Ordering::Less, &order);
        let from = inside.partition_point(|index| at(index).is_lt());
        let to = inside.partition_point(|index| at(index).is_le());
        inside.get(from..to).unwrap_or_default()
    }
}

trait CompareStep {
    fn cmp_key(&self, key: &str) -> std::cmp::Ordering;
    fn cmp_item(&self, item: usize) -> std::cmp::Ordering;
}

impl CompareStep for Step {
    fn cmp_key(&self, key: &str) -> std::cmp::Ordering {
        match self {
            Step::Key(own) => own.as_str().cmp(key),
            Step::Item(_) => std::cmp::Ordering::Greater,
        }
    }

    fn cmp_item(&self, item: usize) -> std::cmp::Ordering {
        match self {
            Step::Key(_) => std::cmp::Ordering::Less,
            Step::Item(own) => own.cmp(&item),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str, path: &[Step], part: Part) -> (String, String) {
        let spot = locate(text, &[(path, part)]).pop().expect("one spot");
        (text[spot.shown].to_owned(), text[spot.whole].to_owned())
    }

    #[test]
    fn a_path_leads_through_maps_structs_variants_comments_and_odd_texts() {
        let text = r##"#![enable(implicit_some)] // a comment with "quotes" and (brackets
        /* another /* inside */ */
        Scenario(start: "a\"", raw: r#"x " } y"#, letter: '"', beats: { // :
            "a": (reply: Choose({ "x": (to: [(if: All([Not(Knows("f")), AtLeast(trust, -5)]), go: "b"), (go: "c")]) })),
            Passive: Some("last"),
        })"##;
        let to = |more: &[Step]| {
            let mut path: Vec<Step> = ["beats", "a", "reply", "x", "to"].map(Step::from).to_vec();
            path.extend_from_slice(more);
            path
        };
        assert_eq!(find(text, &to(&[0.into(), "go".into()]), Part::Value).0, "\"b\"");
        assert_eq!(find(text, &to(&[0.into(), "go".into()]), Part::Name).0, "go");
        assert_eq!(find(text, &to(&[1.into()]), Part::Value), ("(".into(), "(go: \"c\")".into()));
        assert_eq!(find(text, &to(&[0.into(), "if".into(), 0.into()]), Part::Value).1, "Not(Knows(\"f\"))");
        assert_eq!(find(text, &to(&[0.into(), "if".into(), 1.into()]), Part::Value).0, "AtLeast");
        assert_eq!(find(text, &["raw".into()], Part::Value).0, "r#\"x \" } y\"#");
        assert_eq!(find(text, &["letter".into()], Part::Value).0, "'\"'");
        assert_eq!(find(text, &["beats".into(), "a".into()], Part::Name).0, "\"a\"");
        assert_eq!(find(text, &["beats".into(), "Passive".into()], Part::Value).0, "Some");
        assert_eq!(
            find(text, &["start".into(), "nowhere".into()], Part::Value).0,
            "\"a\\\"\"",
            "the nearest around it"
        );
        assert_eq!(find(text, &[], Part::Value).0, "Scenario");
    }

    #[test]
    fn several_are_found_in_one_pass_in_the_order_asked() {
        let text = "(b: 2, a: [10, 11], c: (d: 4))";
        let paths: Vec<Vec<Step>> =
            vec![vec!["c".into(), "d".into()], vec!["a".into(), 1.into()], vec!["b".into()], vec!["a".into()]];
        let wanted: Vec<Wanted<'_>> = paths.iter().map(|path| (path.as_slice(), Part::Value)).collect();
        let found: Vec<&str> = locate(text, &wanted).into_iter().map(|spot| &text[spot.whole]).collect();
        assert_eq!(found, ["4", "11", "2", "[10, 11]"]);
    }

    #[test]
    fn text_that_ends_too_early_ends_the_search() {
        for text in ["", "(", "(a: [", "{\"a\": (b: \"", "Choose(", "r#\"", "/*", "'", "(a: r"] {
            locate(text, &[(&["a".into(), "b".into()], Part::Value)]);
        }
    }
}
