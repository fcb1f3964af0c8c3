//! What is kept on this device beside the ledger of every day: sample, backup, copies, damaged values, clearing.

use super::{Desk, Me, Unkept, Viewing};
use crate::ledger::{Batch, BatchId};
use crate::storage::{self, BatchCodec, Failure, Kind, Port, Shelf, Store};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

impl Desk {
    /// Puts an invented ledger on the screen, kept under a key of its own.
    ///
    /// # Errors
    /// When it could not be kept; it is on the screen all the same, for as long as the page lives.
    pub fn show_sample(&self, batches: Vec<Batch>) -> Result<(), Failure> {
        self.may_act()?;
        self.reopen(Shelf::Sample);
        self.viewing.set(Viewing::Sample);
        self.take(batches)
    }

    /// Removes the invented ledger and shows one's own; if it could not be removed, that is told.
    pub fn remove_sample(&self) {
        if self.may_act().is_err() {
            return;
        }
        let removed =
            self.recorder.with_value(|recorder| storage::remove_sample(&recorder.port, &recorder.place));
        self.tell_unkept(Unkept::Left(Kind::Sample), removed.map(drop).map_err(Failure::from));
        self.reopen(Shelf::Own);
        self.viewing.set(Viewing::Own);
    }

    /// Removes the invented ledger from where it is kept; what is on the screen stays, unless that is it.
    ///
    /// # Errors
    /// When the browser does not let us.
    pub fn free_sample(&self) -> Result<(), Failure> {
        self.may_act()?;
        if self.recorder.with_value(|recorder| recorder.store.shelf()) == Shelf::Sample {
            self.remove_sample();
            return Ok(());
        }
        self.recorder.with_value(|recorder| storage::remove_sample(&recorder.port, &recorder.place))?;
        Ok(())
    }

    /// Removes everything that is kept here for this plan.
    ///
    /// # Errors
    /// When the browser does not let us.
    pub fn clear(&self) -> Result<storage::Cleared, Failure> {
        self.may_act()?;
        let cleared = self.recorder.with_value(|recorder| {
            storage::clear(&recorder.port, &recorder.place, recorder.writer, recorder.now())
        })?;
        self.me.set(Me::default());
        self.reopen(Shelf::Own);
        self.viewing.set(Viewing::Own);
        Ok(cleared)
    }

    /// The whole ledger as a backup file; noted as saved.
    pub fn backup(&self) -> Option<Vec<u8>> {
        let note = self.note_of_editions();
        let backup = self.recorder.try_update_value(|recorder| {
            let now = recorder.now();
            let backup = recorder.store.backup(now, &note)?;
            Some((backup.bytes, recorder.store.note_backup(backup.mark)))
        });
        let bytes = backup.flatten().map(|(bytes, noted)| {
            self.tell_unkept(Unkept::Note(Kind::Backup), noted);
            bytes
        });
        self.look_after();
        bytes
    }

    /// What a backup file holds.
    ///
    /// # Errors
    /// See [`storage::FileRefusal`].
    pub fn read_backup(&self, bytes: &[u8]) -> Result<storage::Restored<Batch>, storage::FileRefusal> {
        let storage::Restored { at, note, batches } = self
            .recorder
            .with_value(|recorder| storage::open_backup(&BatchCodec, recorder.place.plan(), bytes))?;
        Ok(storage::Restored { at, note, batches: batches.into_iter().map(Arc::unwrap_or_clone).collect() })
    }

    /// Notes the backup file that was opened here, once its batches are: what came out of a file is backed up.
    pub fn note_file(&self, at: storage::Millis, held: &BTreeSet<BatchId>) {
        if self.may_act().is_err() {
            return;
        }
        let noted =
            self.recorder.try_update_value(|recorder| recorder.store.note_file(at, held.iter().copied()));
        // Where it was not kept, the light goes back with the next load.
        self.tell_unkept(Unkept::Note(Kind::Backup), noted.unwrap_or(Ok(())));
        self.look_after();
    }

    /// How many values of each kind are kept here for this plan and folder.
    ///
    /// # Errors
    /// When storage is blocked.
    pub fn kept(&self) -> Result<Vec<(Kind, usize)>, Failure> {
        let mut kinds = std::collections::BTreeMap::new();
        self.recorder.with_value(|recorder| {
            for (key, _) in recorder.store.raw_all()? {
                if let Some(kind) = recorder.place.kind_of(&key) {
                    *kinds.entry(kind).or_default() += 1;
                }
            }
            Ok(kinds.into_iter().collect())
        })
    }

    /// Removes the copies from before earlier acts; says how many.
    ///
    /// # Errors
    /// When the browser does not let us, or a later release wrote here.
    pub fn remove_copies(&self) -> Result<usize, Failure> {
        self.may_act()?;
        let removed = self.recorder.try_update_value(|recorder| recorder.store.remove_generations());
        self.undo.set(None);
        removed.unwrap_or(Err(Failure::Vanished))
    }

    /// Removes the values that could not be read and were moved aside; says how many.
    ///
    /// # Errors
    /// As [`Desk::remove_copies`].
    pub fn remove_damaged(&self) -> Result<usize, Failure> {
        self.may_act()?;
        let removed = self.recorder.try_update_value(|recorder| recorder.store.remove_quarantined());
        self.look_after();
        removed.unwrap_or(Err(Failure::Vanished))
    }

    /// Merges small segments of pages that are gone. What other pages wrote meanwhile comes into the ledger.
    ///
    /// # Errors
    /// When a step fails: every batch is still stored.
    pub fn compact(&self) -> Result<(), Failure> {
        // Nobody's act: nothing to be told.
        if self.only_shows() {
            return Err(Failure::Framed);
        }
        let outcome = self.recorder.try_update_value(|recorder| {
            let now = recorder.now();
            recorder.store.compact(now)
        });
        match outcome {
            Some(Ok(done)) => {
                if !done.news.is_empty() {
                    self.add(done.news.into_iter().map(Arc::unwrap_or_clone));
                }
                self.look_after();
                Ok(())
            }
            // Some news may have come before it failed.
            failed => {
                self.refold();
                failed.map_or(Err(Failure::Vanished), |outcome| outcome.map(drop))
            }
        }
    }

    /// Hands out the store, to be asked what only it knows: copies, damaged values.
    pub fn with_store<T>(&self, ask: impl FnOnce(&Store<Rc<dyn Port>, BatchCodec>) -> T) -> T {
        self.recorder.with_value(|recorder| ask(&recorder.store))
    }
}
