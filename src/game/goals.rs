//! What each trainee wants to do the next time, while the window is open.

use bevy::prelude::{Deref, DerefMut, Resource};

use crate::goals;

/// The goals of everybody who trains with the data folder.
#[derive(Resource, Clone, Debug, Default, Deref, DerefMut)]
pub struct Goals(pub goals::Goals);
