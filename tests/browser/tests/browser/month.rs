use planboard_browser_tests::{Look, Page, Site};

#[test]
fn explore() {
    let site = Site::release();
    let page = Page::new(Look::DESKTOP);
    page.open(&site.address("#/dispatch?month=2025-12"));
    println!("{}", page.words());
    std::fs::write("/tmp/d1.png", page.whole_picture()).unwrap();
    for found in page.all("button", None) { print!("[{}] ", found.name); }
    page.open(&site.address("#/form/science-bureau?month=2025-12"));
    println!("{}", page.words());
    std::fs::write("/tmp/d2.png", page.whole_picture()).unwrap();
    for found in page.all("button", None) { print!("[{}] ", found.name); }
    for found in page.all("textbox", None) { print!("<{}> ", found.name); }
    for found in page.all("radio", None).iter().take(12) { print!("({}) ", found.name); }
}
