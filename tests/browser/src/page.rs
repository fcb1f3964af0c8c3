//! A tab, in a profile of its own, and everything it said.

use crate::browser::Browser;
use crate::look::Look;
use crate::wait::until;
use crate::wire::{Event, Wire};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

/// A tab. When it is dropped, its test fails if it said anything that [`Page::complaints`] did not take.
pub struct Page {
    pub(crate) wire: Arc<Wire>,
    pub(crate) session: String,
    target: String,
    profile: Rc<Profile>,
    events: Receiver<Event>,
    /// What was heard and is not a complaint: for those who wait for an event.
    pub(crate) heard: RefCell<Vec<Event>>,
    complaints: RefCell<Vec<String>>,
    /// Hosts that the test itself went to.
    origins: RefCell<Vec<String>>,
    pub look: Look,
}

/// Storage and cache of its own, shared by the tabs that one test opens, gone with the last of them.
struct Profile {
    wire: Arc<Wire>,
    id: String,
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = self.wire.call(None, "Target.disposeBrowserContext", json!({ "browserContextId": self.id }));
    }
}

/// Runs before any script of the page: counts what moves.
const BEFORE_ALL: &str = "
    self.shifts = [];
    new PerformanceObserver(list => {
        for (const shift of list.getEntries()) {
            const box = ({ x, y, width, height }) => `${width}x${height} at ${x},${y}`;
            const what = shift.sources.map(({ node, previousRect, currentRect }) =>
                `${(node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML.slice(0, 120)} from ${box(previousRect)} to ${box(currentRect)}`);
            self.shifts.push({ value: shift.value, afterInput: shift.hadRecentInput, what });
        }
    }).observe({ type: 'layout-shift', buffered: true });
";

/// Nothing of the app is being loaded any more.
const IS_DRAWN: &str = "
    (() => {
        if (document.readyState !== 'complete') return 'the document is loading';
        // What boot.js notes when it shows one of its sentences.
        const problem = document.documentElement.dataset.problem;
        if (problem) return 'the page has given up: ' + problem;
        if (!document.querySelector('[data-app]')) return 'there is no place for the app';
        // The page itself says when the program has taken over.
        if (!('stands' in document.documentElement.dataset)) return 'the app has not taken over; the page says: ' + document.body.innerText.slice(0, 200);
        if (document.querySelector('.loading')) return 'a part is loading';
        if (!document.querySelector('[data-app] main')?.innerText.trim()) return 'there are no words yet';
        return '';
    })()
";

impl Page {
    /// An empty tab in a fresh profile of the shared browser.
    pub fn new(look: Look) -> Self {
        Self::in_browser(Browser::shared(), look)
    }

    /// An empty tab in a fresh profile.
    pub fn in_browser(browser: &Browser, look: Look) -> Self {
        let made = browser.call("Target.createBrowserContext", json!({})).expect("a browser makes profiles");
        let id = text(&made["browserContextId"]);
        Self::in_profile(Rc::new(Profile { wire: browser.wire.clone(), id }), look)
    }

    /// A second tab of the same person.
    pub fn second_tab(&self) -> Self {
        Self::in_profile(self.profile.clone(), self.look)
    }

