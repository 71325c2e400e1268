//! Check digits of tax numbers, as each country publishes them. Every function gets a number whose
//! shape was read before.

/// The digits, letters left out.
fn digits(number: &str) -> Vec<u32> {
    number.chars().filter_map(|digit| digit.to_digit(10)).collect()
}

/// Each digit by its weight, added up.
fn weigh(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The number that the digits write.
fn number(digits: &[u32]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))
}

/// Luhn's rule: every second digit from the right doubled, its own digits added.
fn luhn(digits: &[u32]) -> bool {
    let value =
        |(at, digit): (usize, &u32)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    digits.iter().rev().enumerate().map(value).sum::<u32>() % 10 == 0
}

/// ISO 7064, modulus 11,10.
fn modulus_11_10(digits: &[u32]) -> bool {
    let Some((check, rest)) = digits.split_last() else { return false };
    let product = rest.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == *check
}

/// Modulus 11 with the check digit last: what is missing to 11, where 11 counts as 0.
fn missing_to_eleven(digits: &[u32], weights: &[u32]) -> bool {
    let rest = (11 - weigh(digits, weights) % 11) % 11;
    digits.get(weights.len()) == Some(&rest)
}

/// Argentina's CUIT: where 10 is missing to 11, it ends with 9.
pub fn cuit(text: &str) -> bool {
    let digits = digits(text);
    let rest = (11 - weigh(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    digits[10] == rest.min(9)
}

/// Austria's UID, after its `U`.
pub fn austrian(text: &str) -> bool {
    let digits = digits(text);
    let value =
        |(at, digit): (usize, &u32)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    let sum: u32 = digits.iter().take(7).enumerate().map(value).sum();
    digits.get(7) == Some(&((10 - (sum + 4) % 10) % 10))
}

/// Australia's ABN: the first digit counts one less.
pub fn abn(text: &str) -> bool {
    let mut digits = digits(text);
    if let Some(first) = digits.first_mut() {
        if *first == 0 {
            return false;
        }
        *first -= 1;
    }
    weigh(&digits, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]).is_multiple_of(89)
}

/// Belgium's enterprise number: the last two digits are what is missing to 97.
pub fn belgian(text: &str) -> bool {
    let digits = digits(text);
    matches!(digits.first(), Some(0 | 1)) && 97 - number(&digits[..8]) % 97 == number(&digits[8..])
}

/// Brazil's CNPJ. Letters count as their place after `0`, as Brazil writes them since July 2026.
pub fn cnpj(text: &str) -> bool {
    let values: Vec<u32> = text.bytes().map(|sign| u32::from(sign) - 48).collect();
    let digit = |values: &[u32], weights: &[u32]| match weigh(values, weights) % 11 {
        0 | 1 => 0,
        rest => 11 - rest,
    };
    let same = values.iter().all(|value| *value == values[0]);
    !same
        && values[12] == digit(&values[..12], &[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
        && values[13] == digit(&values[..13], &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
}

/// Canada's business number, whose account may follow.
pub fn luhn_of_nine(text: &str) -> bool {
    luhn(&digits(text)[..9])
}

/// Switzerland's UID.
pub fn swiss(text: &str) -> bool {
    missing_to_eleven(&digits(text), &[5, 4, 3, 2, 7, 6, 5, 4])
}

/// Denmark's CVR.
pub fn danish(text: &str) -> bool {
    weigh(&digits(text), &[2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
}

/// Spain's NIF. People have a number and a letter, companies a letter, a number and a digit or a
/// letter.
pub fn nif(text: &str) -> bool {
    const OF_PEOPLE: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    const OF_COMPANIES: &[u8; 10] = b"JABCDEFGHI";
    let (signs, digits) = (text.as_bytes(), digits(text));
    let (first, last) = (signs[0], signs[8]);
    let personal = |number: u64| OF_PEOPLE.get((number % 23) as usize) == Some(&last);
    match first {
        b'0'..=b'9' => personal(number(&digits)),
        b'X'..=b'Z' => personal(u64::from(first - b'X') * 10_000_000 + number(&digits[..7])),
        b'K' | b'L' | b'M' => personal(number(&digits[..7])),
        _ => {
            let value = |(at, digit): (usize, &u32)| {
                if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit }
            };
            let sum: u32 = digits[..7].iter().enumerate().map(value).sum();
            let control = ((10 - sum % 10) % 10) as u8;
            last == b'0' + control || OF_COMPANIES.get(usize::from(control)) == Some(&last)
        }
    }
}

/// Finland's Y-tunnus.
pub fn finnish(text: &str) -> bool {
    missing_to_eleven(&digits(text), &[7, 9, 10, 5, 8, 4, 2])
}

/// France. A VAT number is two signs and a SIREN; a SIRET is a SIREN and five digits. Signs that are
/// letters follow a rule that is not published.
pub fn french(text: &str) -> bool {
    let digits = digits(text);
    match (text.len(), digits.len()) {
        (9, _) => luhn(&digits),
        (14, _) => luhn(&digits[..9]) && luhn(&digits),
        (_, 11) => {
            let siren = &digits[2..];
            luhn(siren) && number(&digits[..2]) == (12 + 3 * (number(siren) % 97)) % 97
        }
        (_, length) => luhn(&digits[length - 9..]),
    }
}

/// The United Kingdom's VAT number, in the older and the newer reckoning; `GD` and `HA` have no check
/// digits.
pub fn british(text: &str) -> bool {
    let digits = digits(text);
    if digits.len() < 9 {
        return true;
    }
    let sum = u64::from(weigh(&digits, &[8, 7, 6, 5, 4, 3, 2])) + number(&digits[7..9]);
    sum.is_multiple_of(97) || (sum + 55).is_multiple_of(97)
}

/// Greece's AFM.
pub fn greek(text: &str) -> bool {
    let digits = digits(text);
    weigh(&digits, &[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == digits[8]
}

/// Croatia's OIB.
pub fn oib(text: &str) -> bool {
    modulus_11_10(&digits(text))
}

/// Italy. A company's eleven digits; the codes of people begin with letters and are taken as they are.
pub fn italian(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_alphabetic()) || luhn(&digits(text))
}

/// Luxembourg's VAT number.
pub fn luxembourgian(text: &str) -> bool {
    let digits = digits(text);
    number(&digits[..6]) % 89 == number(&digits[6..])
}

/// The Netherlands' btw number. The digits check themselves, or, in the newer numbers of sole traders,
/// the whole does.
pub fn dutch(text: &str) -> bool {
    let first = &digits(text)[..9];
    let by_weight = weigh(first, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11 == first[8];
    let value = |sign: char| sign.to_digit(36).unwrap_or_default();
    let whole = format!("NL{text}").chars().map(value).fold(0_u64, |rest, value| {
        let places = if value < 10 { 10 } else { 100 };
        (rest * places + u64::from(value)) % 97
    });
    by_weight || whole == 1
}

/// Norway's organisation number.
pub fn norwegian(text: &str) -> bool {
    missing_to_eleven(&digits(text), &[3, 2, 7, 6, 5, 4, 3, 2])
}

/// Poland's NIP.
pub fn nip(text: &str) -> bool {
    let digits = digits(text);
    weigh(&digits, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9]
}

/// Portugal's NIF.
pub fn portuguese(text: &str) -> bool {
    let digits = digits(text);
    let rest = weigh(&digits, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    digits[8] == if rest < 2 { 0 } else { 11 - rest }
}

/// Russia's INN. Ten digits of a company, twelve of a person.
pub fn inn(text: &str) -> bool {
    const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    let digits = digits(text);
    let fits = |at: usize| weigh(&digits, &WEIGHTS[WEIGHTS.len() - at..]) % 11 % 10 == digits[at];
    if digits.len() == 10 { fits(9) } else { fits(10) && fits(11) }
}

/// Sweden's VAT number. Ten digits of the company, and `01` or more for its part.
pub fn swedish(text: &str) -> bool {
    luhn(&digits(text)[..10])
}
