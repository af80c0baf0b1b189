//! Names of inputs, many of them in little room: a workspace of ten thousand letters keeps them for each.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What stands after each name; no name holds it.
const END: char = '\0';

/// Names in their order, in one piece of memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(Box<str>);

impl Names {
    /// The names in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator(END)
    }
}

impl<S: AsRef<str>> FromIterator<S> for Names {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        let mut joined = String::new();
        for name in names {
            joined.push_str(name.as_ref());
            joined.push(END);
        }
        Self(joined.into_boxed_str())
    }
}

impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Joining)
    }
}

/// Joins the texts of a list.
struct Joining;

impl<'de> Visitor<'de> for Joining {
    type Value = Names;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Names, A::Error> {
        let names = std::iter::from_fn(|| list.next_element::<String>().transpose());
        names.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let names: Names = ["measure.m1", "", "office.*"].into_iter().collect();
        let text = serde_json::to_string(&names).expect("plain data");
        assert_eq!(text, r#"["measure.m1","","office.*"]"#);
        let read: Names = serde_json::from_str(&text).expect("what was written");
        assert_eq!(read, names);
        assert_eq!(Names::default().iter().count(), 0);
    }
}
