//! Whether a window can be opened here, asked before the engine starts: it would end the program instead of saying why.

use std::env;
use std::path::PathBuf;

use bevy::tasks::block_on;

/// Why no window can be opened, each told in one plain sentence with a way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotOpen {
    /// No display answers.
    NoDisplay,
    /// No graphics driver answers, neither Vulkan nor OpenGL.
    NoGraphics,
    /// The engine gave up while starting.
    Engine,
}

impl CannotOpen {
    /// The key of the sentence that says so.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDisplay => "no-display",
            Self::NoGraphics => "no-graphics",
            Self::Engine => "no-window",
        }
    }
}

/// What draws the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Graphics {
    /// Vulkan, or what the platform has instead (Metal, Direct3D).
    Native,
    /// OpenGL, where there is nothing else.
    OpenGl,
}

impl Graphics {
    /// What is asked for it, as far as the environment allows.
    #[must_use]
    pub fn backends(self) -> wgpu::Backends {
        let wanted = wgpu::Backends::from_env().unwrap_or(wgpu::Backends::all());
        match self {
            Self::Native => wanted & !wgpu::Backends::GL,
            Self::OpenGl => wanted & wgpu::Backends::GL,
        }
    }
}

/// Looks for a display and a graphics driver.
///
/// # Errors
/// What is missing.
pub fn look_for_a_window() -> Result<Graphics, CannotOpen> {
    if !has_display() {
        return Err(CannotOpen::NoDisplay);
    }
    look_for_graphics()
}

/// Looks for a graphics driver.
///
/// # Errors
/// [`CannotOpen::NoGraphics`] where none answers.
pub fn look_for_graphics() -> Result<Graphics, CannotOpen> {
    [Graphics::Native, Graphics::OpenGl]
        .into_iter()
        .find(|graphics| any_adapter(graphics.backends()))
        .ok_or(CannotOpen::NoGraphics)
}

/// Whether a driver answers for one of these backends.
fn any_adapter(backends: wgpu::Backends) -> bool {
    if backends.is_empty() {
        return false;
    }
    let mut asked = wgpu::InstanceDescriptor::new_without_display_handle();
    asked.backends = backends;
    !block_on(wgpu::Instance::new(asked).enumerate_adapters(backends)).is_empty()
}

/// Whether a display server is named and answers. Only X11 and Wayland can be absent; other systems always have one.
fn has_display() -> bool {
    if !cfg!(all(unix, not(any(target_os = "macos", target_os = "android", target_os = "ios")))) {
        return true;
    }
    let named = |variable: &str| env::var(variable).ok().filter(|value| !value.is_empty());
    let wayland =
        named("WAYLAND_DISPLAY").is_some_and(|name| wayland_answers(&name)) || named("WAYLAND_SOCKET").is_some();
    wayland || named("DISPLAY").is_some_and(|name| x11_answers(&name))
}

#[cfg(unix)]
fn wayland_answers(name: &str) -> bool {
    let folder = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
    std::os::unix::net::UnixStream::connect(folder.join(name)).is_ok()
}

/// Whether the X server of a display such as `:0`, `unix:0.0` or `host:10` takes connections.
#[cfg(unix)]
fn x11_answers(name: &str) -> bool {
    let Some((host, display)) = name.rsplit_once(':') else { return false };
    let Ok(number) = display.split('.').next().unwrap_or_default().parse::<u16>() else { return false };
    if host.is_empty() || host == "unix" || host.starts_with('/') {
        let socket = PathBuf::from(format!("/tmp/.X11-unix/X{number}"));
        return std::os::unix::net::UnixStream::connect(socket).is_ok() || abstract_socket_answers(number);
    }
    std::net::TcpStream::connect((host, 6000 + number)).is_ok()
}

#[cfg(target_os = "linux")]
fn abstract_socket_answers(number: u16) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};

    SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"))
        .and_then(|address| UnixStream::connect_addr(&address))
        .is_ok()
}

#[cfg(all(unix, not(target_os = "linux")))]
fn abstract_socket_answers(_: u16) -> bool {
    false
}

#[cfg(not(unix))]
fn wayland_answers(_: &str) -> bool {
    false
}

#[cfg(not(unix))]
fn x11_answers(_: &str) -> bool {
    false
}
