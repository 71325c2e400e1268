//! What a message can be about, and which names its template may use.

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotificationType {
    /// The store has the request.
    RequestReceived,
    /// The prospect is a business partner now, and its requestor can sign in.
    ProspectApproved,
    /// It is not.
    ProspectRejected,
    /// Somebody may act for an organization now, and can sign in.
    UserAdded,
    /// Somebody asked for a new password.
    PasswordReset,
}

/// What every message about a prospect can tell.
const OF_PROSPECT: [&str; 8] =
    ["firstname", "lastname", "company", "email", "zipcode", "comments", "storename", "storeurl"];

impl NotificationType {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::RequestReceived,
        Self::ProspectApproved,
        Self::ProspectRejected,
        Self::UserAdded,
        Self::PasswordReset,
    ];

    /// Its name, as headquarters shows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RequestReceived => "Onboarding request received",
            Self::ProspectApproved => "B2B prospect approved",
            Self::ProspectRejected => "B2B prospect rejected",
            Self::UserAdded => "B2B user added",
            Self::PasswordReset => "Password reset",
        }
    }

    /// The type of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Names that its template may use. Whoever sends a request is not known to be who they say, so
    /// the acknowledgement repeats nothing of it but the name.
    #[must_use]
    pub fn placeholders(self) -> Vec<&'static str> {
        let more: &[&str] = match self {
            Self::RequestReceived => {
                return vec!["firstname", "lastname", "storename", "storeurl", "reference", "statusurl"];
            }
            Self::ProspectRejected => &[],
            Self::ProspectApproved | Self::UserAdded | Self::PasswordReset => &["accessurl"],
        };
        [&OF_PROSPECT, more].concat()
    }
}
