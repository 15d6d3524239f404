//! The window, without a window: the screens driven by keys through the same wiring.
