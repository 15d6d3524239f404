//! A screen reader presses buttons and moves the focus by name. The engine keeps what it asks for in a queue of which nobody is
//! told; here it reaches egui, and a window that sleeps is woken for it.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy::winit::accessibility::{WinitActionRequestHandler, WinitActionRequestHandlers};
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

use super::sleep::notice_input;

/// How long a press waits at most, and how long it may take until somebody who starts a screen reader is noticed.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
const BEFORE_IT_IS_ASKED_FOR: Duration = Duration::from_secs(1);

pub fn plugin(app: &mut App) {
    app.add_systems(Update, listen);
    let hand_on = hand_on.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass);
    app.add_systems(PreUpdate, hand_on.before(notice_input));
}

/// What is asked for goes to egui.
fn hand_on(queues: Res<WinitActionRequestHandlers>, mut inputs: Query<&mut EguiInput>) {
    for queue in queues.values() {
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        for request in queue.drain(..) {
            for mut input in &mut inputs {
                input.events.push(egui::Event::AccessKitActionRequest(request.clone()));
            }
        }
    }
}

/// Begins to listen once there is a window.
fn listen(
    queues: Res<WinitActionRequestHandlers>,
    requested: Res<AccessibilityRequested>,
    window: Res<EventLoopProxyWrapper>,
    mut listening: Local<bool>,
) {
    let Some(queue) = queues.values().next().filter(|_| !*listening) else { return };
    *listening = true;
    let (queue, requested, proxy) = (Arc::downgrade(queue), requested.clone(), (**window).clone());
    let wake = move || proxy.send_event(WinitUserEvent::WakeUp).is_ok();
    // Where the system has no thread to give, what is asked for waits until a key or the mouse is used.
    let _ = thread::Builder::new().name("screen reader".to_owned()).spawn(move || {
        let mut known = false;
        while let Some(queue) = queue.upgrade() {
            let asked = is_waiting(&queue);
            drop(queue);
            // Whoever has just begun to read is given the page as it is.
            let begun = requested.get() && !std::mem::replace(&mut known, requested.get());
            if (asked || begun) && !wake() {
                return;
            }
            thread::sleep(if known { BETWEEN_LOOKS } else { BEFORE_IT_IS_ASKED_FOR });
        }
    });
}

fn is_waiting(queue: &Mutex<WinitActionRequestHandler>) -> bool {
    !queue.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::accesskit::{Action, ActionRequest, NodeId, TreeId};

    use super::*;

    #[test]
    fn what_a_screen_reader_asks_for_reaches_egui_once() {
        let queue = Arc::new(Mutex::new(WinitActionRequestHandler::default()));
        let mut queues = WinitActionRequestHandlers::default();
        queues.insert(Entity::PLACEHOLDER, Arc::clone(&queue));
        let mut app = App::new();
        app.insert_resource(queues).add_systems(PreUpdate, hand_on);
        let input = app.world_mut().spawn(EguiInput::default()).id();
        let request =
            ActionRequest { action: Action::Click, target_tree: TreeId::ROOT, target_node: NodeId(7), data: None };
        queue.lock().expect("a queue").push_back(request.clone());
        assert!(is_waiting(&queue));
        app.update();
        assert!(!is_waiting(&queue));
        app.update();
        let events = &app.world().get::<EguiInput>(input).expect("an input").events;
        assert_eq!(*events, [egui::Event::AccessKitActionRequest(request)]);
    }
}
