//! Who really asks, where a proxy stands in front: limits count senders, not the proxy.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;

/// The header in which each proxy adds whom it was asked by.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Puts the real sender in the place of a proxy that is trusted. What anybody else says is not believed.
pub async fn see_through(trusted: Arc<[IpAddr]>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
    if let Some(peer) = peer
        && let Some(sender) = sender(&trusted, peer.ip(), request.headers())
    {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(sender, 0)));
    }
    next.run(request).await
}

/// The last address in the chain that is no trusted proxy; nothing where the peer itself is none.
fn sender(trusted: &[IpAddr], peer: IpAddr, headers: &HeaderMap) -> Option<IpAddr> {
    let is_trusted = |address: IpAddr| trusted.contains(&address.to_canonical());
    if !is_trusted(peer) {
        return None;
    }
    let lines = headers.get_all(FORWARDED_FOR).iter().filter_map(|line| line.to_str().ok());
    let chain: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    for link in chain.into_iter().rev() {
        // What cannot be read ends the chain: whoever wrote it stands before it.
        let address = link.parse::<IpAddr>().ok()?;
        if !is_trusted(address) {
            return Some(address.to_canonical());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_trusted_proxies_are_believed_and_only_as_far_as_the_chain_is_theirs() {
        let trusted = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        for (peer, lines, expected) in [
            ("10.0.0.1", &["203.0.113.7"][..], Some("203.0.113.7")),
            ("::ffff:10.0.0.1", &["203.0.113.7"], Some("203.0.113.7")),
            // Made up by the sender, in front of what the proxy wrote.
            ("10.0.0.1", &["198.51.100.1, 203.0.113.7"], Some("203.0.113.7")),
            ("10.0.0.1", &["198.51.100.1", "203.0.113.7, 10.0.0.2"], Some("203.0.113.7")),
            ("10.0.0.1", &["nonsense"], None),
            ("10.0.0.1", &["203.0.113.7, nonsense"], None),
            ("10.0.0.1", &[], None),
            ("203.0.113.9", &["198.51.100.1"], None),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(FORWARDED_FOR, line.parse().unwrap());
            }
            let found = sender(&trusted, peer.parse().unwrap(), &headers);
            assert_eq!(found, expected.map(|address| address.parse().unwrap()), "{peer} {lines:?}");
        }
    }
}
