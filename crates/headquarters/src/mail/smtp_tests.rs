//! Mail against a small server on loopback that answers as it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jobs::{Jobs, Mode, Summary};
use platform::Environment;
use tables::jiff::SignedDuration;
use tables::{Context, Store};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::{
    EmailMessage, EmailStatus, Encryption, Letter, NotificationType, SmtpSettings, Transport, queue,
};
use crate::JobSettings;
use crate::prospects::Prospect;
use crate::testing::{all, each_location, each_store_in, prospect};

/// What the server was told, line by line, and how it answers to `RCPT`.
#[derive(Clone, Default)]
struct Server {
    port: u16,
    lines: Arc<Mutex<Vec<String>>>,
    answers: Arc<Mutex<VecDeque<&'static str>>>,
}

impl Server {
    async fn start(answers: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let answers = Arc::new(Mutex::new(answers.iter().copied().collect()));
        let server = Self { port, answers, ..Self::default() };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Whoever hangs up in the middle is no concern of the test.
                let _ = serving.converse(stream).await;
            }
        });
        server
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        writer.write_all(b"220 ready\r\n").await?;
        let mut data = false;
        while let Some(line) = lines.next_line().await? {
            self.lines.lock().unwrap().push(line.clone());
            let answer = match line.as_str() {
                "." => {
                    data = false;
                    "250 taken"
                }
                _ if data => continue,
                "DATA" => {
                    data = true;
                    "354 go on"
                }
                "QUIT" => "221 bye",
                line if line.starts_with("EHLO") => "250-here\r\n250 AUTH PLAIN",
                line if line.starts_with("AUTH") => "235 welcome",
                line if line.starts_with("RCPT") => {
                    self.answers.lock().unwrap().pop_front().unwrap_or("250 fine")
                }
                _ => "250 fine",
            };
            writer.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    fn heard(&self, start: &str) -> Vec<String> {
        let lines = self.lines.lock().unwrap();
        lines.iter().filter(|line| line.starts_with(start)).cloned().collect()
    }

    fn settings(&self) -> SmtpSettings {
        SmtpSettings {
            host: "127.0.0.1".into(),
            port: Some(self.port),
            encryption: Encryption::None,
            credentials: None,
            from: None,
            timeout: Duration::from_secs(5),
        }
    }
}

/// Headquarters with one queued message, its jobs, and a clock that stands still.
struct Office {
    _folders: [tempfile::TempDir; 2],
    environment: Environment,
    store: Store,
    jobs: Arc<Jobs>,
}

impl Office {
    async fn all(settings: &SmtpSettings, prospect: &Prospect) -> Vec<Self> {
        let environment = Environment::frozen("2026-11-20T09:30:00Z".parse().unwrap(), 7);
        let mut offices = Vec::new();
        let stores = each_store_in(&environment).await;
        for ((folder, store), (other, place)) in stores.into_iter().zip(each_location("channel")) {
            let channel = Store::open(channel::catalog(), &place, environment.clone()).await.unwrap();
            let transport = Transport::smtp(settings).unwrap();
            let job_settings = JobSettings { store_origin: "http://127.0.0.1".into(), transport };
            let jobs = crate::jobs(&store, &channel, &job_settings);
            let jobs = Jobs::open(store.clone(), Mode::Manual, jobs, Vec::new()).await.unwrap();
            let letter = Letter::to_requestor(prospect, NotificationType::ProspectRejected);
            store.write(Context::system(), letter, |tx, it| Box::pin(queue(tx, it))).await.unwrap();
            let environment = environment.clone();
            offices.push(Self { _folders: [folder, other], environment, store, jobs });
        }
        offices
    }

    async fn send(&self) -> Summary {
        self.jobs.run_now("Process email notifications").await.unwrap()
    }

    async fn message(&self) -> EmailMessage {
        all(&self.store).await.pop().unwrap()
    }
}

