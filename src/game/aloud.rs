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
use bevy_egui::{
    EguiFullOutput, EguiInput, EguiPostUpdateSet, EguiPreUpdateSet, egui, run_egui_context_pass_loop_system,
};

use super::sleep::notice_input;

/// How long a press waits at most, and how long it may take until somebody who starts a screen reader is noticed.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);
const BEFORE_IT_IS_ASKED_FOR: Duration = Duration::from_secs(1);

pub fn plugin(app: &mut App) {
    app.add_systems(Update, listen);
    let hand_on = hand_on.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass);
    app.add_systems(PreUpdate, hand_on.before(notice_input));
    focus_only_what_is_there(app);
}

/// Lets a screen reader be told only of a focus on something that is in the picture. egui also tells it of one on what has gone
/// since, which whoever reads the picture takes for a mistake so grave that the program ends.
pub fn focus_only_what_is_there(app: &mut App) {
    let picture_is_drawn = run_egui_context_pass_loop_system;
    app.add_systems(
        PostUpdate,
        mend_focus.after(picture_is_drawn).after(EguiPostUpdateSet::EndPass).before(EguiPostUpdateSet::ProcessOutput),
    );
}

fn mend_focus(mut outputs: Query<&mut EguiFullOutput>) {
    let updates = outputs.iter_mut().filter_map(|output| {
        output.into_inner().0.as_mut().and_then(|output| output.platform_output.accesskit_update.as_mut())
    });
    for update in updates {
        let is_there = update.nodes.iter().any(|(id, _)| *id == update.focus);
        if let Some(tree) = update.tree.as_ref().filter(|_| !is_there) {
            update.focus = tree.root;
        }
    }
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
    use bevy_egui::egui::accesskit::{Action, ActionRequest, Node, NodeId, Role, Tree, TreeId, TreeUpdate};

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

    #[test]
    fn a_focus_on_what_has_gone_is_told_as_one_on_the_window() {
        let told = |focus: u64| {
            let nodes = [1, 7].map(|id| (NodeId(id), Node::new(Role::Button))).to_vec();
            let tree = Some(Tree::new(NodeId(1)));
            let update = TreeUpdate { nodes, tree, tree_id: TreeId::ROOT, focus: NodeId(focus) };
            let mut output = egui::FullOutput::default();
            output.platform_output.accesskit_update = Some(update);
            let mut app = App::new();
            app.add_systems(PostUpdate, mend_focus);
            let picture = app.world_mut().spawn(EguiFullOutput(Some(output))).id();
            app.update();
            let output = app.world_mut().get_mut::<EguiFullOutput>(picture).and_then(|mut output| output.0.take());
            output.and_then(|output| output.platform_output.accesskit_update).map(|update| update.focus)
        };
        assert_eq!((told(7), told(8)), (Some(NodeId(7)), Some(NodeId(1))));
    }
}
