//! Numbers, money, days and moments as the reader's language writes them (Unicode's CLDR).

use std::sync::LazyLock;

use fixed_decimal::Decimal;
use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_datetime::options::TimePrecision;
use icu_decimal::DecimalFormatter;
use jiff::Timestamp;
use jiff::civil;
use tables::Money;

use crate::{Language, Voice};

struct Formatters {
    language: Language,
    day: Option<DateTimeFormatter<YMD>>,
    moment: Option<DateTimeFormatter<YMDT>>,
    number: Option<DecimalFormatter>,
}

static FORMATTERS: LazyLock<Vec<Formatters>> = LazyLock::new(|| {
    let of = |language: Language| {
        let locale: Option<icu_locale_core::Locale> = language.tag().parse().ok();
        let locale = locale.unwrap_or(icu_locale_core::Locale::UNKNOWN);
        Formatters {
            language,
            day: DateTimeFormatter::try_new(locale.clone().into(), YMD::medium()).ok(),
            moment: DateTimeFormatter::try_new(
                locale.clone().into(),
                YMDT::medium().with_time_precision(TimePrecision::Minute),
            )
            .ok(),
            number: DecimalFormatter::try_new(locale.into(), Default::default()).ok(),
        }
    };
    Language::ALL.into_iter().map(of).collect()
});

fn of(language: Language) -> Option<&'static Formatters> {
    FORMATTERS.iter().find(|formatters| formatters.language == language)
}

/// A whole number with its groups.
#[must_use]
pub fn number(language: Language, number: i64) -> String {
    decimal(language, &Decimal::from(number))
}

fn decimal(language: Language, decimal: &Decimal) -> String {
    let formatter = of(language).and_then(|formatters| formatters.number.as_ref());
    formatter.map_or_else(|| decimal.to_string(), |formatter| formatter.format(decimal).to_string())
}

impl Voice {
    /// A day: `Nov 20, 2026`.
    #[must_use]
    pub fn day(&self, day: civil::Date) -> String {
        let formatted = of(self.language)
            .and_then(|formatters| Some(formatters.day.as_ref()?.format(&icu_day(day)?).to_string()));
        formatted.unwrap_or_else(|| day.to_string())
    }

    /// A moment in the reader's zone, to the minute: `Nov 20, 2026, 9:30 AM`.
    #[must_use]
    pub fn moment(&self, moment: Timestamp) -> String {
        let local = moment.to_zoned(self.zone.clone()).datetime();
        let formatted = of(self.language).and_then(|formatters| {
            let [hour, minute, second] = [local.hour(), local.minute(), local.second()];
            let part = |number: i8| u8::try_from(number).ok();
            let time = Time::try_new(part(hour)?, part(minute)?, part(second)?, 0).ok()?;
            let moment = DateTime { date: icu_day(local.date())?, time };
            Some(formatters.moment.as_ref()?.format(&moment).to_string())
        });
        formatted.unwrap_or_else(|| local.to_string())
    }

    /// For `datetime` of `<time>`.
    #[must_use]
    pub fn machine(&self, moment: Timestamp) -> String {
        moment.to_string()
    }

    /// A whole number with its groups.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self::number(self.language, number)
    }

    /// A number of `units` at `scale` decimals, all of them shown.
    #[must_use]
    pub fn scaled(&self, units: i64, scale: u8) -> String {
        let mut decimal = Decimal::from(units);
        decimal.multiply_pow10(-i16::from(scale));
        self.decimal(decimal)
    }

    /// An amount with two decimals, four where the last two say something.
    #[must_use]
    pub fn amount(&self, money: Money) -> String {
        match money.0 % 100 {
            0 => self.scaled(money.0 / 100, 2),
            _ => self.scaled(money.0, tables::value::MONEY_SCALE),
        }
    }

    /// An amount with the code of its currency: `1,234.50 USD`.
    #[must_use]
    pub fn money(&self, money: Money, currency: &str) -> String {
        format!("{}\u{a0}{currency}", self.amount(money)).trim_end_matches('\u{a0}').to_owned()
    }

    /// The character between whole units and decimals.
    #[must_use]
    pub fn decimal_mark(&self) -> char {
        if self.language == Language::English { '.' } else { ',' }
    }

    /// Reads a number as people write it here, or as programs do: groups may be blanks, and either
    /// mark may stand before the decimals where only one is there once. In units at `scale`.
    #[must_use]
    pub fn read_scaled(&self, text: &str, scale: u8) -> Option<i64> {
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let mark = self.decimal_mark();
        let group = if mark == '.' { ',' } else { '.' };
        let count = |wanted: char| text.chars().filter(|letter| *letter == wanted).count();
        let plain = match (count(mark), count(group)) {
            // `1.50` in a language that writes `1,50`: a group has three digits, so this is none.
            (0, 1) if text.rsplit(group).next().is_some_and(|rest| rest.len() != 3) => {
                text.replace(group, ".")
            }
            (0 | 1, _) => text.replace(group, "").replace(mark, "."),
            _ => return None,
        };
        tables::value::digits_to_scaled(&plain, scale)
    }

    fn decimal(&self, decimal: Decimal) -> String {
        self::decimal(self.language, &decimal)
    }
}

fn icu_day(day: civil::Date) -> Option<Date<Iso>> {
    let part = |number: i8| u8::try_from(number).ok();
    Date::try_new_iso(day.year().into(), part(day.month())?, part(day.day())?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::Books;

    static BOOKS: LazyLock<Books> = LazyLock::new(|| Books::new(|_| ""));

    fn voice(language: Language) -> Voice {
        Voice::new(&BOOKS, language, TimeZone::UTC)
    }

    #[test]
    fn numbers_and_days_are_written_as_the_language_does() {
        let english = voice(Language::English);
        assert_eq!(english.money(Money::whole(1_234_567), "USD"), "1,234,567.00\u{a0}USD");
        assert_eq!(english.day(civil::date(2026, 11, 20)), "Nov 20, 2026");
        assert_eq!(english.moment("2026-11-20T09:05:00Z".parse().unwrap()), "Nov 20, 2026, 9:05\u{202f}AM");
        let polish = voice(Language::Polish);
        assert_eq!(polish.amount(Money(123_456_700)), "12\u{a0}345,67");
        assert_eq!(polish.amount(Money(1)), "0,0001");
        assert_eq!(voice(Language::Russian).day(civil::date(2026, 11, 20)), "20 нояб. 2026\u{202f}г.");
    }

    #[test]
    fn a_moment_is_told_by_the_readers_clock() {
        let mut polish = voice(Language::Polish);
        polish.zone = TimeZone::get("Europe/Warsaw").unwrap();
        assert_eq!(polish.moment("2026-11-20T23:30:00Z".parse().unwrap()), "21 lis 2026, 00:30");
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let (english, polish) = (voice(Language::English), voice(Language::Polish));
        for (text, expected) in [
            ("1,234.50", Some(12_345_000)),
            ("1234.5", Some(12_345_000)),
            ("1 234.50", Some(12_345_000)),
            ("12,5", Some(125_000)),
            ("1,250", Some(12_500_000)),
            ("abc", None),
            ("1.2.3", None),
        ] {
            assert_eq!(english.read_scaled(text, 4), expected, "{text}");
        }
        for (text, expected) in [
            ("1 234,50", Some(12_345_000)),
            ("1.234,50", Some(12_345_000)),
            ("12.5", Some(125_000)),
            ("1,2,3", None),
        ] {
            assert_eq!(polish.read_scaled(text, 4), expected, "{text}");
        }
    }
}
