//! What of the ledger goes into the link: the choice in the dialog.

use super::made::{self, Made};
use super::model::{Share, model};
use super::words;
use crate::browser::{clock, document, ignored, random, slices, worker};
use crate::link::fingerprint::Code;
use crate::link::words::not_made;
use crate::link::{Envelope, capacity, protected};
use crate::plan::Day;
use crate::route::Route;
use crate::snapshot::code::{Coding, WAITING};
use crate::snapshot::excerpt;
use crate::snapshot::make::{self, Choice, Extent, Origin};
use crate::state::{Desk, State, Viewing};
use crate::text::Language;
use crate::ui::reckoned;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The choice; nothing where there is no ledger yet.
pub fn choice(state: State, page: Share, made: RwSignal<Result<Share, String>>) -> Option<AnyView> {
    let desk = state.desk.get_untracked().filter(|desk| !desk.ledger().is_empty())?;
    let language = state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let offered = match desk.viewing() {
        Viewing::Opened(opened) if !opened.is_own_past => {
            make::offered(of_page(state, desk), opened.part.is_some(), opened.only_to_look)
        }
        _ => make::offered(of_page(state, desk), false, false),
    };
    if offered.len() == 1 {
        return None;
    }
    // With records of one's own the address alone would show whoever gets it an empty board.
    let is_own = matches!(desk.viewing(), Viewing::Own);
    let extent = if is_own { Extent::Shown } else { Extent::Address };
    let choice = RwSignal::new(Choice { extent, ..Choice::default() });
    let is_asked_again = RwSignal::new(false);
    let told = RwSignal::new("");
    let page = StoredValue::new(page);
    let begin = move || {
        // One at a time: else the one that takes longer would stand, whichever was asked for last.
        if !told.with_untracked(|told| told.is_empty()) {
            is_asked_again.set(true);
            return;
        }
        told.set(words.making);
        // The sentence has to stand before the work begins: gathering a whole ledger takes its time.
        document::after_paint(move || {
            document::after_paint(move || {
                leptos::task::spawn_local(async move {
                    loop {
                        // The dialog may have been closed meanwhile.
                        let (Some(page), Some(chosen)) = (page.try_get_value(), choice.try_get_untracked())
                        else {
                            return;
                        };
                        let link = share(state, desk, page, &chosen).await;
                        // By another choice now, a passphrase perhaps: this link must not be handed on.
                        if choice.try_get_untracked().as_ref() == Some(&chosen) {
                            ignored(made.try_set(link));
                        }
                        // What was asked for meanwhile, by what is chosen now.
                        if is_asked_again.try_get_untracked() != Some(true) {
                            break;
                        }
                        is_asked_again.set(false);
                    }
                    ignored(told.try_set(""));
                });
            });
        });
    };
    if is_own {
        begin();
    }
    // A link by another choice must not be handed on: names may be in it that were to stay away.
    let choose = move |change: &dyn Fn(&mut Choice)| {
        choice.update(change);
        made.set(page.get_value().offered(language));
        if is_own && choice.with_untracked(|choice| choice.passphrase.is_empty()) {
            begin();
        }
    };
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        begin();
    };
    let extent = |extent: Extent, name: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="extent"
                    prop:checked=move || choice.with(|choice| choice.extent == extent)
                    on:change=move |_| choose(&|choice| choice.extent = extent)
                />
                {name}
            </label>
        }
    };
    let sign = |name: &'static str, is: fn(&mut Choice) -> &mut bool| {
        let change = move |event| {
            let is_on = event_target_checked(&event);
            choose(&|choice| *is(choice) = is_on);
        };
        view! { <label><input type="checkbox" on:change=change/>{name}</label> }
    };
    let with_data = move || choice.with(|choice| choice.extent != Extent::Address);
    let worth = move || {
        choice.with(|choice| {
            let passphrase = choice.passphrase.as_str();
            (!passphrase.is_empty()).then(|| protected::worth(passphrase).sentence(language))
        })
    };
    let coded = reckoned(move || Some(Coding::new(state.plan(), desk.ledger())), Coding::step);
    let code = move || coded.with(|code| code.as_ref().map_or(WAITING.into(), |code| code.whole.to_string()));
    let offered =
        offered.into_iter().map(|one| extent(one, words::extent(language, one))).collect::<Vec<_>>();
    Some(
        view! {
            <form class="data" on:submit=make>
                <fieldset>
                    <legend>{words.what}</legend>
                    {offered}
                </fieldset>
                <fieldset disabled=move || !with_data()>
                    {sign(words.without_notes, |choice| &mut choice.without_notes)}
                    {sign(words.without_names, |choice| &mut choice.without_names)}
                    <label class="wide">
                        {words.passphrase}
                        <input
                            type="text"
                            autocomplete="off"
                            on:input=move |event| {
                                let typed = event_target_value(&event);
                                choose(&|choice| choice.passphrase = typed.clone());
                            }
                        />
                    </label>
                </fieldset>
                <p class="muted">{crate::link::words::of(language).unprotected}</p>
                <p role="status">{worth}</p>
                <div class="actions">
                    <button>{words.make}</button>
                    <span role="status">{told}</span>
                    <span class="muted">{words.snapshot_code}" "<b class="figure">{code}</b></span>
                </div>
            </form>
        }
        .into_any(),
    )
}

