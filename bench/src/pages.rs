//! The pages that are compared: each a folder with a `.br` beside every file, on the project's own host.

use planboard::plan::{Plan, PlanIndex};
use planboard_browser_tests::site::dist;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The pages, served for as long as this lives.
pub struct Pages {
    /// The release as it is.
    pub release: Host,
    /// The prerendered view with the release's styles in the page, and no script.
    pub plain: Host,
    /// The same content drawn by React.
    pub react: Host,
}

/// A folder, served by `tools/serve.mjs`.
pub struct Host {
    child: Child,
    address: String,
}

impl Pages {
    /// Makes the two pages for comparison out of the release and serves all three.
    ///
    /// # Panics
    /// With what is missing.
    pub fn build() -> Self {
        let release = text("index.html");
        let plain = static_page(&release);
        let folder = |name: &str, page: &str, files: &[&str]| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pages").join(name);
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(folder.join("assets")).expect("the folder of this build can be written to");
            fs::write(folder.join("index.html"), page).expect("it is ours");
            for file in files {
                fs::copy(dist().join(file), folder.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
            }
            folder
        };
        let static_folder = folder("static", &plain, &["icon.svg"]);
        let react_folder = folder("react", &react_page(&plain), &["icon.svg", "plan.json"]);
        bundle(&react_folder.join("assets/main.js"));
        for folder in [&static_folder, &react_folder] {
            run(node("tools/compress.mjs").arg(folder));
        }
        Self { release: Host::of(&dist()), plain: Host::of(&static_folder), react: Host::of(&react_folder) }
    }
}

impl Host {
    /// Serves a folder until it is dropped.
    pub fn of(folder: &Path) -> Self {
        let mut command = node("tools/serve.mjs");
        command.arg(folder).env("PORT", "0").env_remove("HOST").stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut line = String::new();
        let out = child.stdout.take().expect("piped");
        BufReader::new(out).read_line(&mut line).expect("the host says where it is");
        let address = line.split(' ').find(|word| word.starts_with("http://"));
        let address = address.unwrap_or_else(|| panic!("the host says no address: {line}")).to_owned();
        Self { child, address }
    }

    /// The address of a page, by its fragment (`#/about`, or nothing).
    pub fn address(&self, fragment: &str) -> String {
        format!("{}/{fragment}", self.address)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The plan of the release.
pub fn plan() -> PlanIndex {
    let plan: Plan = serde_json::from_str(&text("plan.json")).expect("the plan of a release is sound");
    plan.indexed().expect("the plan of a release is sound")
}

/// Prints the bytes of the release, file by file. It says itself where a promise about them is broken.
pub fn budget() {
    let mut command = node("tools/budget.mjs");
    if let Err(error) = command.arg(dist()).status() {
        panic!("{command:?}: {error}");
    }
}

/// What somebody would write by hand who has nothing but this content and this style sheet.
fn static_page(release: &str) -> String {
    let block = between(release, "<!--prerendered-->", "<!--/prerendered-->").expect("a prerendered release");
    let (head, _) = release.split_once("<body>").expect("a page has a body");
    let head = without(head, "<script", "</script>", |_| true);
    let head = without(&head, "<link", ">", |link| {
        ["preload\"", "manifest\"", "blocking=\"render\""].iter().any(|end| link.contains(end))
    });
    let lines: Vec<&str> = head.lines().filter(|line| !line.is_empty()).collect();
    format!("{}\n<body>\n{block}\n</body>\n</html>\n", lines.join("\n"))
}

/// The static page's head, with an empty place and a program. The plan is preloaded as on our page, though many
/// React pages do without.
fn react_page(plain: &str) -> String {
    let (head, _) = plain.split_once("</head>").expect("a page has a head");
    let head = head.trim_end();
    format!(
        "{head}\n<link rel=\"preload\" href=\"./plan.json\" as=\"fetch\" type=\"application/json\" crossorigin>\n\
         <script type=\"module\" src=\"./assets/main.js\"></script>\n</head>\n<body>\n<div data-app></div>\n</body>\n</html>\n"
    )
}

/// One minified production bundle, as a React project ships it.
fn bundle(to: &Path) {
    let mut command = Command::new(root().join("node_modules/.bin/esbuild"));
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("react/main.jsx"));
    command.args(["--bundle", "--minify", "--format=esm", "--target=chrome109", "--jsx=automatic"]);
    command.args([
        "--define:process.env.NODE_ENV=\"production\"",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    run(command.arg(format!("--outfile={}", to.display())));
}

/// The text without those pieces from `from` to the next `to` that are unwanted.
fn without(text: &str, from: &str, to: &str, is_unwanted: impl Fn(&str) -> bool) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| match part.split_once(to) {
        Some((piece, rest)) if is_unwanted(piece) => kept + rest,
        _ => kept + from + part,
    })
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    Some(text.split_once(from)?.1.split_once(to)?.0)
}

fn text(file: &str) -> String {
    fs::read_to_string(dist().join(file)).unwrap_or_else(|error| panic!("{file} of the release: {error}"))
}

fn node(script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(root().join(script));
    command
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?} failed");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RELEASE: &str = "<html><head><script src=\"./a.js\"></script>\n<style>b{}</style>\n<link rel=\"expect\" href=\"#drawn\" blocking=\"render\">\n\
        <link rel=\"modulepreload\" href=\"./b.js\"><link rel=\"icon\" href=\"./i.svg\"></head>\n<body>\n<noscript>no</noscript>\n\
        <!--prerendered--><div data-app><h1>All</h1></div><!--/prerendered-->\n</body></html>";

    #[test]
    fn the_static_page_has_content_and_sheet_and_no_program() {
        let page = static_page(RELEASE);
        assert!(
            page.contains("<h1>All</h1>") && page.contains("<style>b{}</style>") && page.contains("./i.svg")
        );
        assert!(!page.contains(".js") && !page.contains("expect") && !page.contains("noscript"), "{page}");
    }

    #[test]
    fn the_react_page_has_sheet_and_program_and_no_content() {
        let page = react_page(&static_page(RELEASE));
        assert!(
            page.contains("<style>b{}</style>")
                && page.contains("./assets/main.js")
                && page.contains("plan.json")
        );
        assert!(!page.contains("All"), "{page}");
    }
}
