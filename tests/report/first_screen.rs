//! What the first screen says is what the page below it shows.

use amends::customer::Outcome;
use amends::report::{Case, Page, Reader};

use super::hiding::{case, endings, folded, laid_out, section};
use super::{cohort, report, shipped};

/// The sentences at the top, as they are read.
fn sentences(page: &Page) -> String {
    page.sentences.iter().flatten().map(|part| part.text.as_str()).collect()
}

#[test]
fn only_those_who_walked_away_or_told_the_public_are_called_lost() {
    // Of 34 customers 8 complain, 6 walk away and 5 tell the public.
    let summary = folded(&endings([10, 5, 8, 6, 5], "all", 0));
    let told = sentences(&laid_out(Reader::Organisation, &summary, &summary));
    assert!(told.contains("32% of the customers") && told.contains("walked away or told the public"), "{told}");
    let complained: Vec<Case> =
        (0..4).map(|who| Case { trainee: Some("Amina".to_owned()), ..case(who, "all", Outcome::Complains) }).collect();
    let own = folded(&complained);
    let told = sentences(&laid_out(Reader::Trainee("Amina".to_owned()), &own, &own));
    assert!(told.contains("None of your 4 customers walked away or told the public"), "{told}");
}

#[test]
fn a_bar_of_nothing_is_not_drawn() {
    let complained: Vec<Case> =
        (0..4).map(|who| Case { trainee: Some("Amina".to_owned()), ..case(who, "all", Outcome::Complains) }).collect();
    let own = folded(&complained);
    let told = section(&laid_out(Reader::Trainee("Amina".to_owned()), &own, &own));
    assert!(told.contains("0 of 4") && told.contains("4 of 4"), "{told}");
    assert_eq!(told.matches("<span class=\"fill").count(), 1, "{told}");
}

#[test]
fn what_to_do_first_stands_above_the_way_through_the_page_and_leads_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 24, &shipped(), |_| {});
    let (html, json) = report(&file, &[]);
    let first = json["first"].as_array().unwrap();
    assert!((1..=3).contains(&first.len()), "{first:?}");
    for line in first {
        let parts = line.as_array().unwrap();
        let ways: Vec<&str> = parts.iter().filter_map(|part| part["how"].as_str()).collect();
        assert!(ways.len() == 1 && ["next", "wrong", "obstacles"].contains(&ways[0]), "{line}");
    }
    let talk = first.iter().flat_map(|line| line.as_array().unwrap()).find(|part| part["how"] == "wrong").unwrap();
    let worst = json["decisions"][0]["scenario"].as_str().unwrap();
    assert!(talk["text"].as_str().unwrap().contains(worst), "{talk}");
    let at = |what: &str| html.find(what).unwrap_or_else(|| panic!("{what} is not there"));
    assert!(at("class=\"lead\"") < at("<section id=\"first\"") && at("<section id=\"first\"") < at("<nav"));
}

#[test]
fn a_page_that_holds_everything_back_explains_no_figure_and_gives_none() {
    // Of fourteen people only two are elsewhere: neither how many are here nor how often they played is told beside the page on everybody.
    let here = endings([12, 0, 0, 0, 0], "here", 0);
    let elsewhere = endings([2, 0, 0, 0, 0], "elsewhere", 100);
    let everybody = folded(here.iter().chain(&elsewhere));
    let page = laid_out(Reader::Cohort("here".to_owned()), &folded(&here), &everybody);
    assert!(page.held_back.is_some() && page.counts.is_empty(), "{:?}", page.counts);
    assert_eq!(page.about, "here");
    let how: Vec<&str> = page.how.iter().map(|one| one.id).collect();
    assert_eq!(how, ["how-attempts", "how-held"]);
    assert!(page.how.iter().all(|one| one.people.is_empty()));
}

#[test]
fn where_nothing_is_clear_enough_to_act_on_the_first_thing_is_to_know_more() {
    let summary = folded(&endings([5, 5, 0, 0, 0], "all", 0));
    let page = laid_out(Reader::Organisation, &summary, &summary);
    let told: String = page.first.iter().flatten().map(|part| part.text.as_str()).collect();
    assert!(page.first.len() == 1 && told.contains("more scenarios before you decide anything"), "{told}");
}

#[test]
fn what_was_closed_is_told_as_what_was_closed() {
    let cases: Vec<Case> =
        endings([12, 0, 0, 0, 0], "all", 0).into_iter().map(|case| Case { path: Some(450), ..case }).collect();
    let summary = folded(&cases);
    let page = laid_out(Reader::Organisation, &summary, &summary);
    let told: String = page.path.iter().flatten().map(|part| part.text.as_str()).collect();
    assert!(told.contains("people reached 45%") && told.contains("Most was closed in “The pool” (55%)"), "{told}");
}
