//! Style sheets, icons and the script, part of the program. Their address changes with their
//! content, so browsers may keep them for ever.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tower_http::compression::CompressionLayer;

struct Asset {
    name: &'static str,
    kind: &'static str,
    content: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";

static ASSETS: [Asset; 5] = [
    Asset { name: "tokens.css", kind: CSS, content: include_bytes!("../assets/tokens.css") },
    Asset { name: "components.css", kind: CSS, content: include_bytes!("../assets/components.css") },
    Asset { name: "theme.js", kind: SCRIPT, content: include_bytes!("../assets/theme.js") },
    Asset { name: "shell.js", kind: SCRIPT, content: include_bytes!("../assets/shell.js") },
    Asset { name: "icons.svg", kind: "image/svg+xml", content: include_bytes!("../assets/icons.svg") },
];
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Where the assets of this build are: the folder is a fingerprint of them all.
static FOLDER: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    ASSETS.iter().for_each(|asset| hash.update(asset.content));
    let digest = hash.finalize();
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

/// The address of an asset.
#[must_use]
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *FOLDER)
}

/// Serves the assets under `/assets/`.
pub fn router() -> Router {
    Router::new()
        .route(
            "/assets/{folder}/{name}",
            get(|Path((_, name)): Path<(String, String)>| async move { serve(&name) }),
        )
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        // Assets only: a page that tells secrets must not shrink by what somebody else wrote into it.
        .layer(CompressionLayer::new())
}

fn serve(name: &str) -> Response {
    match ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => {
            let kept = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
            ([(header::CONTENT_TYPE, asset.kind), kept], asset.content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn assets_are_kept_for_ever_and_travel_small() {
        for (accepted, encoding, bytes_max) in
            [("gzip, br", Some("gzip"), 20_000), ("identity", None, 100_000)]
        {
            let ask = Request::get(address("components.css")).header(header::ACCEPT_ENCODING, accepted);
            let answer = router().oneshot(ask.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.status(), StatusCode::OK);
            let of = |name| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
            assert_eq!(of(header::CONTENT_ENCODING).as_deref(), encoding);
            assert!(of(header::CACHE_CONTROL).unwrap().contains("immutable"));
            assert!(to_bytes(answer.into_body(), bytes_max).await.is_ok(), "{accepted}");
        }
        let ask = Request::get("/assets/x/Cargo.toml").body(Body::empty()).unwrap();
        assert_eq!(router().oneshot(ask).await.unwrap().status(), StatusCode::NOT_FOUND);
    }
}
