//! What YAML a type is read from: the one table of keys for the decoder, the JSON Schemas and the
//! reference in the manual.

use super::decode::FromYaml;

/// What may be written where a type is read.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Anything at all.
    Any,
    /// A text that is not blank; a number stands for its text.
    Text,
    /// A text that may be empty.
    EmptyOrText,
    /// A text of a form.
    Form(&'static Form),
    /// One of several words.
    Words(Vec<Word>),
    /// A whole number within bounds, the bounds included.
    Whole {
        /// The least.
        least: u32,
        /// The greatest, if there is one.
        most: Option<u32>,
    },
    /// A number above zero, digits after the point included.
    Number,
    /// A list.
    List(Box<Self>),
    /// A list of one item at least.
    FilledList(Box<Self>),
    /// Values under keys of the writer's own, which have a form.
    Labelled(&'static Form, Box<Self>),
    /// Values under fixed keys.
    Mapping(&'static Mapping),
    /// Whatever one of these takes.
    Either(Vec<Self>),
}

/// A word that may be written, and what a clerk calls it; empty if the word says it itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As the YAML writes it.
    pub word: &'static str,
    /// In Chinese.
    pub about: &'static str,
}

/// How a text of one line must be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// In ASCII, for programs.
    pub name: &'static str,
    /// What a clerk calls it.
    pub title: &'static str,
    /// A regular expression for the whole text, of the kind that JSON Schema knows (ECMA-262).
    pub pattern: &'static str,
    /// Whether YAML may take such a text for a number.
    pub may_be_number: bool,
    /// Texts that have the form.
    pub examples: &'static [&'static str],
}

/// A mapping with fixed keys.
#[derive(Debug)]
pub struct Mapping {
    /// In ASCII, for programs; unique.
    pub name: &'static str,
    /// What messages call it.
    pub owner: &'static str,
    /// Every key.
    pub keys: &'static [Key],
    /// What holds between keys.
    pub rules: &'static [Rule],
}

impl PartialEq for Mapping {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Mapping {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key with what stands under it.
#[derive(Debug)]
pub struct Key {
    /// As the YAML writes it.
    pub name: &'static str,
    /// What it is for, in Chinese, for editors and the manual.
    pub about: &'static str,
    /// Whether it must be written.
    pub is_required: bool,
    shape: fn() -> Shape,
}

impl Key {
    /// A key that must be written, read as a `T`.
    pub const fn required<T: FromYaml>(name: &'static str, about: &'static str) -> Self {
        let is_required = true;
        Self {
            is_required,
            ..Self::optional::<T>(name, about)
        }
    }

    /// A key that may be left out, read as a `T`.
    pub const fn optional<T: FromYaml>(name: &'static str, about: &'static str) -> Self {
        Self {
            name,
            about,
            is_required: false,
            shape: T::shape,
        }
    }

    /// The same key with a shape of its own, which must not take more than the type does.
    pub const fn shaped(self, shape: fn() -> Shape) -> Self {
        Self { shape, ..self }
    }

    /// What may be written under it.
    pub fn shape(&self) -> Shape {
        (self.shape)()
    }
}

/// What holds between the keys of a mapping.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// One of them at least must be written.
    AnyOf(&'static [&'static str]),
    /// No two of them may be written.
    NoTwoOf(&'static [&'static str]),
    /// If the first is written, the second must be.
    Needs(&'static str, &'static str),
    /// If the first is left out, the second must be written.
    Unless(&'static str, &'static str),
}

impl Shape {
    /// One of several words with what a clerk calls each.
    pub fn words(words: &[(&'static str, &'static str)]) -> Self {
        let words = words.iter();
        Self::Words(words.map(|(word, about)| Word { word, about }).collect())
    }

    /// A list of values of a shape.
    pub fn list(item: Self) -> Self {
        Self::List(Box::new(item))
    }

    /// One value, or a list of them.
    pub fn one_or_list(item: Self) -> Self {
        Self::Either(vec![item.clone(), Self::list(item)])
    }

    /// Whether a type of the shape `read_as` takes whatever this one allows.
    pub fn fits(&self, read_as: &Self) -> bool {
        match (self, read_as) {
            (Self::Words(_) | Self::Form(_), Self::Text) => true,
            (Self::Whole { .. }, Self::Whole { .. }) => true,
            (Self::List(item) | Self::FilledList(item), Self::List(read)) => item.fits(read),
            (own, read) => own == read,
        }
    }
}

/// Words in YAML that stand for values, each with what a clerk calls it.
pub trait Words: Copy + PartialEq + 'static {
    /// Each word, its value, what a clerk calls it.
    const WORDS: &'static [(&'static str, Self, &'static str)];

    /// As the YAML writes it.
    fn word_of(self) -> &'static str {
        self.entry().0
    }

    /// What a clerk calls it.
    fn chinese_of(self) -> &'static str {
        self.entry().1
    }

    /// Both.
    fn entry(self) -> (&'static str, &'static str) {
        let mut words = Self::WORDS.iter();
        let found = words.find(|(_, value, _)| *value == self);
        found.map_or(("", ""), |(word, _, about)| (word, about))
    }
}

/// An id (代号) of a figure or a measure, which templates name.
pub static ID: Form = Form {
    name: "id",
    title: "代号",
    pattern: "^[a-z][a-z0-9_]*$",
    may_be_number: false,
    examples: &["cases_investigated"],
};

/// A day.
pub static DATE: Form = Form {
    name: "date",
    title: "日期",
    pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    may_be_number: false,
    examples: &["2022-05-20"],
};

/// A kind of letter (信件种类): the name of a template.
pub static KIND: Form = Form {
    name: "kind",
    title: "种类",
    pattern: "\\S",
    may_be_number: false,
    examples: &["lead_reply"],
};

/// A list of ids.
pub fn ids() -> Shape {
    Shape::list(Shape::Form(&ID))
}
