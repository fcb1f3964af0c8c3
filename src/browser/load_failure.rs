//! What is asked for and does not come.

/// A part did not arrive: no network, or the release it belonged to is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadFailure;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for LoadFailure {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}
