//! Writes the published form of `plan.json` again after its types have changed:
//! `cargo run --features schema --bin plan_schema`.

fn main() -> std::io::Result<()> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/plan.schema.json");
    std::fs::write(path, planboard::plan::schema::written())?;
    println!("{path}");
    Ok(())
}
