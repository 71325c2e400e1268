//! Shapes of what people write: e-mail address, telephone, web address, language.

/// Most digits of a telephone number with its extension: E.164 has 15.
const PHONE_DIGITS_MAX: usize = 20;
/// Fewest digits of a telephone number.
const PHONE_DIGITS_MIN: usize = 5;

/// Whether no field may hold this: control characters, and the marks that turn the direction of
/// what follows, by which a text can look like another one.
pub fn is_refused(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether this has the shape of an address that mail can be sent to; only mail itself proves it.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let plain =
        |letter: char| !letter.is_whitespace() && !letter.is_control() && !"<>()[]\\,;:\"@".contains(letter);
    let dots = |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    (1..=64).contains(&local.len())
        && local.chars().all(plain)
        && dots(local)
        && domain.contains('.')
        && dots(domain)
        && domain.split('.').all(is_domain_label)
}

fn is_domain_label(label: &str) -> bool {
    (1..=63).contains(&label.chars().count())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
}

/// An address of the web, with or without its scheme. Others (`javascript:`) would be dangerous as
/// a link in headquarters.
pub fn is_website(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme)).unwrap_or(&lower);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, ""));
    !text.contains(char::is_whitespace)
        && port.len() <= 5
        && port.bytes().all(|digit| digit.is_ascii_digit())
        && host.contains('.')
        && host.split('.').all(is_domain_label)
}

/// The shape of BCP 47: `pl`, `pt-BR`, `zh-Hant-TW`.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
        })
}

/// A telephone number as people write it: `+48 22 555 01 00`, `(206) 555-0100 ext. 7`.
pub fn is_phone(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let (number, extension) = match lower.split_once("ext").or_else(|| lower.split_once('x')) {
        Some((number, extension)) => (number, Some(extension.trim_start_matches(['.', ':', ' ']))),
        None => (lower.as_str(), None),
    };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let number = number.strip_prefix('+').unwrap_or(number);
    let plain = number.chars().all(|letter| letter.is_ascii_digit() || " ()-./".contains(letter));
    let extends = |extension: &str| {
        (1..=6).contains(&extension.len()) && extension.bytes().all(|letter| letter.is_ascii_digit())
    };
    plain && (PHONE_DIGITS_MIN..=PHONE_DIGITS_MAX).contains(&digits) && extension.is_none_or(extends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_address_has_one_at_sign_and_a_domain() {
        for good in ["a@b.co", "first.last+tag@sub.example.com", "o'neil@example.ie", "żółw@żółw.pl"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "", "@", "a@", "@b.co", "a@b", "a b@c.de", "a@b..c", ".a@b.co", "a@b@c.de", "a@-b.co", "a\n@b.co",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn a_telephone_number_is_digits_with_what_people_put_between() {
        for good in
            ["+48 22 555 01 01", "(206) 555-0100", "206.555.0100 ext. 7", "+1 206 555 0100 x12", "112233"]
        {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "call me", "+", "1234", "+1+2 555 0100", "=cmd()", "555 0100 ext", &"1".repeat(21)] {
            assert!(!is_phone(bad), "{bad}");
        }
    }

    #[test]
    fn a_web_address_is_of_the_web() {
        for good in ["https://example.com", "HTTP://Example.com/a?b#c", "www.example.com:8080", "żółw.pl"]
        {
            assert!(is_website(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "ftp://example.com",
            "https://",
            "https://a b.com",
            "data:text/html,x",
            "//x.y:z",
        ] {
            assert!(!is_website(bad), "{bad}");
        }
    }

    #[test]
    fn a_language_is_a_tag() {
        assert!(["pl", "pt-BR", "zh-Hant-TW", "gsw"].into_iter().all(is_language));
        assert!(!["", "p", "polish", "pl_PL", "pl-", "english please"].into_iter().any(is_language));
    }
}
