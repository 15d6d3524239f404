//! The poses of a face: where brows, lids, mouth, head and shoulders are for each of the seven feelings, and everything
//! between them. What feeling it is comes from `expression`; how it is drawn, from the parts of the face.

/// The pose for a mood (−1 to 1) and an engagement (0 to 1).
pub(super) fn pose(mood: f32, engagement: f32) -> Pose {
    let mood = mood.clamp(-1.0, 1.0);
    let mut pose = FURIOUS;
    for (from, to) in KEYS.iter().zip(KEYS.iter().skip(1)) {
        if mood >= from.0 {
            pose = from.1.blend(&to.1, ((mood - from.0) / (to.0 - from.0)).min(1.0));
        }
    }
    // A strong mood shows through however far away she is.
    let away = (1.0 - engagement.clamp(0.0, 1.0)) * ((0.75 - mood.abs()) / 0.4).clamp(0.0, 1.0);
    pose.blend(&INDIFFERENT, away)
}

macro_rules! pose {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// Where brows, lids, mouth, head and shoulders are, in the portrait's units.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub(super) struct Pose { $($(#[$doc])* pub $name: f32),+ }
        impl Pose {
            fn blend(&self, other: &Self, t: f32) -> Self {
                Self { $($name: self.$name + (other.$name - self.$name) * t),+ }
            }
        }
    };
}

impl Pose {
    /// The pose of somebody whose beard leaves less of the mouth to be seen: brows and corners say more.
    pub(super) fn plainer(self) -> Self {
        Self {
            brow_in: 1.35 * self.brow_in,
            brow_arch: 1.35 * self.brow_arch,
            brow_out: 1.35 * self.brow_out,
            curve: 1.4 * self.curve,
            press: 0.4 * self.press,
            ..self
        }
    }
}

pose! {
    /// How far the brow's inner end, its arch and its outer end are below their rest.
    brow_in, brow_arch, brow_out,
    /// How far the brows draw together.
    knit,
    /// How open the upper lid is (1 wide), and how far the lower lid rises (0 to 1).
    lid, lower,
    /// Where the eyes look: −1 to 1 each way, right and down positive.
    gaze_x, gaze_y,
    /// Half the mouth's width, how far its corners rise, how far it opens, how much of the teeth shows.
    mouth, curve, open, teeth,
    /// How firmly the lips are pressed (0 to 1), and how much higher the right corner is.
    press, skew,
    /// Degrees the head leans; how far it turns right and nods down.
    tilt, turn, nod,
    /// How far the shoulders are raised.
    shoulders,
    /// How much the cheeks rise, and how deep the lines between the brows and beside the nose are (0 to 1).
    cheek, frown, fold,
}

/// The poses an attentive face passes through, by mood.
const KEYS: [(f32, Pose); 7] =
    [(-1.0, FURIOUS), (-0.68, UPSET), (-0.5, CROSS), (-0.4, UNEASY), (0.08, CALM), (0.45, RELIEVED), (0.9, DELIGHTED)];

const CALM: Pose = Pose {
    brow_in: 0.0,
    brow_arch: 0.0,
    brow_out: 0.0,
    knit: 0.0,
    lid: 0.9,
    lower: 0.05,
    gaze_x: 0.0,
    gaze_y: 0.0,
    mouth: 21.0,
    curve: 2.0,
    open: 0.0,
    teeth: 0.0,
    press: 0.0,
    skew: 0.0,
    tilt: 0.0,
    turn: 0.0,
    nod: 0.0,
    shoulders: 0.0,
    cheek: 0.0,
    frown: 0.0,
    fold: 0.1,
};
const FURIOUS: Pose = Pose {
    brow_in: 18.0,
    brow_arch: 4.0,
    brow_out: -6.5,
    knit: 5.0,
    lid: 0.94,
    lower: 0.45,
    mouth: 23.0,
    curve: -9.0,
    open: 15.0,
    teeth: 0.75,
    nod: 6.0,
    shoulders: 13.0,
    frown: 1.0,
    fold: 0.9,
    tilt: -1.0,
    ..CALM
};
const UPSET: Pose = Pose {
    brow_in: 16.0,
    brow_arch: 4.0,
    brow_out: -4.5,
    knit: 5.0,
    lid: 0.8,
    lower: 0.4,
    mouth: 21.0,
    curve: -8.0,
    open: 6.0,
    teeth: 0.35,
    press: 0.1,
    nod: 3.0,
    shoulders: 7.0,
    frown: 0.9,
    fold: 0.45,
    tilt: -1.5,
    ..CALM
};
/// The mildest anger, still held back: brows down, eyes narrowed, lips shut tight.
const CROSS: Pose = Pose {
    brow_in: 11.5,
    brow_arch: 3.5,
    brow_out: -2.5,
    knit: 5.0,
    lid: 0.7,
    lower: 0.34,
    mouth: 18.5,
    curve: -7.0,
    press: 0.85,
    nod: 3.0,
    shoulders: 4.0,
    frown: 0.75,
    fold: 0.35,
    tilt: -1.0,
    ..CALM
};
/// Worried, in a hurry: the inner ends of the brows are up, the eyes wide, and nothing is held against anybody.
const UNEASY: Pose = Pose {
    brow_in: -8.0,
    brow_arch: 0.0,
    brow_out: 4.0,
    knit: 4.0,
    lid: 1.0,
    lower: 0.06,
    gaze_x: -0.12,
    gaze_y: 0.1,
    mouth: 18.0,
    curve: -4.0,
    press: 0.45,
    skew: 2.0,
    tilt: 2.5,
    shoulders: 4.0,
    frown: 0.35,
    fold: 0.15,
    ..CALM
};
const INDIFFERENT: Pose = Pose {
    brow_in: 2.0,
    brow_arch: 1.0,
    brow_out: 3.5,
    lid: 0.4,
    lower: 0.02,
    gaze_x: 1.0,
    gaze_y: 0.2,
    mouth: 17.0,
    curve: -2.5,
    press: 0.3,
    skew: 3.4,
    tilt: 7.0,
    turn: 1.35,
    nod: -4.0,
    shoulders: -8.0,
    ..CALM
};
const RELIEVED: Pose = Pose {
    brow_in: -5.0,
    brow_arch: -4.0,
    brow_out: -1.0,
    lid: 0.82,
    lower: 0.3,
    mouth: 25.0,
    curve: 7.5,
    cheek: 0.5,
    tilt: -3.0,
    shoulders: -4.0,
    fold: 0.3,
    ..CALM
};
const DELIGHTED: Pose = Pose {
    brow_in: -8.0,
    brow_arch: -9.0,
    brow_out: -5.0,
    lid: 0.88,
    lower: 0.6,
    mouth: 30.0,
    curve: 11.0,
    open: 14.0,
    teeth: 1.0,
    tilt: -4.5,
    nod: -3.0,
    shoulders: -1.0,
    cheek: 1.0,
    fold: 0.5,
    ..CALM
};