    fn in_profile(profile: Rc<Profile>, look: Look) -> Self {
        let wire = profile.wire.clone();
        let parameters = json!({ "url": "about:blank", "browserContextId": profile.id });
        let target = text(
            &wire.call(None, "Target.createTarget", parameters).expect("a browser makes tabs")["targetId"],
        );
        let attached =
            wire.call(None, "Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        let session = text(&attached.expect("a tab can be attached to")["sessionId"]);
        let events = wire.events_of(&session);
        let page = Self {
            wire,
            session,
            target,
            profile,
            events,
            heard: RefCell::default(),
            complaints: RefCell::default(),
            origins: RefCell::default(),
            look,
        };
        for domain in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"] {
            page.call(&format!("{domain}.enable"), json!({}));
        }
        page.call("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        page.dress();
        page
    }

    fn dress(&self) {
        self.resize(self.look.width, self.look.height);
        self.call("Emulation.setTouchEmulationEnabled", json!({ "enabled": self.look.has_touch }));
        if !self.look.has_script {
            self.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        }
        // As the person's choice of an earlier visit; what they choose later in the test stays.
        let settings =
            json!({ "theme": self.look.theme(), "language": self.look.language, "density": "comfortable" });
        self.before_load(&format!(
            "try {{ localStorage.getItem('planboard:settings') ?? localStorage.setItem('planboard:settings', '{settings}') }} catch {{}}"
        ));
        self.before_load(BEFORE_ALL);
    }

    /// Opens no page but with these settings: none, as on the first visit. Call it before the first page.
    pub fn without_settings(look: Look) -> Self {
        let page = Self::new(look);
        page.before_load("try { localStorage.removeItem('planboard:settings') } catch {}");
        page
    }

    /// A script that runs in every document of this tab before its own.
    pub fn before_load(&self, script: &str) {
        self.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Sends a command to the tab.
    ///
    /// # Panics
    /// When the browser refuses it.
    pub fn call(&self, method: &str, parameters: Value) -> Value {
        self.ask(method, parameters).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Sends a command that may be refused, for example because the element is gone meanwhile.
    pub(crate) fn ask(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.wire.call(Some(&self.session), method, parameters)
    }

    /// Loads an address from nothing, as a link from outside does, and waits until the app has drawn it.
    pub fn open(&self, address: &str) -> &Self {
        if self.address().split('#').next() == address.split('#').next() {
            // Else only the fragment would change, and no page be loaded.
            self.go("about:blank");
        }
        self.go(address);
        self.settle()
    }

    /// Changes the fragment of the page that is open, as a bookmark of the same page does, and waits until the title
    /// names the page that it leads to.
    pub fn follow(&self, fragment: &str, title: &str) -> &Self {
        self.evaluate(&format!("void (location.hash = {fragment:?})"));
        self.wait_for(&format!("the title {title}"), &format!("document.title.startsWith({title:?})"))
            .settle()
    }

    /// Goes to an address and waits for the document alone: for pages that never become the app.
    pub fn go(&self, address: &str) -> &Self {
        self.origins.borrow_mut().push(origin(address));
        let gone = self.call("Page.navigate", json!({ "url": address }));
        if let Some(error) = gone.get("errorText") {
            panic!("{address}: {error}");
        }
        self
    }

    /// Loads the page again and waits until the app has drawn it.
    pub fn reload(&self) -> &Self {
        // The old document must not be taken for the new one.
        self.evaluate("document.querySelector('[data-app]')?.setAttribute('data-app', 'old'), document.body.dataset.old = ''");
        self.call("Page.reload", json!({}));
        until("the document to be loaded again", || {
            match self.try_evaluate("'old' in (document.body?.dataset ?? {})")? {
                Value::Bool(false) => Ok(()),
                _ => Err("the old one is still there".into()),
            }
        });
        self.settle()
    }

    /// Back or forward in the history, by as many entries.
    pub fn travel(&self, entries: i32) -> &Self {
        let before = self.address();
        self.evaluate(&format!("history.go({entries})"));
        until("the history to move", || match self.address() != before {
            true => Ok(()),
            false => Err(format!("still at {before}")),
        });
        self.settle()
    }

    /// Waits until the app stands and nothing of it is being loaded, and for a frame to be painted after that.
    pub fn settle(&self) -> &Self {
        until("the page to be drawn", || match self.try_evaluate(IS_DRAWN)?.as_str() {
            Some("") => Ok(()),
            Some(reason) if reason.starts_with("the page has given up") => {
                panic!("{reason}{}", self.said_so_far())
            }
            Some(reason) => Err(format!("{reason}{}", self.said_so_far())),
            None => Err("no answer".into()),
        });
        self.paint()
    }

    /// Waits for fonts and for two frames: what was changed before stands on the screen then.
    pub fn paint(&self) -> &Self {
        self.evaluate(
            "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))",
        );
        self
    }

    /// The value of a JavaScript expression; a promise is awaited. The page's policy stays in force for the page.
    ///
    /// # Panics
    /// When it throws.
    pub fn evaluate(&self, expression: &str) -> Value {
        self.try_evaluate(expression).unwrap_or_else(|error| panic!("{error}\nin {expression}"))
    }

    /// As [`Page::evaluate`], for while a document comes and goes.
    pub fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let asked = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.ask("Runtime.evaluate", asked)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(thrown(details)),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// A JavaScript expression whose value is a string.
    pub fn text(&self, expression: &str) -> String {
        text(&self.evaluate(expression))
    }

    /// Waits until a JavaScript expression is true.
    pub fn wait_for(&self, what: &str, expression: &str) -> &Self {
        until(what, || match self.try_evaluate(expression)? {
            Value::Bool(true) => Ok(()),
            other => Err(format!("{expression} is {other}; {}", self.summary())),
        });
        self
    }

    /// Where the page is and how its words begin, for sentences about what went wrong.
    fn summary(&self) -> String {
        let words: String = self.words().chars().take(300).collect();
        format!("at {} the page says: {words}{}", self.address(), self.said_so_far())
    }

    /// What a person can read on the page.
    pub fn words(&self) -> String {
        self.try_evaluate("document.body?.innerText ?? ''").map(|words| text(&words)).unwrap_or_default()
    }

    /// The words of the page without those inside its charts, which are drawn after the page stands.
    pub fn written(&self) -> String {
        self.text(
            "(() => {
                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                const words = [];
                while (walk.nextNode()) {
                    const beside = walk.currentNode.parentElement;
                    if (!beside.closest('svg, .chart') && beside.checkVisibility()) words.push(walk.currentNode.data.trim());
                }
                return words.filter(Boolean).join(' ');
            })()",
        )
    }

    pub fn address(&self) -> String {
        self.try_evaluate("location.href").map(|address| text(&address)).unwrap_or_default()
    }

    /// The part of the address behind `#`.
    pub fn fragment(&self) -> String {
        self.text("location.hash")
    }

    pub fn title(&self) -> String {
        self.text("document.title")
    }

    /// The words of the page's heading.
    pub fn heading(&self) -> String {
        self.text("document.querySelector('h1')?.innerText ?? ''")
    }

    /// A picture of what is on the screen, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        bytes(&self.call("Page.captureScreenshot", json!({ "format": "png" }))["data"])
    }

