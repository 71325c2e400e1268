//! Shapes of codes and numbers: reading what people write, and an example for those who ask.

/// The code as `shape` writes it, from `text`. Blanks, hyphens and capitals do not matter, and the
/// country before the code (`PL-31-146`, `D-10115`) may be there or not.
pub fn read(shape: &str, country: &str, text: &str) -> Option<String> {
    let plain = |text: &str| -> String {
        let separators = |letter: &char| !" -.".contains(*letter);
        text.chars().filter(separators).map(|letter| letter.to_ascii_uppercase()).collect()
    };
    let whole = plain(text);
    let without = text.split_once('-').filter(|(before, _)| is_prefix(before)).map(|(_, code)| plain(code));
    let joined = whole.strip_prefix(country).map(str::to_owned);
    let with = format!("{country}{whole}");
    [Some(whole), without, joined, Some(with)].into_iter().flatten().find_map(|code| fill(shape, &code))
}

/// The sign of a country on a car, as people put it before a code.
fn is_prefix(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_alphabetic())
}

/// Puts the letters and digits of `code` into the shape; `None` where they do not fit.
pub fn fill(shape: &str, code: &str) -> Option<String> {
    let mut rest = code.chars();
    let mut filled = String::with_capacity(shape.len());
    for place in shape.chars() {
        let fits: fn(&char, char) -> bool = match place {
            ' ' | '-' => {
                filled.push(place);
                continue;
            }
            '9' => |letter, _| letter.is_ascii_digit(),
            'a' => |letter, _| letter.is_ascii_uppercase(),
            '*' => |letter, _| letter.is_ascii_uppercase() || letter.is_ascii_digit(),
            _ => |letter, place| *letter == place,
        };
        filled.push(rest.next().filter(|letter| fits(letter, place))?);
    }
    rest.next().is_none().then_some(filled)
}

/// A code of this shape.
pub fn example(shape: &str) -> String {
    let (mut digits, mut letters) = (('1'..='9').cycle(), ('A'..='Z').cycle());
    let place = |place| match place {
        '9' | '*' => digits.next().unwrap_or(place),
        'a' => letters.next().unwrap_or(place),
        other => other,
    };
    shape.chars().map(place).collect()
}

#[cfg(test)]
mod tests {
    use crate::countries::Country;

    #[test]
    fn codes_are_read_as_people_write_them() {
        for (country, text, read) in [
            ("PL", "31-146", "31-146"),
            ("PL", "31146", "31-146"),
            ("PL", "PL-31-146", "31-146"),
            ("US", "98101", "98101"),
            ("US", "98101-1234", "98101-1234"),
            ("CA", "k1a0b1", "K1A 0B1"),
            ("GB", "SW1A 1AA", "SW1A 1AA"),
            ("GB", "ec1a1bb", "EC1A 1BB"),
            ("GB", "M1 1AE", "M1 1AE"),
            ("DE", "D-10115", "10115"),
            ("AT", "A-1010", "1010"),
            ("NL", "1012ab", "1012 AB"),
            ("SE", "SE-113 46", "113 46"),
            ("PT", "1100148", "1100-148"),
            ("BR", "01310100", "01310-100"),
            ("JP", "1000001", "100-0001"),
            ("IN", "110 034", "110034"),
            ("LV", "1010", "LV-1010"),
            ("LV", "LV1010", "LV-1010"),
            ("LT", "lt-01100", "LT-01100"),
            ("CZ", "11000", "110 00"),
            ("GR", "104 31", "104 31"),
            ("IE", "D02 AF30", "D02 AF30"),
            ("MT", "vlt1117", "VLT 1117"),
            ("KY", "KY1-1102", "KY1-1102"),
            ("CL", "832-0000", "8320000"),
            ("HK", "anything", "anything"),
        ] {
            let found = Country::of_code(country).unwrap().read_postal_code(text);
            assert_eq!(found.as_deref(), Some(read), "{country} {text}");
        }
    }

    #[test]
    fn codes_of_other_shapes_are_refused() {
        for (country, text) in [
            ("PL", "31-14"),
            ("PL", "31-1466"),
            ("PL", "3114O"),
            ("US", "9810"),
            ("US", "98101-12"),
            ("CA", "11A 0B1"),
            ("GB", "SW1A"),
            ("DE", "1011"),
            ("DE", "١٢٣٤٥"),
            ("FR", "2A004"),
            ("RU", "12345"),
            ("NL", "1012"),
            ("CN", "=cmd()"),
        ] {
            let found = Country::of_code(country).unwrap().read_postal_code(text);
            assert_eq!(found, None, "{country} {text}");
        }
    }
}
