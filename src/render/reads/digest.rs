//! Digests of texts (摘要): what stands for a long text where only its change matters.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A digest of a text: the first sixteen bytes of its BLAKE3 hash, written `#` and 32 hex digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Digest([u8; 16]);

/// What is written is no digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no digest: “#” and 32 hexadecimal digits")]
pub struct NoDigest;

/// A digest of a text, whichever line ends it was checked out with.
pub fn digest_of(text: &str) -> Digest {
    let text = match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n")),
        false => Cow::Borrowed(text),
    };
    Digest::from(blake3::hash(text.as_bytes()))
}

impl From<blake3::Hash> for Digest {
    fn from(hash: blake3::Hash) -> Self {
        let (first, _) = hash.as_bytes().split_at(16);
        Self(first.try_into().expect("sixteen of thirty-two bytes"))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:032x}", u128::from_be_bytes(self.0))
    }
}

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let digits = text.strip_prefix('#').ok_or(NoDigest)?;
        let is_whole = digits.len() == 32 && digits.bytes().all(|it| it.is_ascii_hexdigit());
        let value = u128::from_str_radix(digits, 16).ok().filter(|_| is_whole);
        value.map(|it| Self(it.to_be_bytes())).ok_or(NoDigest)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_as_it_is_written() {
        let digest = digest_of("一行\n");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert_eq!(digest_of("一行\r\n"), digest);
        let hex = blake3::hash("一行\n".as_bytes()).to_hex();
        assert_eq!(digest.to_string(), format!("#{}", &hex[..32]));
        for broken in ["", "#", "#12", "#+2345678901234567890123456789012"] {
            assert_eq!(broken.parse::<Digest>(), Err(NoDigest), "{broken}");
        }
    }
}
