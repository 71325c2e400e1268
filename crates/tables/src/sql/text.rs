//! SQL text that cannot be injected into: fixed words, checked names, bound values.

use uuid::Uuid;

use crate::Result;

/// The databases we speak to. They differ in few words, and all of those are in this folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    Sqlite,
    Postgres,
}

/// How a stored column is kept. The type names are the same in both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    Integer,
    Boolean,
    Text,
    Id,
    Bytes,
}

impl Storage {
    /// The type's name in a column's declaration.
    pub fn declared(self) -> &'static str {
        match self {
            Self::Integer => "bigint",
            Self::Boolean => "boolean",
            Self::Text => "text",
            Self::Id => "uuid",
            Self::Bytes => "bytea",
        }
    }
}

/// One stored cell. Nothing comes before everything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Raw {
    Null,
    Integer(i64),
    Boolean(bool),
    Text(String),
    Id(Uuid),
    Bytes(Vec<u8>),
}

/// A value, or for PostgreSQL's `unnest` a whole column of values.
#[derive(Clone, PartialEq)]
pub enum Bind {
    One(Raw),
    /// A value of a known type: the text is the same for nothing.
    Cell(Storage, Raw),
    Many(Storage, Vec<Raw>),
}

/// Without its value: the PostgreSQL driver traces what is bound, secrets too.
impl std::fmt::Debug for Bind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a bound value")
    }
}

/// Words of a statement whose values are bound already.
#[derive(Default)]
pub struct Aside(String);

/// A statement in the making.
#[derive(Clone, Debug)]
pub struct Sql {
    pub text: String,
    pub binds: Vec<Bind>,
    dialect: Dialect,
}

impl Sql {
    pub fn new(dialect: Dialect, start: &'static str) -> Self {
        let mut text = String::with_capacity(256);
        text.push_str(start);
        Self { text, binds: Vec::new(), dialect }
    }

    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Fixed words.
    pub fn push(&mut self, words: &'static str) -> &mut Self {
        self.text.push_str(words);
        self
    }

    /// A table, column or index. Anything but `a-z 0-9 _` is left out, so no name can end a quote.
    pub fn name(&mut self, name: &str) -> &mut Self {
        self.text.push('"');
        let checked = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if name.bytes().all(checked) {
            self.text.push_str(name);
        } else {
            let plain = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
            self.text.extend(name.chars().filter(plain).map(|letter| letter.to_ascii_lowercase()));
        }
        self.text.push('"');
        self
    }

    /// `t3."column"`: a column of the n-th table of the statement.
    pub fn column(&mut self, alias: usize, name: &str) -> &mut Self {
        self.text.push('t');
        self.text.push_str(&alias.to_string());
        self.text.push('.');
        self.name(name)
    }

    /// `AS t3`
    pub fn alias(&mut self, alias: usize) -> &mut Self {
        self.text.push_str(" AS t");
        self.text.push_str(&alias.to_string());
        self
    }

    /// A bound value.
    pub fn bind(&mut self, raw: Raw) -> &mut Self {
        let at = self.add(Bind::One(raw));
        self.again(at)
    }

    /// Binds without writing; [`Sql::again`] writes the placeholder, as often as needed.
    pub fn add(&mut self, bind: Bind) -> usize {
        self.binds.push(bind);
        self.binds.len()
    }

