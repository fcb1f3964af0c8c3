//! Which program this is.

/// Version and build of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Build {
    pub version: &'static str,
    /// Commit that it was built from; `development` outside a release build.
    pub commit: &'static str,
}

impl Build {
    /// This program. The release build hands the commit over in `PLANBOARD_BUILD`.
    pub const HERE: Self = Self {
        version: env!("CARGO_PKG_VERSION"),
        commit: match option_env!("PLANBOARD_BUILD") {
            Some(commit) => commit,
            None => "development",
        },
    };
}
