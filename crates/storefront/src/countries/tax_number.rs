//! Tax numbers: the shape of each country's, with check digits where they are published.

use super::check_digits as check;
use super::shape;

/// How tax numbers of companies look in a country.
#[derive(Clone, Copy, Debug)]
pub struct TaxNumber {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// What people call it there.
    pub name: &'static str,
    /// A right one.
    pub example: &'static str,
    /// The letters that may stand before it: of the EU's VAT numbers, and `CHE`.
    prefix: &'static str,
    /// Without separators and prefix; letters as in the table of postal codes.
    shapes: &'static [&'static str],
    check: fn(&str) -> bool,
}

/// What is wrong with a tax number.
#[derive(Clone, Copy, Debug)]
pub enum TaxNumberFault {
    /// Too short, too long, a letter in place of a digit.
    Shape(&'static TaxNumber),
    /// It looks right, and a digit is mistyped.
    CheckDigit(&'static TaxNumber),
}

/// How tax numbers look in this country, where we know.
#[must_use]
pub fn tax_number(country: &str) -> Option<&'static TaxNumber> {
    TAX_NUMBERS.iter().find(|known| known.country == country)
}

/// Checks a tax number of a company in `country`. It may be another country's when it begins with
/// that one's letters: companies are registered for tax in places where they have no seat.
///
/// # Errors
/// What is wrong by the rules of the company's own country.
pub fn check_tax_number(country: &str, text: &str) -> Result<(), TaxNumberFault> {
    let Some(own) = tax_number(country) else { return Ok(()) };
    let written = plain(text);
    let fault = match own.judge(&written) {
        Ok(()) => return Ok(()),
        Err(fault) => fault,
    };
    let is_foreign = |other: &&TaxNumber| other.country != country && written.starts_with(other.prefix);
    match TAX_NUMBERS.iter().find(is_foreign) {
        Some(other) if other.judge(&written).is_ok() => Ok(()),
        Some(_) | None => Err(fault),
    }
}

impl TaxNumber {
    fn judge(&'static self, written: &str) -> Result<(), TaxNumberFault> {
        let number = written.strip_prefix(self.prefix).unwrap_or(written);
        if !self.shapes.iter().any(|shape| shape::fill(shape, number).is_some()) {
            return Err(TaxNumberFault::Shape(self));
        }
        if (self.check)(number) { Ok(()) } else { Err(TaxNumberFault::CheckDigit(self)) }
    }
}

/// Letters and digits in capitals. Mexico's `&` and `Ñ` count as the letters that they resemble.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|letter| !" -./".contains(*letter));
    let capital = |letter: char| match letter {
        '&' => 'A',
        'ñ' | 'Ñ' => 'N',
        other => other.to_ascii_uppercase(),
    };
    kept.map(capital).collect()
}

/// No check digits, or none whose rule is published (Germany).
fn unchecked(_: &str) -> bool {
    true
}

macro_rules! tax_numbers {
    ($(
        $country:literal $prefix:literal $name:literal, $example:literal, [$($shape:literal),*], $check:path;
    )*) => {
        const TAX_NUMBERS: &[TaxNumber] = &[$(TaxNumber {
            country: $country,
            prefix: $prefix,
            name: $name,
            example: $example,
            shapes: &[$($shape),*],
            check: $check,
        },)*];
    };
}