    /// A picture of the whole page, as PNG. The window grows to the height of the page for it, so that bars which
    /// stay in place stand at the ends of the picture and not in its middle.
    pub fn whole_picture(&self) -> Vec<u8> {
        let size = self.call("Page.getLayoutMetrics", json!({}))["cssContentSize"].clone();
        let height = size["height"].as_f64().unwrap_or_default().ceil() as u32;
        self.resize(self.look.width, height.max(self.look.height)).paint();
        let picture = self.picture();
        self.resize(self.look.width, self.look.height);
        picture
    }

    /// Gives the window another size, as turning a telephone does.
    pub fn resize(&self, width: u32, height: u32) -> &Self {
        let Look { scale, has_touch, .. } = self.look;
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": has_touch });
        self.call("Emulation.setDeviceMetricsOverride", size);
        self
    }

    /// The page as the browser prints it, as PDF.
    pub fn print(&self) -> Vec<u8> {
        // A4, in inches.
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false, "preferCSSPageSize": true });
        bytes(&self.call("Page.printToPDF", paper)["data"])
    }

    /// Everything that the page said or asked for and should not have, since the last time somebody took it.
    pub fn complaints(&self) -> Vec<String> {
        self.listen();
        std::mem::take(&mut self.complaints.borrow_mut())
    }

    /// Takes the complaints, each of which must contain one of the words.
    ///
    /// # Panics
    /// When another is among them, or none.
    pub fn expect_complaints(&self, words: &[&str]) {
        assert_ne!(self.take_complaints(words), 0, "the console says nothing of {words:?}");
    }

    /// Takes the complaints, if there are any, each of which must contain one of the words, and counts them.
    ///
    /// # Panics
    /// When another is among them.
    pub fn take_complaints(&self, words: &[&str]) -> usize {
        let complaints = self.complaints();
        for complaint in &complaints {
            assert!(words.iter().any(|word| complaint.contains(word)), "unexpected: {complaint}");
        }
        complaints.len()
    }

    /// Addresses that the page has asked for.
    pub fn requests(&self) -> Vec<String> {
        self.listen();
        let heard = self.heard.borrow();
        let asked = heard.iter().filter(|event| event.method == "Network.requestWillBeSent");
        asked.map(|event| text(&event.params["request"]["url"])).collect()
    }

    pub(crate) fn listen(&self) {
        for event in self.events.try_iter() {
            if let Some(complaint) = complaint(&event, &self.origins.borrow()) {
                self.complaints.borrow_mut().push(complaint);
            }
            self.heard.borrow_mut().push(event);
        }
    }

    fn said_so_far(&self) -> String {
        self.listen();
        let complaints = self.complaints.borrow();
        if complaints.is_empty() {
            String::new()
        } else {
            format!("; the console says: {}", complaints.join("; "))
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let complaints = self.complaints();
        let _ = self.wire.call(None, "Target.closeTarget", json!({ "targetId": self.target }));
        if complaints.is_empty() {
            return;
        }
        let complaints = format!("the page complained:\n  {}", complaints.join("\n  "));
        // A test that is failing already has its own reason; this is often why.
        if std::thread::panicking() { eprintln!("{complaints}") } else { panic!("{complaints}") }
    }
}

