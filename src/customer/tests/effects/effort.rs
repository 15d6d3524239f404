//! What trouble costs.

use super::*;

/// Dixon, Freeman & Toman 2010 (Harvard Business Review; not re-checked, and its figures are not used): effort hurts loyalty more than
/// ease helps it.
///
/// Events: nothing went wrong; effort at 0, 300, 600, 900.
#[test]
pub fn effort_costs_more_than_ease_gains() {
    let [easy, usual, hard, harder] = [0, 300, 600, 900].map(|effort| {
        let start = Start { effort: Some(effort), ..Start::default() };
        Customer::arrive(&plain(), &Failure::default(), &start).returning()
    });
    assert!(easy - usual < usual - hard, "{easy} {usual} {hard}");
    assert!(usual > hard && hard > harder);
}
