//! The software that is shipped with the page, as far as the page uses it directly.
//! `public/licences.txt` has all of it with the licences in full; `tools/licences.mjs` writes it.

/// Software and its licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence {
    pub name: &'static str,
    /// SPDX expression.
    pub licence: &'static str,
}

/// The file with the licences in full, beside the page.
pub const FILE: &str = "./licences.txt";

const fn by(name: &'static str, licence: &'static str) -> Licence {
    Licence { name, licence }
}

const MIT: &str = "MIT";
const MIT_OR_APACHE: &str = "MIT OR Apache-2.0";

pub const SHIPPED: &[Licence] = &[
    by("argon2", MIT_OR_APACHE),
    by("calamine", MIT),
    by("chacha20poly1305", "Apache-2.0 OR MIT"),
    by("charming", MIT_OR_APACHE),
    by("chrono", MIT_OR_APACHE),
    by("csv", "Unlicense OR MIT"),
    by("echarts", "Apache-2.0"),
    by("encoding_rs", "(Apache-2.0 OR MIT) AND BSD-3-Clause"),
    by("gloo", MIT_OR_APACHE),
    by("js-sys", MIT_OR_APACHE),
    by("leptos", MIT),
    by("miniz_oxide", "MIT OR Zlib OR Apache-2.0"),
    by("pinyin", MIT),
    by("qrcode", MIT_OR_APACHE),
    by("quick-xml", MIT),
    by("rust_xlsxwriter", MIT_OR_APACHE),
    by("rxing", "Apache-2.0"),
    by("serde", MIT_OR_APACHE),
    by("serde_json", MIT_OR_APACHE),
    by("sha2", MIT_OR_APACHE),
    by("strsim", MIT),
    by("wasm-bindgen", MIT_OR_APACHE),
    by("wasm-bindgen-futures", MIT_OR_APACHE),
    by("web-sys", MIT_OR_APACHE),
    by("zip", MIT),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Named in Cargo.toml and not in the page: it writes the schema of plan.json.
    const NOT_SHIPPED: [&str; 1] = ["schemars"];

    /// The licences of the packages that Cargo.toml names, as the packages themselves state them.
    fn stated() -> BTreeMap<String, String> {
        let output = std::process::Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--offline", "--features", "csr"])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        let named = |name: &str| packages.iter().find(move |package| package["name"] == name).unwrap();
        let own = named(env!("CARGO_PKG_NAME"))["dependencies"].as_array().unwrap();
        let names = own.iter().filter(|one| one["kind"].is_null()).map(|one| one["name"].as_str().unwrap());
        let shipped = names.filter(|name| !NOT_SHIPPED.contains(name));
        let licence = |name: &str| named(name)["license"].as_str().unwrap_or_default().replace('/', " OR ");
        shipped.map(|name| (name.to_owned(), licence(name))).collect()
    }

    #[test]
    fn the_list_is_what_cargo_knows_and_the_charts() {
        let mut shown: BTreeMap<String, String> =
            SHIPPED.iter().map(|one| (one.name.into(), one.licence.into())).collect();
        assert_eq!(shown.remove("echarts").as_deref(), Some("Apache-2.0"), "from npm, not from Cargo");
        assert_eq!(shown, stated());
    }

    #[test]
    fn the_list_is_in_order_and_names_nothing_twice() {
        assert!(SHIPPED.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}
