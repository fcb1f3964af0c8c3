//! Stopping a tab in the middle of its work, and ending it there.

use crate::page::Page;
use crate::wait::until;
use serde_json::{Value, json};

impl Page {
    /// From now on `debugger` in a script stops the tab; see [`Page::stopped`].
    pub fn stop_at_debugger(&self) {
        for domain in ["Debugger", "Inspector"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    /// Waits until the tab stands at `debugger`, in the middle of whatever it was doing. It does nothing more until
    /// it is sent on; call [`Page::crash`] and it never does.
    pub fn stopped(&self) {
        self.hear("Debugger.paused");
    }

    /// Ends the program that draws the tab, as a fault in it or a want of memory does. The browser goes on, and so do
    /// other tabs of the same person; this one says nothing any more.
    pub fn crash(&self) {
        // Whoever is ended does not answer; that he is gone is heard from the browser.
        self.wire.send(Some(&self.session), "Page.crash", json!({})).expect("a running browser");
        self.hear("Inspector.targetCrashed");
    }

    /// Waits for something that the tab, or the browser of it, says by itself.
    fn hear(&self, method: &str) -> Value {
        until(method, || {
            self.listen();
            let heard = self.heard.borrow();
            let event = heard.iter().find(|event| event.method == method);
            event.map(|event| event.params.clone()).ok_or_else(|| "not heard yet".into())
        })
    }
}
