//! A running Chromium.

use crate::chromium::{Chromium, scratch};
use crate::wire::Wire;
use serde_json::{Value, json};
use std::fs::DirEntry;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// A Chromium with a profile of its own. It ends with this value, or with the process.
pub struct Browser {
    pub(crate) wire: Arc<Wire>,
    child: Child,
    profile: PathBuf,
}

impl Browser {
    /// The installed Chromium, one for all tests: each [`crate::Page`] has a profile of its own in it.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Browser> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(Chromium::Installed, &[]))
    }

    /// A browser of its own, with further options of the command line.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(chromium: Chromium, options: &[&str]) -> Self {
        static STARTED: AtomicU64 = AtomicU64::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        if number == 0 {
            sweep();
        }
        let profile = scratch().join(format!("profile-{}-{number}", std::process::id()));
        let program = chromium.program();
        // The browser reads commands from descriptor 3 and answers on 4. A shell puts its own input and output there.
        let mut child = Command::new("sh")
            // That of the shipped plan: elsewhere, at some hours, the page puts its day right soon after the start.
            .env("TZ", "Asia/Shanghai")
            .arg("-c")
            .arg(r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null"#)
            .arg(&program)
            .args(OPTIONS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program:?} did not start: {error}"));
        let (out, from) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        let browser = Self { wire: Arc::new(Wire::new(out, from)), child, profile };
        browser.call("Browser.getVersion", json!({})).unwrap_or_else(|error| panic!("{program:?}: {error}"));
        browser
    }

    /// Product and version, for example `HeadlessChrome/109.0.5412.0`.
    pub fn version(&self) -> String {
        let version = self.call("Browser.getVersion", json!({})).expect("a running browser says its version");
        version["product"].as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn call(&self, method: &str, params: Value) -> Result<Value, String> {
        self.wire.call(None, method, params)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.call("Browser.close", json!({}));
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Takes away the profiles of earlier runs: the shared browser ends with its process, which leaves no time to do it.
fn sweep() {
    let is_old = |entry: &DirEntry| {
        let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|at| at.elapsed().ok());
        age.is_some_and(|age| age > Duration::from_secs(3600))
    };
    let entries = std::fs::read_dir(scratch()).into_iter().flatten().flatten();
    for old in
        entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("profile-")).filter(is_old)
    {
        let _ = std::fs::remove_dir_all(old.path());
    }
}

const OPTIONS: [&str; 17] = [
    "--headless=new",
    "--remote-debugging-pipe",
    // Test machines run everything as root in a container, where the sandbox does not start.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--lang=zh-CN",
    // A machine without a mouse would tell the page so (`hover: none`), while these tests bring one.
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    // A host that is not localhost, hence no secure context; and no other host at all.
    "--host-resolver-rules=MAP planboard.test 127.0.0.1,MAP * ~NOTFOUND,EXCLUDE 127.0.0.1,EXCLUDE localhost",
];
