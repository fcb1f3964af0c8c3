//! The worker that reads codes. A stub until the worker itself is here.

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerFault {
    /// This browser, or this host, starts none.
    CannotStart,
    /// It ended before it answered.
    Stopped,
}

/// The texts of all codes in a picture in grey.
///
/// # Errors
/// When the worker does not start, or ends before it has answered.
pub async fn codes(_luma: Vec<u8>, _width: u32, _height: u32) -> Result<Vec<String>, WorkerFault> {
    Err(WorkerFault::CannotStart)
}
