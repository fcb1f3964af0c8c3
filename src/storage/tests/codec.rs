//! A tiny ledger to test with: a batch is its id and a text.

use crate::storage::{BatchId, Refusal, SegmentCodec};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch(pub BatchId, pub String);

#[derive(Clone, Copy, Debug)]
pub struct Lines;

impl SegmentCodec for Lines {
    type Batch = Batch;

    fn encode(&self, batches: &[Batch]) -> Vec<u8> {
        let lines: Vec<String> =
            batches.iter().map(|Batch(id, text)| format!("{} {} {text}", id.writer, id.sequence)).collect();
        ["1", &lines.join("\n")].join("\n").into_bytes()
    }

    fn decode(&self, bytes: &[u8]) -> Result<Vec<Batch>, Refusal> {
        let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Damaged)?;
        let (version, lines) = text.split_once('\n').ok_or(Refusal::Damaged)?;
        match version {
            "1" => {}
            "2" => return Err(Refusal::Newer),
            _ => return Err(Refusal::Damaged),
        }
        lines.lines().map(|line| batch(line).ok_or(Refusal::Damaged)).collect()
    }

    fn id(&self, batch: &Batch) -> BatchId {
        batch.0
    }

    /// A shorter text wins, as a redacted entry does.
    fn settle(&self, known: &Batch, other: &Batch) -> Batch {
        std::cmp::min_by_key(known, other, |Batch(_, text)| (text.len(), text.clone())).clone()
    }
}

fn batch(line: &str) -> Option<Batch> {
    let mut parts = line.splitn(3, ' ');
    let writer = parts.next()?.parse().ok()?;
    let sequence = parts.next()?.parse().ok()?;
    Some(Batch(BatchId { writer, sequence }, parts.next()?.to_owned()))
}
