//! Style sheets, icons and the script, part of the program. Their address changes with their
//! content, so browsers may keep them for ever.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

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