/// What nobody wants to hear of a page: words on the console, errors, refused policies, requests to other hosts.
fn complaint(event: &Event, origins: &[String]) -> Option<String> {
    let params = &event.params;
    match event.method.as_str() {
        "Runtime.consoleAPICalled" => {
            let words = params["args"].as_array().into_iter().flatten();
            let words =
                words.map(|word| word.get("value").or(word.get("description")).unwrap_or(word).to_string());
            Some(format!("console.{}: {}", text(&params["type"]), words.collect::<Vec<_>>().join(" ")))
        }
        "Runtime.exceptionThrown" => Some(format!("thrown: {}", thrown(&params["exceptionDetails"]))),
        "Log.entryAdded" => {
            let entry = &params["entry"];
            Some(format!(
                "{} {}: {} {}",
                text(&entry["source"]),
                text(&entry["level"]),
                text(&entry["text"]),
                text(&entry["url"])
            ))
        }
        "Network.requestWillBeSent" => {
            let address = text(&params["request"]["url"]);
            let own = ["data:", "blob:", "about:"].into_iter().chain(origins.iter().map(String::as_str));
            let is_own = own.filter(|start| !start.is_empty()).any(|start| address.starts_with(start));
            (!is_own).then(|| format!("a request off the origin: {address}"))
        }
        _ => None,
    }
}

fn origin(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return String::new() };
    format!("{scheme}://{}/", rest.split('/').next().unwrap_or_default())
}

fn thrown(details: &Value) -> String {
    let exception = &details["exception"];
    let words = exception.get("description").or(exception.get("value")).unwrap_or(&details["text"]);
    words.as_str().map_or_else(|| words.to_string(), str::to_owned)
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn bytes(value: &Value) -> Vec<u8> {
    STANDARD.decode(value.as_str().unwrap_or_default()).expect("the protocol sends Base64")
}
