//! The release folder on a plain static host, which can break, change, and go away.

use crate::chromium::root;
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How long a line stops that was told to: long enough for a browser to paint what has come.
const PAUSE: Duration = Duration::from_millis(500);

/// A host of the release, for one test. Cheap: a thread that listens.
pub struct Site {
    place: SocketAddr,
    shelf: Arc<Shelf>,
    is_open: Arc<AtomicBool>,
}

/// What the host has, and what it was asked.
struct Shelf {
    folder: PathBuf,
    instead: Mutex<HashMap<String, Option<Vec<u8>>>>,
    pauses: Mutex<HashMap<String, Vec<u8>>>,
    asked: Mutex<Vec<String>>,
}

/// The folder of the release: `PLANBOARD_DIST`, else `dist` of this project.
///
/// # Panics
/// When there is none.
pub fn dist() -> PathBuf {
    let folder = std::env::var_os("PLANBOARD_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    // Cargo runs tests in the folder of their package; people name folders from where they stand.
    let folder = if folder.is_absolute() || folder.exists() { folder } else { root().join(folder) };
    assert!(folder.join("index.html").is_file(), "{folder:?} holds no release: `make dist` makes one");
    folder
}

impl Site {
    /// The release as it was built.
    pub fn release() -> Self {
        let shelf = Shelf {
            folder: dist(),
            instead: Mutex::default(),
            pauses: Mutex::default(),
            asked: Mutex::default(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let place = listener.local_addr().expect("a bound port has a number");
        let site = Self { place, shelf: Arc::new(shelf), is_open: Arc::default() };
        site.listen(listener);
        site
    }

    /// The release with another file at a path, for example `plan.json`.
    pub fn with(self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.put(path, content);
        self
    }

    /// Puts a file in the place of another, from now on.
    pub fn put(&self, path: &str, content: impl Into<Vec<u8>>) {
        self.shelf.instead.lock().unwrap().insert(format!("/{path}"), Some(content.into()));
    }

    /// The release on a line that stops for half a second behind these bytes of a file.
    pub fn pausing(self, path: &str, behind: &str) -> Self {
        self.shelf.pauses.lock().unwrap().insert(format!("/{path}"), behind.as_bytes().to_vec());
        self
    }

    /// Takes files away whose paths match, as an update does.
    ///
    /// # Panics
    /// When there is none: then the test would prove nothing.
    pub fn remove(&self, matches: impl Fn(&str) -> bool) {
        let gone: Vec<String> = files(&self.shelf.folder).into_iter().filter(|path| matches(path)).collect();
        assert!(!gone.is_empty(), "the release has no such file");
        let mut instead = self.shelf.instead.lock().unwrap();
        instead.extend(gone.into_iter().map(|path| (format!("/{path}"), None)));
    }

    /// Everything is as it was built again.
    pub fn restore(&self) {
        self.shelf.instead.lock().unwrap().clear();
    }

    /// The address of a page, by its fragment (`#/about`, or nothing).
    pub fn address(&self, fragment: &str) -> String {
        format!("http://localhost:{}/{fragment}", self.place.port())
    }

    /// The same page on a host that is not this computer to the browser: plain http, no secure context.
    pub fn address_on_intranet(&self, fragment: &str) -> String {
        format!("http://planboard.test:{}/{fragment}", self.place.port())
    }

    /// Heads of all requests so far, as they came.
    pub fn asked(&self) -> Vec<String> {
        self.shelf.asked.lock().unwrap().clone()
    }

    /// Nobody answers any more: really offline.
    pub fn stop(&self) {
        if self.is_open.swap(false, Ordering::SeqCst) {
            // Wakes the thread that waits for a guest.
            let _ = TcpStream::connect(self.place);
        }
    }

    /// Opens again at the same place.
    pub fn start(&self) {
        let listener = crate::wait::until("the port to be free", || {
            TcpListener::bind(self.place).map_err(|error| error.to_string())
        });
        self.listen(listener);
    }

    fn listen(&self, listener: TcpListener) {
        self.is_open.store(true, Ordering::SeqCst);
        let (shelf, is_open) = (self.shelf.clone(), self.is_open.clone());
        std::thread::spawn(move || {
            for guest in listener.incoming() {
                if !is_open.load(Ordering::SeqCst) {
                    return;
                }
                let shelf = shelf.clone();
                if let Ok(guest) = guest {
                    // A guest who leaves early is no fault of the host.
                    std::thread::spawn(move || drop(shelf.answer(guest)));
                }
            }
        });
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shelf {
    fn answer(&self, guest: TcpStream) -> std::io::Result<()> {
        let mut head = String::new();
        let mut lines = BufReader::new(&guest);
        while lines.read_line(&mut head)? > 2 {}
        let path = head.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or("/").to_owned();
        // Browsers open connections in advance and may never use them.
        if head.trim().is_empty() {
            return Ok(());
        }
        self.asked.lock().unwrap().push(head);
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path };
        let (status, body) = self.file(&path).map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
            kind(&path),
            body.len()
        );
        let mut guest = &guest;
        guest.write_all(head.as_bytes())?;
        let (first, rest) = body.split_at(self.pause(&path, &body));
        guest.write_all(first)?;
        if !first.is_empty() {
            guest.flush()?;
            std::thread::sleep(PAUSE);
        }
        guest.write_all(rest)
    }

    /// How many bytes come before the pause: none where there is no pause.
    fn pause(&self, path: &str, body: &[u8]) -> usize {
        let pauses = self.pauses.lock().unwrap();
        let Some(behind) = pauses.get(path) else { return 0 };
        let at = body.windows(behind.len()).position(|bytes| bytes == behind);
        at.unwrap_or_else(|| panic!("{path} has no such place to pause")) + behind.len()
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        if let Some(instead) = self.instead.lock().unwrap().get(path) {
            return instead.clone();
        }
        let is_plain = path.split('/').all(|part| part != "..");
        is_plain.then(|| fs::read(self.folder.join(path.trim_start_matches('/'))).ok()).flatten()
    }
}

fn kind(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// Every file below a folder, by its path in it.
pub fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let each = entries.flat_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            files(&entry.path()).into_iter().map(|path| format!("{name}/{path}")).collect()
        } else {
            vec![name]
        }
    });
    each.collect()
}
