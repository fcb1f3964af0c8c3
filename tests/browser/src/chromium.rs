//! Which Chromium is started, and where it comes from.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A browser to test with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chromium {
    /// The one of this machine: `CHROMIUM`, or what is found under the usual names.
    Installed,
    /// The last for Windows 7, from the npm package `@sparticuz/chromium`: a headless shell.
    Of2023,
}

impl Chromium {
    /// The program to start.
    ///
    /// # Panics
    /// With what to install, where it is missing.
    pub fn program(self) -> PathBuf {
        match self {
            Self::Installed => installed(),
            Self::Of2023 => {
                static UNPACKED: OnceLock<PathBuf> = OnceLock::new();
                UNPACKED.get_or_init(unpacked).clone()
            }
        }
    }
}

fn installed() -> PathBuf {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = ["chromium", "chromium-browser", "google-chrome"];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path =
        usual.iter().flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)));
    let applications = ["Chromium", "Google Chrome"]
        .map(|name| PathBuf::from(format!("/Applications/{name}.app/Contents/MacOS/{name}")));
    let found = named.into_iter().chain(on_path).chain(applications).find(|program| program.is_file());
    found.expect(
        "no Chromium was found: install it (Debian: apt install chromium) or set CHROMIUM to its path",
    )
}

/// The npm package holds one Brotli file; it is unpacked once per version of the file.
fn unpacked() -> PathBuf {
    let packed = root().join("node_modules/@sparticuz/chromium/bin/chromium.br");
    let size =
        fs::metadata(&packed).unwrap_or_else(|error| panic!("{packed:?}: {error}; `npm ci` brings it")).len();
    let program = scratch().join(format!("chromium-109-{size}"));
    if !program.exists() {
        let half = scratch().join(format!("chromium-109-{}", std::process::id()));
        let mut from = fs::File::open(&packed).expect("the package can be read");
        let mut to = fs::File::create(&half).expect("the folder of this build can be written to");
        brotli_decompressor::BrotliDecompress(&mut from, &mut to).expect("the package is sound");
        drop(to);
        make_executable(&half);
        fs::rename(&half, &program).expect("the folder of this build can be written to");
    }
    program
}

#[cfg(unix)]
fn make_executable(program: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(program, fs::Permissions::from_mode(0o755)).expect("the file is ours");
}

#[cfg(not(unix))]
fn make_executable(_: &Path) {}

/// The top folder of the project.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A folder for what a run needs and nobody keeps.
pub fn scratch() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/scratch");
    fs::create_dir_all(&folder).expect("the folder of this build can be written to");
    folder
}
