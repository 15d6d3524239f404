//! The renderer where there is no Vulkan. `bevy_render` 0.19 asks for OpenGL without naming the display, and then has nothing
//! to show its pictures on; here OpenGL is asked for with it. On every other machine bevy's own way is taken.

use std::panic::panic_any;
use std::sync::Arc;

use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::renderer::{RenderAdapter, RenderAdapterInfo, RenderInstance, RenderQueue, WgpuWrapper};
use bevy::render::settings::RenderCreation;
use bevy::tasks::block_on;
use bevy::winit::DisplayHandleWrapper;

use super::opening::CannotOpen;

/// Stands in for bevy's [`RenderPlugin`], right after the window's.
pub struct OpenGlRenderPlugin;

impl Plugin for OpenGlRenderPlugin {
    fn build(&self, app: &mut App) {
        match renderer(app) {
            Some(render_creation) => RenderPlugin { render_creation, ..default() }.build(app),
            // A plugin has no other way to say that it cannot go on; whoever opened the window catches it.
            None => panic_any(CannotOpen::NoGraphics),
        }
    }

    fn ready(&self, app: &App) -> bool {
        RenderPlugin::default().ready(app)
    }

    fn finish(&self, app: &mut App) {
        RenderPlugin::default().finish(app);
    }
}

/// OpenGL on the window's display, with all the driver can do.
fn renderer(app: &App) -> Option<RenderCreation> {
    let display = app.world().get_resource::<DisplayHandleWrapper>()?.0.clone();
    let mut asked = wgpu::InstanceDescriptor::new_with_display_handle(Box::new(display));
    asked.backends = wgpu::Backends::GL;
    let instance = wgpu::Instance::new(asked);
    let adapter = block_on(instance.request_adapter(&wgpu::RequestAdapterOptions::default())).ok()?;
    let device = wgpu::DeviceDescriptor {
        required_features: adapter.features(),
        required_limits: adapter.limits(),
        ..wgpu::DeviceDescriptor::default()
    };
    let (device, queue) = block_on(adapter.request_device(&device)).ok()?;
    Some(RenderCreation::manual(
        device.into(),
        RenderQueue(Arc::new(WgpuWrapper::new(queue))),
        RenderAdapterInfo(WgpuWrapper::new(adapter.get_info())),
        RenderAdapter(Arc::new(WgpuWrapper::new(adapter))),
        RenderInstance(Arc::new(WgpuWrapper::new(instance))),
    ))
}
