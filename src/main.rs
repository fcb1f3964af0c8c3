//! Mounts the app, nothing else.

fn main() {
    planboard::app::launch::launch();
}
