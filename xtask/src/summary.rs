//! Sums what the test binaries report.

use std::fmt;

/// Totals over all test binaries.
///
/// A binary that announced its tests and never gave a result (it aborted, or was killed) counts
/// as one failure: its tests must not vanish from the sum.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    passed: u64,
    failed: u64,
    announced: u64,
    reported: u64,
}

impl Summary {
    pub fn read(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            self.reported += 1;
            self.passed += count(result, "passed");
            self.failed += count(result, "failed");
        } else if is_announcement(line) {
            self.announced += 1;
        }
    }

    /// The same with the totals of another one.
    pub fn and(mut self, other: &Summary) -> Summary {
        self.passed += other.passed;
        self.failed += other.failed;
        self
    }

    /// Reads the totals of node's test runner, which ends its TAP with `# pass 3` and `# fail 0`. A
    /// run without them proves nothing and counts as one failure.
    pub fn of_tap(text: &str, succeeded: bool) -> Summary {
        let total = |name: &str| {
            let lines = text.lines().filter_map(|line| line.strip_prefix("# ")?.strip_prefix(name));
            lines.filter_map(|number| number.trim().parse().ok()).next_back()
        };
        let (passed, failed): (u64, u64) = match (total("pass "), total("fail ")) {
            // What was cancelled, a time limit reached, is neither.
            (Some(passed), Some(failed)) => (passed, failed + total("cancelled ").unwrap_or(0)),
            _ => (0, 1),
        };
        Summary { passed, failed, ..Summary::default() }.finish(succeeded)
    }

    /// Ends the sum with cargo's own verdict: a build error has no line to read.
    pub fn finish(mut self, cargo_succeeded: bool) -> Summary {
        self.failed += self.announced.saturating_sub(self.reported);
        if !cargo_succeeded {
            self.failed = self.failed.max(1);
        }
        self
    }

    /// Nothing tested is nothing proven.
    pub fn is_good(&self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number before `word` in `ok. 3 passed; 1 failed; 0 ignored; …`.
fn count(result: &str, word: &str) -> u64 {
    let mut words = result.split([' ', ';', '.']).filter(|w| !w.is_empty());
    let mut before = None;
    words
        .find_map(|w| {
            let found = (w == word).then_some(before);
            before = w.parse().ok();
            found.flatten()
        })
        .unwrap_or(0)
}

fn is_announcement(line: &str) -> bool {
    line.strip_prefix("running ")
        .and_then(|rest| rest.split_once(' '))
        .is_some_and(|(number, word)| number.parse::<u64>().is_ok() && matches!(word, "test" | "tests"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, cargo_succeeded: bool, expect: &str, good: bool) {
        let mut summary = Summary::default();
        output.lines().for_each(|line| summary.read(line));
        let summary = summary.finish(cargo_succeeded);
        assert_eq!((summary.to_string().as_str(), summary.is_good()), (expect, good));
    }

    const TWO_OF_TWO: &str = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; \
                              0 measured; 0 filtered out; finished in 0.00s\n";
    const ONE_OF_THREE: &str = "running 3 tests\ntest result: FAILED. 1 passed; 2 failed; 0 ignored; \
                                0 measured; 0 filtered out; finished in 0.00s\n";

    #[test]
    fn sums_over_binaries() {
        check(TWO_OF_TWO, true, "2 passed, 0 failed", true);
        check(&[TWO_OF_TWO, ONE_OF_THREE].concat(), false, "3 passed, 2 failed", false);
    }

    #[test]
    fn a_binary_without_result_is_a_failure() {
        let aborted = [TWO_OF_TWO, "running 1 test\nthread panicked\n"].concat();
        check(&aborted, false, "2 passed, 1 failed", false);
    }

    #[test]
    fn no_tests_and_build_errors_are_no_success() {
        check("", true, "0 passed, 0 failed", false);
        check("", false, "0 passed, 1 failed", false);
    }

    #[test]
    fn totals_of_node_are_added() {
        let check = |tap: &str, succeeded: bool, expect: &str| {
            assert_eq!(Summary::of_tap(tap, succeeded).to_string(), expect, "{tap}");
        };
        check("ok 1 - a\n# tests 3\n# pass 3\n# fail 0\n# cancelled 0\n", true, "3 passed, 0 failed");
        check("# pass 2\n# fail 1\n# cancelled 1\n", false, "2 passed, 2 failed");
        check("# pass 2\n# fail 0\n", false, "2 passed, 1 failed");
        check("node: bad option", false, "0 passed, 1 failed");
        let sum = Summary::of_tap("# pass 2\n# fail 1\n", false)
            .and(&Summary::of_tap("# pass 3\n# fail 0\n", true));
        assert_eq!(sum.to_string(), "5 passed, 1 failed");
    }

    #[test]
    fn talk_of_tests_is_not_counted() {
        check(
            "running late\nrunning 3 jobs\nthe test result: ok. 9 passed",
            true,
            "0 passed, 0 failed",
            false,
        );
    }
}
