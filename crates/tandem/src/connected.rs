//! How dual-write stands, for headquarters, which knows no dual-write.

use std::pin::Pin;

use dual_write::Hub;
use headquarters::readiness::{self, Connection};
use tables::{Principal, Result};

/// Whoever knows.
pub struct Connected(pub Hub);

impl readiness::Connected for Connected {
    fn now(&self) -> Pin<Box<dyn Future<Output = Result<Connection>> + Send + '_>> {
        Box::pin(async {
            let Some(engine) = self.0.engine() else {
                let path = "/dual-write/solutions".into();
                return Ok(Connection { package: None, waiting: 0, path });
            };
            let targets = engine.target_status(&Principal::system()).await?;
            let waiting = targets.iter().map(|target| target.needs_somebody).sum();
            Ok(Connection { package: self.0.at_work(), waiting, path: "/dual-write/overview".into() })
        })
    }
}
