//! How mail leaves, as the configuration says.

use std::time::Duration;

use anyhow::Context as _;
use headquarters::mail::{Encryption, SmtpSettings, Transport};
use platform::configuration::{Configuration, Mail, MailEncryption, MailTransport};

use crate::serve;

/// The way out. The demo has none: its people are not real.
pub fn transport(configuration: &Configuration) -> anyhow::Result<Transport> {
    let mail = &configuration.mail;
    match mail.transport {
        _ if configuration.demo => Ok(Transport::Captured),
        MailTransport::Smtp => Ok(Transport::smtp(&settings(mail)?)?),
        MailTransport::Captured => {
            tracing::warn!("no mail leaves: set mail.transport to smtp, and mail.host");
            Ok(Transport::Captured)
        }
    }
}

fn settings(mail: &Mail) -> anyhow::Result<SmtpSettings> {
    let credentials = match &mail.username {
        Some(name) => Some((name.clone(), password(mail)?)),
        None => None,
    };
    Ok(SmtpSettings {
        host: mail.host.clone().context("mail.transport is smtp: set mail.host too")?,
        port: mail.port,
        encryption: match mail.encryption {
            MailEncryption::StartTls => Encryption::StartTls,
            MailEncryption::Tls => Encryption::Tls,
            MailEncryption::None => Encryption::None,
        },
        credentials,
        from: mail.from.clone(),
        timeout: Duration::from_secs(mail.timeout_seconds.max(1)),
    })
}

fn password(mail: &Mail) -> anyhow::Result<String> {
    serve::secret(mail.password.as_ref(), mail.password_file.as_deref())
        .context("mail.password_file")?
        .context("mail.username needs a password: set TANDEM_MAIL_PASSWORD or mail.password_file")
}

#[cfg(test)]
mod tests {
    use platform::configuration::Secret;

    use super::*;

    fn smtp(change: impl Fn(&mut Mail)) -> Result<Transport, String> {
        let mut configuration = Configuration::default();
        configuration.mail.transport = MailTransport::Smtp;
        configuration.mail.host = Some("mail.example".into());
        change(&mut configuration.mail);
        transport(&configuration).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn settings_that_cannot_work_are_named() {
        assert!(matches!(smtp(|_| {}), Ok(Transport::Smtp(_))));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "secret\n").unwrap();
        let signed_in = smtp(|mail| {
            mail.username = Some("name".into());
            mail.password_file = Some(file.clone());
        });
        assert!(!format!("{signed_in:?}").contains("secret"));
        let from_environment = Mail { password: Some(Secret("other".into())), ..Mail::default() };
        assert_eq!(password(&from_environment).unwrap(), "other");
        assert_eq!(password(&Mail { password_file: Some(file), ..Mail::default() }).unwrap(), "secret");
        for (refused, part) in [
            (smtp(|mail| mail.host = None), "mail.host"),
            (smtp(|mail| mail.username = Some("name".into())), "TANDEM_MAIL_PASSWORD"),
            (smtp(|mail| mail.encryption = MailEncryption::None), "starttls"),
        ] {
            assert!(refused.as_ref().is_err_and(|words| words.contains(part)), "{refused:?}");
        }
    }

    #[test]
    fn the_demo_captures_whatever_is_set() {
        let mut configuration = Configuration { demo: true, ..Configuration::default() };
        configuration.mail.transport = MailTransport::Smtp;
        assert!(matches!(transport(&configuration), Ok(Transport::Captured)));
    }
}
