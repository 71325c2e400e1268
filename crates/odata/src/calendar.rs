//! Dates and times bare in a URL: their shape, and whether the day exists.

/// How long a date or date-time at the start of a text is, and which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// `yyyy-mm-dd`
    Date(usize),
    /// `yyyy-mm-ddThh:mm:ss[.fff](Z|+hh:mm)`
    DateTime(usize),
}

/// Reads the date or date-time a text begins with.
pub(crate) fn read_moment(text: &str) -> Option<Moment> {
    let bytes = text.as_bytes();
    let year = number(bytes, 0, 4)?;
    let month = number(bytes, 5, 2)?;
    let day = number(bytes, 8, 2)?;
    let dashes = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    if !dashes || day == 0 || day > days_in_month(year, month)? {
        return None;
    }
    match bytes.get(10) {
        Some(b'T' | b't') => read_time(bytes, 11).map(Moment::DateTime),
        _ => Some(Moment::Date(10)),
    }
}

/// Reads the time and the offset behind the `T`; answers where they end.
fn read_time(bytes: &[u8], start: usize) -> Option<usize> {
    let seconds = clock(bytes, start)?;
    if bytes.get(seconds) != Some(&b':') || number(bytes, seconds + 1, 2)? > 59 {
        return None;
    }
    let mut end = seconds + 3;
    if bytes.get(end) == Some(&b'.') {
        let digits = bytes.get(end + 1..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        end += 1 + digits;
    }
    match bytes.get(end)? {
        b'Z' | b'z' => Some(end + 1),
        b'+' | b'-' => clock(bytes, end + 1),
        _ => None,
    }
}

/// Reads `hh:mm`; answers where it ends.
fn clock(bytes: &[u8], start: usize) -> Option<usize> {
    let hour = number(bytes, start, 2)?;
    let minute = number(bytes, start + 3, 2)?;
    (bytes.get(start + 2) == Some(&b':') && hour < 24 && minute < 60).then_some(start + 5)
}

fn number(bytes: &[u8], start: usize, digits: usize) -> Option<u32> {
    bytes
        .get(start..start + digits)?
        .iter()
        .try_fold(0, |total, byte| byte.is_ascii_digit().then(|| total * 10 + u32::from(byte - b'0')))
}

fn days_in_month(year: u32, month: u32) -> Option<u32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if leap => Some(29),
        2 => Some(28),
        _ => None,
    }
}