tax_numbers! {
    "AR" "CUIT" "CUIT", "20-05536168-2", ["99999999999"], check::cuit;
    "AT" "AT" "UID", "ATU13585627", ["U99999999"], check::austrian;
    "AU" "ABN" "ABN", "51 824 753 556", ["99999999999"], check::abn;
    "BE" "BE" "BTW/TVA", "BE0428759497", ["9999999999"], check::belgian;
    "BG" "BG" "ДДС", "BG175074752", ["999999999", "9999999999"], unchecked;
    "BR" "CNPJ" "CNPJ", "11.222.333/0001-81", ["************99"], check::cnpj;
    "CA" "CA" "BN", "123456782", ["999999999", "999999999aa9999"], check::luhn_of_nine;
    "CH" "CHE" "UID", "CHE-100.155.212",
        ["999999999", "999999999MWST", "999999999TVA", "999999999IVA"], check::swiss;
    "CN" "CN" "USCC", "91350211M000100Y43", ["99999999**********"], unchecked;
    "CY" "CY" "ΦΠΑ", "CY10259033P", ["99999999a"], unchecked;
    "CZ" "CZ" "DIČ", "CZ25123891", ["99999999", "999999999", "9999999999"], unchecked;
    "DE" "DE" "USt-IdNr.", "DE136695976",
        ["999999999", "9999999999", "99999999999", "9999999999999"], unchecked;
    "DK" "DK" "CVR", "DK13585628", ["99999999"], check::danish;
    "EE" "EE" "KMKR", "EE100931558", ["999999999", "99999999"], unchecked;
    "ES" "ES" "NIF", "B12345674", ["a9999999*", "99999999a"], check::nif;
    "FI" "FI" "Y-tunnus", "FI20774740", ["99999999"], check::finnish;
    "FR" "FR" "TVA/SIREN", "FR40303265045", ["**999999999", "999999999", "99999999999999"], check::french;
    "GB" "GB" "VAT", "GB980780684", ["999999999", "999999999999", "GD999", "HA999"], check::british;
    "GR" "EL" "ΑΦΜ", "EL094259216", ["999999999"], check::greek;
    "HR" "HR" "OIB", "HR33392005961", ["99999999999"], check::oib;
    "HU" "HU" "adószám", "HU12892312", ["99999999", "99999999999"], unchecked;
    "IE" "IE" "VAT", "IE6433435F", ["9999999a", "9999999aa", "9a99999a"], unchecked;
    "IN" "GSTIN" "GSTIN", "27AAPFU0939F1ZV", ["99aaaaa9999a***"], unchecked;
    "IT" "IT" "partita IVA", "IT00743110157", ["99999999999", "aaaaaa99a99a999a"], check::italian;
    "LT" "LT" "PVM", "LT119511515", ["999999999", "999999999999"], unchecked;
    "LU" "LU" "TVA", "LU15027442", ["99999999"], check::luxembourgian;
    "LV" "LV" "PVN", "LV40003521600", ["99999999999"], unchecked;
    "MT" "MT" "VAT", "MT11679112", ["99999999"], unchecked;
    "MX" "RFC" "RFC", "ABC680524P76", ["aaa999999***", "aaaa999999***"], unchecked;
    "NL" "NL" "btw", "NL004495445B01", ["999999999B99", "999999999"], check::dutch;
    "NO" "NO" "orgnr.", "974 760 673", ["999999999", "999999999MVA"], check::norwegian;
    "NZ" "NZ" "GST", "49-091-850", ["99999999", "999999999"], unchecked;
    "PL" "PL" "NIP", "526-025-02-74", ["9999999999"], check::nip;
    "PT" "PT" "NIF", "PT501964843", ["999999999"], check::portuguese;
    "RO" "RO" "CUI", "RO18547290",
        ["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"], unchecked;
    "RU" "RU" "ИНН", "7707083893", ["9999999999", "999999999999"], check::inn;
    "SE" "SE" "momsnr.", "SE123456789701", ["999999999999", "9999999999"], check::swedish;
    "SI" "SI" "DDV", "SI50223054", ["99999999"], unchecked;
    "SK" "SK" "IČ DPH", "SK2022749619", ["9999999999"], unchecked;
    "TR" "TR" "VKN", "4540536920", ["9999999999", "99999999999"], unchecked;
    "UA" "UA" "ЄДРПОУ", "32855961", ["99999999", "9999999999", "999999999999"], unchecked;
    "US" "EIN" "EIN", "12-3456789", ["999999999"], unchecked;
    "ZA" "ZA" "VAT", "4990112345", ["9999999999"], unchecked;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_written_is_judged(
            text in "[A-Z]{0,4}[0-9]{0,14}[A-Z0-9]{0,4}",
            at in 0..TAX_NUMBERS.len(),
        ) {
            let _ = check_tax_number(TAX_NUMBERS[at].country, &text);
        }

        #[test]
        fn whatever_has_a_shape_is_judged(
            signs in "[A-Z][0-9][A-Z0-9]{18}",
            at in 0..TAX_NUMBERS.len(),
        ) {
            for shape in TAX_NUMBERS[at].shapes {
                let of = |wanted: fn(&char) -> bool| signs.chars().filter(wanted).collect::<Vec<_>>();
                let (digits, letters) = (of(char::is_ascii_digit), of(char::is_ascii_alphabetic));
                let sign = |(at, place): (usize, char)| match place {
                    '9' => digits[at % digits.len()],
                    'a' => letters[at % letters.len()],
                    '*' => char::from(signs.as_bytes()[at % signs.len()]),
                    other => other,
                };
                let number: String = shape.chars().enumerate().map(sign).collect();
                let _ = TAX_NUMBERS[at].judge(&number);
            }
        }
    }

    fn judged(country: &str, text: &str) -> &'static str {
        match check_tax_number(country, text) {
            Ok(()) => "right",
            Err(TaxNumberFault::Shape(_)) => "shape",
            Err(TaxNumberFault::CheckDigit(_)) => "check digit",
        }
    }

    #[test]
    fn every_example_is_right_in_its_own_country() {
        for known in TAX_NUMBERS {
            assert_eq!(judged(known.country, known.example), "right", "{known:?}");
            assert!(known.example.chars().count() <= 20, "{known:?}");
        }
    }

    #[test]
    fn a_mistyped_digit_is_found() {
        for known in TAX_NUMBERS
            .iter()
            .filter(|known| !std::ptr::fn_addr_eq(known.check, unchecked as fn(&str) -> bool))
        {
            // The last digit but one is no check digit alone anywhere; each change of it shows.
            let at =
                known.example.char_indices().filter(|(_, sign)| sign.is_ascii_digit()).nth_back(3).unwrap().0;
            let digit = known.example.as_bytes()[at] - b'0';
            let mut wrong = known.example.to_owned();
            wrong.replace_range(at..=at, &((digit + 1) % 10).to_string());
            assert_eq!(judged(known.country, &wrong), "check digit", "{known:?}: {wrong}");
        }
    }

    #[test]
    fn numbers_are_judged_as_people_write_them() {
        for (country, text, expected) in [
            ("PL", "5260250274", "right"),
            ("PL", "PL 526-025-02-74", "right"),
            ("PL", "5260250275", "check digit"),
            ("PL", "526025027", "shape"),
            ("PL", "=cmd()", "shape"),
            ("PL", "DE136695976", "right"),
            ("PL", "IT00743110158", "shape"),
            ("BR", "12.ABC.345/01DE-35", "right"),
            ("BR", "12.ABC.345/01DE-36", "check digit"),
            ("BR", "00.000.000/0000-00", "check digit"),
            ("ES", "12345678Z", "right"),
            ("ES", "12345678A", "check digit"),
            ("ES", "X1234567L", "right"),
            ("ES", "Q2826000H", "right"),
            ("RU", "500100732259", "right"),
            ("RU", "500100732250", "check digit"),
            ("FR", "303265045", "right"),
            ("FR", "30326504500014", "check digit"),
            ("IT", "RSSMRA85T10A562S", "right"),
            ("US", "12-345678", "shape"),
            ("GB", "GB 980 7806 84", "right"),
            ("GB", "GD001", "right"),
            ("CH", "CHE-100.155.212 MWST", "right"),
            ("GR", "094259216", "right"),
            ("NL", "NL004495445B01", "right"),
            ("NO", "974760673MVA", "right"),
            ("MX", "ÑB&680524P76", "right"),
            ("AE", "whatever", "right"),
        ] {
            assert_eq!(judged(country, text), expected, "{country} {text}");
        }
    }
}
