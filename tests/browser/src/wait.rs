//! Waiting for a condition: the only way in which these tests pass time.

use std::time::{Duration, Instant};

/// How long a condition may stay untrue before the test is given up. Far beyond what a busy machine needs: it ends a
/// test that is broken, it never decides one.
const GIVE_UP: Duration = Duration::from_secs(40);

/// Looks until there is something to see.
///
/// # Panics
/// When it was given up, with what was waited for and the last reason why it was not there.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let began = Instant::now();
    loop {
        match look() {
            Ok(seen) => return seen,
            Err(reason) if began.elapsed() > GIVE_UP => panic!("gave up waiting for {what}: {reason}"),
            // Between two looks the machine belongs to the browser.
            Err(_) => std::thread::sleep(Duration::from_millis(25)),
        }
    }
}

/// Waits for a message, as long as anybody should.
pub(crate) const ANSWER: Duration = Duration::from_secs(60);
