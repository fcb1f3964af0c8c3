//! What stands in place of the app when there is no sound plan. The page that names the faults is a part
//! that loads on demand; until it is here, and where it cannot come, a plain sentence stands.

use super::parts;
use crate::browser::document;
use crate::browser::fetch::FetchFailure;
use crate::page::shared::refused::Refusal;
use leptos::prelude::*;

/// What is wrong with `plan.json`, in both languages, for nobody can have chosen one yet.
pub fn refused(text: Result<String, FetchFailure>) -> AnyView {
    let refusal = match text {
        Ok(text) => Refusal::Unsound(text),
        // Without an answer there is no status, which the script at the start writes as 0.
        Err(FetchFailure::Missing(status)) => Refusal::Missing(status.filter(|status| *status > 0)),
        Err(FetchFailure::TooLarge) => Refusal::TooLarge,
    };
    let draw = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        draw.set(parts::refused().await.ok());
        document::after_paint(document::focus_heading);
    });
    document::set_title("plan.json");
    (move || match draw.get() {
        Some(draw) => draw(refusal.clone()),
        None => sentence().into_any(),
    })
    .into_any()
}

fn sentence() -> impl IntoView {
    view! {
        <main class="refused">
            <section class="sheet">
                <h1 lang="zh-CN">"方案文件 plan.json 不能用"</h1>
                <p lang="zh-CN">"文件读不到，或有错误。请检查网络后重新载入；仍不行，请告诉网站的管理员。"</p>
                <p lang="en">
                    "The plan file plan.json is missing or faulty. Check the network and reload; if that does not help, tell those who run the site."
                </p>
            </section>
        </main>
    }
}
