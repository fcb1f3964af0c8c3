//! Who the user says he is.

use super::Page;
use crate::ledger::Id;
use crate::ledger::codec::MOST_ID_LETTERS;
use crate::state::Me;
use crate::text::Text;
use leptos::prelude::*;

/// Organisation and person; kept as soon as they are chosen or typed.
pub fn who(page: Page, organisations: Vec<(String, Text)>) -> AnyView {
    let (words, desk) = (page.words, page.desk);
    let is_chosen = move |id: &str| desk.me.with(|me| me.organisation.as_deref().unwrap_or_default() == id);
    let options = organisations.into_iter().map(|(id, name)| {
        let (value, language) = (id.clone(), name.language.map(|language| language.tag()));
        view! { <option value=value lang=language prop:selected=move || is_chosen(&id)>{name.words}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let change = move |change: &dyn Fn(&mut Me)| {
        let mut me = desk.me.get_untracked();
        change(&mut me);
        desk.set_me(me);
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        change(&|me| me.organisation = Some(id.as_str()).filter(|id| !id.is_empty()).map(Id::from));
    };
    let name = move |event| {
        let typed = event_target_value(&event);
        change(&|me| me.person = Me::named(&typed));
    };
    view! {
        <section class="sheet who-am-i">
            <header><h2>{words.who}</h2></header>
            <p class="muted">{words.who_note}</p>
            <div class="fields">
                <label>
                    <span>{words.organisation}</span>
                    <select on:change=choose>
                        <option value="" prop:selected=move || is_chosen("")>{words.nobody}</option>
                        {options}
                    </select>
                </label>
                <label>
                    <span>{words.person}</span>
                    <input
                        type="text"
                        autocomplete="name"
                        maxlength=MOST_ID_LETTERS.to_string()
                        prop:value=move || desk.me.with(|me| me.person.clone())
                        on:change=name
                    />
                </label>
            </div>
        </section>
    }
    .into_any()
}
