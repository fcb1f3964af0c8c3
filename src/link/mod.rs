//! What is handed from one person to another: codes of addresses. Pure; knows no browser.

pub mod qr;
