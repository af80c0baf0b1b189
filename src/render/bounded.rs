//! A writer that refuses to grow without end.

use std::io::{self, Write};

/// Longest text that one template may render, in bytes.
const LONGEST_OUTPUT: usize = 4 << 20;

/// Collects rendered text.
#[derive(Debug, Default)]
pub(super) struct BoundedText(Vec<u8>);

impl BoundedText {
    /// What was written before an error stopped the rest.
    pub(super) fn written(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }

    /// The text; Tera writes whole strings, so it is UTF-8.
    pub(super) fn into_string(self) -> String {
        String::from_utf8(self.0).expect("Tera writes strings")
    }
}

impl Write for &mut BoundedText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST_OUTPUT {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                "rendered text is too long",
            ));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
