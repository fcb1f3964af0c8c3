//! The release page in real browsers.
//!
//! `PLANBOARD_DIST` names the folder of the release (else `dist` of the project), `CHROMIUM` the browser (else the
//! installed one).

mod adjustments;
mod bar;
mod board;
mod by_keyboard;
mod charts;
mod clerk;
mod codes;
mod dispatch;
mod districts;
mod every_page;
mod full_ledger;
mod geometry;
mod hands;
mod hosts;
mod issuing;
mod keyboard;
mod lists;
mod made;
mod making;
mod members;
mod month;
mod moving;
mod office;
mod old_browser;
mod opening;
mod palette;
mod pictures;
mod plain;
mod plain_http;
mod plans;
mod print;
mod problems;
mod protected;
mod random_month;
mod reconciliation;
mod records;
mod rules_bite;
mod scan;
mod settings;
mod share;
mod snapshots;
mod still_there;
mod stillness;
mod storage;
mod superior;
mod tables;
mod without;
mod year;
