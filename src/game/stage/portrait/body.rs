//! The neck and what skin the collar leaves free; clothes have their own file.

use bevy_egui::egui::pos2;

use super::look::{Clothes, Look};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, mix},
};

/// Neck and neckline, drawn over the cloth.
pub(super) fn paint_neck(brush: &mut Brush, look: &Look) {
    let skin = &look.skin;
    let free = match look.clothes {
        Clothes::Jumper | Clothes::Hoodie | Clothes::Kurta => {
            Path::from(-47.0, 338.0).cubic(-38.0, 356.0, -16.0, 360.0, 0.0, 360.0)
        }
        Clothes::Shirt | Clothes::Polo | Clothes::Suit | Clothes::WorkJacket => {
            Path::from(-46.0, 337.0).line(-34.0, 352.0).line(0.0, 392.0)
        }
        Clothes::Jacket | Clothes::Cardigan => Path::from(-46.0, 337.0).cubic(-38.0, 362.0, -20.0, 380.0, 0.0, 382.0),
        Clothes::Kitenge => Path::from(-54.0, 339.0).cubic(-48.0, 376.0, -28.0, 394.0, 0.0, 394.0),
        Clothes::Blouse => Path::from(-50.0, 339.0).cubic(-42.0, 362.0, -16.0, 396.0, 0.0, 412.0),
        Clothes::Dress | Clothes::Sari => Path::from(-66.0, 341.0).cubic(-66.0, 392.0, -38.0, 408.0, 0.0, 404.0),
    }
    .mirrored()
    .line(40.0, 333.0)
    .line(-40.0, 333.0);
    brush.fill(&free, skin.base);
    // A jumper's collar closes round the neck; others leave its slope to be seen.
    let slope = if matches!(look.clothes, Clothes::Jumper | Clothes::Hoodie | Clothes::Kurta) { -45.0 } else { -56.0 };
    let neck = Path::from(-33.0, 258.0)
        .line(-34.0, 312.0)
        .cubic(-35.0, 326.0, -42.0, 334.0, slope, 341.0)
        .line(0.0, 352.0)
        .mirrored();
    brush.fill(&neck, skin.base);
    let under_chin = Path::from(-33.3, 270.0)
        .line(33.3, 270.0)
        .line(34.0, 312.0)
        .quad(35.0, 326.0, 44.0, 335.0)
        .cubic(20.0, 342.0, -12.0, 326.0, -33.8, 300.0);
    brush.fill(&under_chin, skin.shade);
    let bone = mix(skin.base, skin.shade, 0.75);
    if !matches!(look.clothes, Clothes::Jumper | Clothes::Hoodie | Clothes::Kurta | Clothes::Suit) {
        brush.stroke(&Path::from(-9.0, 358.0).quad(-22.0, 352.0, -34.0, 350.0), [3.0, 2.0, 0.8], bone);
        brush.stroke(&Path::from(9.0, 358.0).quad(22.0, 352.0, 34.0, 350.0), [3.0, 2.0, 0.8], bone);
        brush.glow(pos2(-14.0, 366.0), 18.0, 8.0, skin.light.gamma_multiply(0.35));
    }
}
