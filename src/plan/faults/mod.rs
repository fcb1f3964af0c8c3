//! Every fault of a `plan.json` at once: where, what was found, what is allowed, what to do.
