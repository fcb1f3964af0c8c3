//! Work that somebody may call off while it goes on: what waits for the answer is let go, and with it whatever it holds, as
//! a thread in which a program runs.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Calls off the work that was begun with it.
#[derive(Clone, Default)]
pub struct Cancel(Rc<Inner>);

#[derive(Default)]
struct Inner {
    is_off: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Cancel {
    /// Calls it off.
    pub fn cancel(&self) {
        self.0.is_off.set(true);
        if let Some(waker) = self.0.waker.take() {
            waker.wake();
        }
    }

    /// What the work comes to; `None` where it was called off.
    pub async fn unless<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if self.0.is_off.get() {
                return Poll::Ready(None);
            }
            *self.0.waker.borrow_mut() = Some(context.waker().clone());
            work.as_mut().poll(context).map(Some)
        })
        .await
    }
}
