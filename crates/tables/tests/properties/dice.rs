//! Random choices that a seed repeats.

use platform::Randomness;

/// Texts that have gone wrong somewhere before.
pub const TEXTS: [&str; 16] = [
    "", "a", "A", "ab", "Straße", "STRASSE", "żółw", "ŻÓŁW", "e\u{301}", "é", "ﬁne", "fine", "O'Neil",
    "100%_", "Ёлка", "日本",
];

#[derive(Clone)]
pub struct Dice(Randomness);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(Randomness::seeded(seed))
    }

    pub fn number(&self) -> u64 {
        u64::from_le_bytes(self.0.bytes())
    }

    /// From 0 up to but not including `end`.
    pub fn below(&self, end: usize) -> usize {
        usize::try_from(self.number() % end as u64).unwrap()
    }

    /// True once in `times`.
    pub fn once_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn one_of<'a, T>(&self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    pub fn text(&self) -> &'static str {
        TEXTS[self.below(TEXTS.len())]
    }
}