#[tokio::test]
async fn a_message_arrives_whole_and_once() {
    let server = Server::start(&[]).await;
    let settings = SmtpSettings {
        from: Some("shop@example.com".into()),
        credentials: Some(("name".into(), "password".into())),
        ..server.settings()
    };
    let hostile = Prospect {
        store_name: Some("Alder\r\nBcc: all@example.com".into()),
        language: Some("ru-RU".into()),
        ..prospect()
    };
    for office in Office::all(&settings, &hostile).await {
        server.lines.lock().unwrap().clear();
        assert_eq!(office.send().await.succeeded, 1);
        assert_eq!(office.send().await, Summary::default());
        assert_eq!(server.heard("MAIL FROM"), ["MAIL FROM:<shop@example.com>"]);
        assert_eq!(server.heard("RCPT TO"), ["RCPT TO:<ola@nowak.example>"]);
        assert_eq!(server.heard("AUTH PLAIN").len(), 1);
        let message = office.message().await;
        assert_eq!((message.status, message.attempts), (EmailStatus::Sent, 0));
        let id = format!("Message-ID: <{}@example.com>", message.external_row_id);
        assert_eq!(server.heard("Message-ID:"), [id]);
        assert_eq!(server.heard("Date:"), ["Date: Fri, 20 Nov 2026 09:30:00 +0000"]);
        assert!(server.heard("Bcc").is_empty(), "{:?}", server.lines.lock().unwrap());
        assert_eq!(server.heard("Content-Type: multipart/alternative").len(), 1);
        for part in ["Content-Type: text/plain", "Content-Type: text/html"] {
            assert_eq!(server.heard(part).len(), 1, "{part}");
        }
    }
}

#[tokio::test]
async fn not_now_is_tried_again_later_and_never_is_not() {
    let server = Server::start(&[]).await;
    for office in Office::all(&server.settings(), &prospect()).await {
        server.answers.lock().unwrap().extend(["451 not now", "451 not now"]);
        for (attempts, wait) in [(1, 60), (2, 120)] {
            assert_eq!(office.send().await.failed, 1);
            assert_eq!(office.send().await, Summary::default(), "not before it is due");
            let message = office.message().await;
            assert_eq!((message.status, message.attempts), (EmailStatus::Queued, attempts));
            assert!(message.failure_details.unwrap().contains("not now"));
            office.environment.clock.advance(SignedDuration::from_secs(wait));
        }
        assert_eq!(office.send().await.succeeded, 1);
        assert_eq!(office.message().await.failure_details, None);
    }
    for office in Office::all(&server.settings(), &prospect()).await {
        server.answers.lock().unwrap().push_back("550 nobody here");
        assert_eq!(office.send().await.failed, 1);
        office.environment.clock.advance(SignedDuration::from_hours(24));
        assert_eq!(office.send().await, Summary::default());
        let message = office.message().await;
        assert_eq!(message.status, EmailStatus::Failed);
        assert!(message.failure_details.unwrap().contains("nobody here"));
    }
}

#[tokio::test]
async fn without_the_asked_encryption_or_without_a_server_nothing_is_told() {
    let server = Server::start(&[]).await;
    let insisting = SmtpSettings { encryption: Encryption::StartTls, ..server.settings() };
    for office in Office::all(&insisting, &prospect()).await {
        assert_eq!(office.send().await.failed, 1);
        assert_eq!(office.message().await.status, EmailStatus::Queued);
        assert!(server.heard("MAIL FROM").is_empty());
    }
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let nobody = SmtpSettings { port: Some(closed), ..server.settings() };
    for office in Office::all(&nobody, &prospect()).await {
        assert_eq!(office.send().await.failed, 1);
        assert_eq!(office.message().await.status, EmailStatus::Queued);
    }
    let elsewhere = SmtpSettings { host: "mail.example".into(), ..server.settings() };
    let refused = Transport::smtp(&elsewhere).unwrap_err().to_string();
    assert!(refused.contains("starttls"), "{refused}");
    let nonsense = SmtpSettings { from: Some("nobody".into()), ..server.settings() };
    assert!(Transport::smtp(&nonsense).unwrap_err().to_string().contains("mail.from"));
}
