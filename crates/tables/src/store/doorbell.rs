//! The doorbell: says "look now" to whoever works off what others write.

use futures_util::future::select_all;
use tokio::sync::watch;

use super::Store;

/// How often something was written, for whoever waits for more.
pub type Doorbell = watch::Receiver<u64>;

impl Store {
    /// Rises after every commit of this process that the change log tells of. Says only "look now".
    #[must_use]
    pub fn doorbell(&self) -> Doorbell {
        self.current.opened.bell.subscribe()
    }
}

/// Until one of them rings. A store that was closed never does, nor does none at all.
pub async fn rung(bells: &mut [Doorbell]) {
    loop {
        let open = bells.iter_mut().filter(|bell| bell.has_changed().is_ok());
        let changes: Vec<_> = open.map(|bell| Box::pin(bell.changed())).collect();
        if changes.is_empty() {
            return std::future::pending().await;
        }
        if let (Ok(()), ..) = select_all(changes).await {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    #[test]
    fn one_of_several_is_enough_and_a_closed_one_says_nothing() {
        let ((first, one), (second, other)) = (watch::channel(0), watch::channel(0));
        let mut bells = [one, other];
        assert_eq!(rung(&mut bells).now_or_never(), None);
        second.send_replace(1);
        assert_eq!(rung(&mut bells).now_or_never(), Some(()));
        assert_eq!(rung(&mut bells).now_or_never(), None, "it was heard");
        drop(first);
        assert_eq!(rung(&mut bells).now_or_never(), None);
        second.send_replace(2);
        assert_eq!(rung(&mut bells).now_or_never(), Some(()), "the other one still rings");
        drop(second);
        assert_eq!(rung(&mut bells).now_or_never(), None);
        assert_eq!(rung(&mut []).now_or_never(), None);
    }
}