/// Whether the page on the screen can be told apart from the rest.
fn of_page(state: State, desk: Desk) -> bool {
    state.route.with_untracked(|route| {
        let today = state.today.get_untracked().unwrap_or(Day::EPOCH);
        excerpt(&state.plan(), &desk.ledger(), route, today).is_some()
    })
}

async fn share(state: State, desk: Desk, page: Share, choice: &Choice) -> Result<Share, String> {
    let language = state.settings.with_untracked(|settings| settings.language);
    if choice.extent == Extent::Address {
        return page.offered(language);
    }
    let plan = state.plan();
    let today = clock::today(&plan.time_zone);
    let me = desk.me.with_untracked(|me| me.person.clone());
    let incomplete = match desk.viewing() {
        Viewing::Own => desk.unreadable() > 0,
        Viewing::Opened(opened) if opened.is_own_past => desk.unreadable() > 0,
        Viewing::Sample | Viewing::Opened(_) => false,
    };
    let incomplete = incomplete.then_some(words::of(language).incomplete);
    let me = make::from(me, incomplete);
    // What was opened stays of him who made it, and as it was known then.
    let (is_sample, from, known_on) = match desk.viewing() {
        Viewing::Own => (false, me, today),
        Viewing::Sample => (true, me, today),
        Viewing::Opened(opened) if opened.is_own_past => (opened.is_sample, me, opened.known_on),
        Viewing::Opened(opened) => (opened.is_sample, opened.from.clone(), opened.known_on),
    };
    let origin = Origin {
        from,
        up_to: state.today.get_untracked().unwrap_or(today),
        known_on,
        is_sample,
        page: match state.route.get_untracked() {
            Route::Overview | Route::Carried(_) => String::new(),
            route => route.address(),
        },
    };
    let part = state.route.with_untracked(|route| excerpt(&plan, &desk.ledger(), route, origin.up_to));
    // One ledger for link and code: it may go on meanwhile.
    let ledger = desk.ledger();
    let envelope = make::envelope(&plan, &ledger, choice, &origin, part.as_ref());
    let envelope = match choice.passphrase.as_str() {
        "" => envelope,
        passphrase => sealed(&envelope, passphrase, language).await?,
    };
    let before = page.address.split('#').next().unwrap_or_default();
    let address = envelope.encode().and_then(|fragment| capacity::link(before, &fragment));
    let address = address.map_err(|fault| not_made(&fault, language))?;
    let title = match is_sample {
        true => {
            let (open, close) = language.pick(("（", "）"), (" (", ")"));
            [&page.title, open, words::of(language).sample, close].concat()
        }
        false => page.title.clone(),
    };
    let share = model(title, address);
    // What stands on the board, for whoever reads the chat and opens nothing. A passphrase closes that too, and a part
    // has nothing of the rest.
    let is_open = choice.passphrase.is_empty() && choice.extent != Extent::Page;
    let board = state.board.get_untracked().filter(|_| is_open).map(|board| board.headline.clone());
    let headed = |share: Share| match &board {
        Some(headline) => share.with_headline(&words::headline(language, headline, origin.up_to)),
        None => share,
    };
    // The code of the whole says nothing of a part.
    if choice.extent == Extent::Page {
        return Ok(incomplete.map_or(share.clone(), |told| share.with_line(told)));
    }
    let mut coding = Coding::new(plan, ledger);
    let code = slices::until(|| coding.step()).await;
    let snapshot = matches!(desk.viewing(), Viewing::Own).then_some(code.whole);
    let share = Share { snapshot, ..share };
    let told = incomplete.map(|told| [told, "\n"].concat()).unwrap_or_default();
    let line = [&told, words::of(language).snapshot_code, " ", &code.whole.to_string()].concat();
    Ok(headed(share.with_line(&line)))
}

/// A snapshot leaves this device: what is compared with the last one begins here.
pub fn hand_on(state: State, snapshot: Option<Code>) {
    if let (Some(code), Some(desk)) = (snapshot, state.desk.get_untracked()) {
        desk.note(made::KEPT, &Made { at: desk.now(), code }.written());
    }
}

async fn sealed(envelope: &Envelope, passphrase: &str, language: Language) -> Result<Envelope, String> {
    let random = random::bytes().ok_or_else(|| words::of(language).no_chance.to_owned())?;
    let told = |fault: protected::ProtectedFault| fault.sentence(language);
    let recipe = protected::recipe_to_seal(passphrase, &random).map_err(told)?;
    let key = worker::key(&recipe).await.map_err(told)?;
    protected::seal(envelope, &key, &random).map_err(told)
}