    /// The placeholder of the value that [`Sql::add`] bound.
    pub fn again(&mut self, at: usize) -> &mut Self {
        match self.dialect {
            Dialect::Sqlite => {
                self.text.push('?');
                self.text.push_str(&at.to_string());
            }
            Dialect::Postgres => {
                self.text.push('$');
                self.text.push_str(&at.to_string());
                // A cast each time: the server then never has to guess, whatever stands beside it.
                self.text.push_str(match &self.binds[at - 1] {
                    Bind::One(Raw::Integer(_)) => "::bigint",
                    Bind::One(Raw::Boolean(_)) => "::boolean",
                    Bind::One(Raw::Text(_)) => "::text",
                    Bind::One(Raw::Id(_)) => "::uuid",
                    Bind::One(Raw::Bytes(_)) | Bind::Cell(Storage::Bytes, _) => "::bytea",
                    Bind::One(Raw::Null) => "",
                    Bind::Cell(Storage::Integer, _) => "::bigint",
                    Bind::Cell(Storage::Boolean, _) => "::boolean",
                    Bind::Cell(Storage::Text, _) => "::text",
                    Bind::Cell(Storage::Id, _) => "::uuid",
                    Bind::Many(Storage::Integer, _) => "::bigint[]",
                    Bind::Many(Storage::Boolean, _) => "::boolean[]",
                    Bind::Many(Storage::Text, _) => "::text[]",
                    Bind::Many(Storage::Id, _) => "::uuid[]",
                    Bind::Many(Storage::Bytes, _) => "::bytea[]",
                });
            }
        }
        self
    }

    /// Keeps apart what `write` writes, for [`Sql::append`]: what it binds stays bound here.
    pub fn aside(&mut self, write: impl FnOnce(&mut Self) -> Result<()>) -> Result<Aside> {
        let before = std::mem::take(&mut self.text);
        let written = write(self);
        let aside = std::mem::replace(&mut self.text, before);
        written.map(|()| Aside(aside))
    }

    /// Words that were kept apart.
    pub fn append(&mut self, aside: &Aside) -> &mut Self {
        self.text.push_str(&aside.0);
        self
    }

    /// Writes to different tables as one statement, for PostgreSQL: `WITH w0 AS (..), .. SELECT 1`.
    pub fn together(writes: Vec<Self>) -> Self {
        let mut all = Self::new(Dialect::Postgres, "WITH ");
        for (at, write) in writes.into_iter().enumerate() {
            let before = all.binds.len();
            if at > 0 {
                all.push(", ");
            }
            all.text.push('w');
            all.text.push_str(&at.to_string());
            all.push(" AS (").text.reserve(write.text.len() + write.binds.len());
            let mut parts = write.text.split('$');
            all.text.push_str(parts.next().unwrap_or_default());
            for part in parts {
                let digits = part.bytes().take_while(u8::is_ascii_digit).count();
                let number: usize = part[..digits].parse().unwrap_or_default();
                all.text.push('$');
                all.text.push_str(&(number + before).to_string());
                all.text.push_str(&part[digits..]);
            }
            all.push(")");
            all.binds.extend(write.binds);
        }
        all.push(" SELECT 1");
        all
    }

    /// Each of `parts` by `write`, with `separator` in between.
    pub fn join<T>(
        &mut self,
        separator: &'static str,
        parts: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) -> &mut Self {
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                self.push(separator);
            }
            write(self, part);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_quotes() {
        let mut sql = Sql::new(Dialect::Sqlite, "SELECT ");
        sql.name("a\"; DROP TABLE x; --");
        assert_eq!(sql.text, "SELECT \"adroptablex\"");
    }

    #[test]
    fn writes_together_keep_their_values_apart() {
        let write = |words, text: &str| {
            let mut sql = Sql::new(Dialect::Postgres, words);
            sql.bind(Raw::Text(text.into())).push(", ").again(1).push(")");
            sql
        };
        let all = Sql::together(vec![write("INSERT a (", "1"), write("INSERT b (", "2")]);
        assert_eq!(
            all.text,
            "WITH w0 AS (INSERT a ($1::text, $1::text)), w1 AS (INSERT b ($2::text, $2::text)) SELECT 1"
        );
        assert_eq!(all.binds, [Bind::One(Raw::Text("1".into())), Bind::One(Raw::Text("2".into()))]);
    }

    #[test]
    fn placeholders_can_be_repeated() {
        let mut sql = Sql::new(Dialect::Postgres, "SELECT ");
        let at = sql.add(Bind::One(Raw::Text("x".into())));
        sql.again(at).push(", ").again(at);
        assert_eq!(sql.text, "SELECT $1::text, $1::text");
    }
}
