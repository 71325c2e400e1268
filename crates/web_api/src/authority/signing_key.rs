//! The Ed25519 key that tokens are signed with, and the tokens themselves (RFC 9068).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tables::uuid::Uuid;
use tables::{Error, Filter, Result, Table, Tx};

use super::TOKEN_SECONDS;

/// What the one key of today is for; a second row would be refused.
const PURPOSE: &str = "tokens";
/// Marks access tokens, so that nothing else signed with this key passes for one.
const TOKEN_TYPE: &str = "at+jwt";
/// Longest token that is looked at.
const TOKEN_BYTES_MAX: usize = 4_096;
/// A clock may be this much behind ours.
const CLOCK_SKEW_SECONDS: i64 = 60;
/// PKCS#8 (RFC 8410) around a 32-byte Ed25519 seed.
const PKCS8_PREFIX: [u8; 16] =
    [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// The key of an authority.
#[derive(Clone, Table)]
#[table(name = "signingkey", set = "signingkeys", key(by_purpose(purpose)))]
pub struct SigningKey {
    /// Id.
    #[column(id)]
    pub signingkeyid: Uuid,
    /// What is signed with it.
    #[column(text = 20, read_only)]
    pub purpose: String,
    /// The 32-byte seed, in Base64.
    #[column(memo = 64, secret, read_only)]
    pub seed: String,
}

/// Finds the key or makes it.
pub(super) async fn ensure(tx: &mut Tx) -> Result<SigningKey> {
    if let Some(key) = tx.find::<SigningKey>(Filter::equals("purpose", PURPOSE)).await? {
        return Ok(key);
    }
    let seed = STANDARD.encode(tx.random::<32>());
    let key = SigningKey { signingkeyid: tx.new_id(), purpose: PURPOSE.into(), seed };
    tx.insert(&key).await?;
    Ok(key)
}

/// The key, ready for work.
pub(super) struct Keys {
    private: EncodingKey,
    public: DecodingKey,
    pub jwk: Jwk,
    id: String,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    client_id: String,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: Uuid,
}

impl Keys {
    pub(super) fn of(key: &SigningKey) -> Result<Self> {
        let seed = STANDARD.decode(&key.seed).map_err(|_| Error::internal("the signing key is damaged"))?;
        let private = EncodingKey::from_ed_der(&[&PKCS8_PREFIX, seed.as_slice()].concat());
        let mut jwk = Jwk::from_encoding_key(&private, Algorithm::EdDSA).map_err(Error::internal)?;
        let public = DecodingKey::from_jwk(&jwk).map_err(Error::internal)?;
        let digest = Sha256::digest(public.try_get_as_bytes().map_err(Error::internal)?);
        let id: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        jwk.common.key_id = Some(id.clone());
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self { private, public, jwk, id })
    }

    /// A token for `application`, good from `now` on.
    pub(super) fn sign(&self, application: &str, origin: &str, now: i64, id: Uuid) -> Result<String> {
        let header = Header {
            typ: Some(TOKEN_TYPE.into()),
            kid: Some(self.id.clone()),
            ..Header::new(Algorithm::EdDSA)
        };
        let claims = Claims {
            iss: origin.into(),
            aud: origin.into(),
            sub: application.into(),
            client_id: application.into(),
            iat: now,
            nbf: now,
            exp: now + TOKEN_SECONDS,
            jti: id,
        };
        encode(&header, &claims, &self.private).map_err(Error::internal)
    }

    /// Whom the token was given to, if we gave it and it is good at `now`. Issuer and audience are
    /// not looked at: they are the host that the client used, and one deployment may have several.
    pub(super) fn check(&self, token: &str, now: i64) -> Option<String> {
        if token.len() > TOKEN_BYTES_MAX {
            return None;
        }
        let mut validation = Validation::new(Algorithm::EdDSA);
        // Our own clock decides, below.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.set_required_spec_claims(&["exp", "sub"]);
        let token = decode::<Claims>(token, &self.public, &validation).ok()?;
        let ours = token.header.typ.as_deref() == Some(TOKEN_TYPE)
            && token.header.kid.as_deref() == Some(self.id.as_str());
        let claims = token.claims;
        let good = claims.exp > now && claims.nbf <= now + CLOCK_SKEW_SECONDS;
        (ours && good).then_some(claims.sub)
    }
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn keys(seed: u8) -> Keys {
        let key = SigningKey {
            signingkeyid: Uuid::nil(),
            purpose: PURPOSE.into(),
            seed: STANDARD.encode([seed; 32]),
        };
        Keys::of(&key).unwrap()
    }

    fn token() -> String {
        keys(1).sign("demo-app", "http://h", NOW, Uuid::from_u128(9)).unwrap()
    }

    #[test]
    fn a_token_is_good_for_an_hour() {
        assert_eq!(keys(1).check(&token(), NOW).as_deref(), Some("demo-app"));
        assert_eq!(keys(1).check(&token(), NOW + 3_599).as_deref(), Some("demo-app"));
        assert_eq!(keys(1).check(&token(), NOW + 3_600), None, "expired");
        assert_eq!(keys(1).check(&token(), NOW - 61), None, "from the future");
    }

    #[test]
    fn nothing_but_our_own_token_passes() {
        let token = token();
        assert_eq!(keys(2).check(&token, NOW), None, "another key");
        let (head, signature) = token.rsplit_once('.').unwrap();
        let (header, claims) = head.split_once('.').unwrap();
        let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
        let none = encode(r#"{"alg":"none","typ":"at+jwt"}"#);
        let hmac = encode(&format!(r#"{{"alg":"HS256","typ":"at+jwt","kid":"{}"}}"#, keys(1).id));
        let claims_of_admin = encode(&format!(
            r#"{{"iss":"a","aud":"a","sub":"admin","client_id":"admin","iat":0,"nbf":0,"exp":{},"jti":"{}"}}"#,
            NOW + 10,
            Uuid::nil()
        ));
        for forged in [
            String::new(),
            "garbage".into(),
            "a.b.c".into(),
            format!("{none}.{claims}."),
            format!("{none}.{claims}.{signature}"),
            format!("{hmac}.{claims}.{signature}"),
            format!("{header}.{claims_of_admin}.{signature}"),
            format!("{header}.{claims}."),
            format!("{header}.{claims}.{}", "A".repeat(5_000)),
        ] {
            assert_eq!(keys(1).check(&forged, NOW), None, "{forged}");
        }
    }

    #[test]
    fn a_token_of_another_type_is_no_access_token() {
        let keys = keys(1);
        let header = Header { kid: Some(keys.id.clone()), ..Header::new(Algorithm::EdDSA) };
        let (iss, aud, sub, client_id) = ("h".into(), "h".into(), "demo-app".into(), "demo-app".into());
        let claims = Claims { iss, aud, sub, client_id, iat: NOW, nbf: NOW, exp: NOW + 9, jti: Uuid::nil() };
        let token = encode(&header, &claims, &keys.private).unwrap();
        assert_eq!(keys.check(&token, NOW), None);
    }

    #[test]
    fn the_public_key_shows_nothing_of_the_private_one() {
        let jwk = serde_json::to_value(&keys(1).jwk).unwrap();
        let members: Vec<&str> = jwk.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["alg", "crv", "kid", "kty", "use", "x"]);
    }
}
