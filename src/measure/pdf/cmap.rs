//! Character maps: from the codes of a string to characters or to glyph numbers, ISO 32000-1, 9.7.5
//! and 9.10.3.

use std::collections::BTreeMap;

/// A map of codes.
#[derive(Debug, Clone, Default)]
pub(super) struct CMap {
    /// Bytes of a code by the code space; 0 if the map does not say.
    pub(super) code_length: usize,
    /// Characters by code (`ToUnicode`).
    pub(super) texts: BTreeMap<u32, String>,
    /// Glyph numbers by ranges of codes: first, last, number of the first.
    numbers: Vec<(u32, u32, u32)>,
}

/// What stands in a map's file.
#[derive(Debug, Clone, PartialEq)]
enum Token {
    Hexadecimal(Vec<u8>),
    Number(u32),
    Word(String),
}

impl CMap {
    /// Reads a map; what cannot be read is left out.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut operands: Vec<Token> = Vec::new();
        for token in tokens(bytes) {
            match &token {
                Token::Word(word) if word.starts_with("end") => {
                    map.take(word, &operands);
                    operands.clear();
                }
                Token::Word(word) if word.starts_with("begin") => operands.clear(),
                _ => operands.push(token),
            }
        }
        map
    }

    /// The glyph number of a code, if the map has it.
    pub(super) fn number(&self, code: u32) -> Option<u32> {
        let range = self
            .numbers
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&code))?;
        Some(range.2 + code - range.0)
    }

    fn take(&mut self, section: &str, operands: &[Token]) {
        match section {
            "endcodespacerange" => {
                if let Some(Token::Hexadecimal(bytes)) = operands.first() {
                    self.code_length = bytes.len();
                }
            }
            "endbfchar" => self.take_characters(operands),
            "endbfrange" => self.take_ranges(operands),
            "endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Token::Hexadecimal(code), Token::Number(number)] = pair {
                        self.numbers.push((value(code), value(code), *number));
                    }
                }
            }
            "endcidrange" => {
                for three in operands.chunks_exact(3) {
                    if let [Token::Hexadecimal(first), Token::Hexadecimal(last), number] = three
                        && let Token::Number(number) = number
                    {
                        self.numbers.push((value(first), value(last), *number));
                    }
                }
            }
            _ => {}
        }
    }

    fn take_characters(&mut self, operands: &[Token]) {
        for pair in operands.chunks_exact(2) {
            if let [Token::Hexadecimal(code), Token::Hexadecimal(target)] = pair {
                self.texts.insert(value(code), text(target));
            }
        }
    }

    /// Ranges have one target that counts on, or a list of targets.
    fn take_ranges(&mut self, operands: &[Token]) {
        let mut rest = operands;
        while let [
            Token::Hexadecimal(first),
            Token::Hexadecimal(last),
            target,
            ..,
        ] = rest
        {
            let (first, last) = (value(first), value(last).min(value(first) + 0xFFFF));
            rest = &rest[3..];
            match target {
                Token::Hexadecimal(target) => {
                    for code in first..=last {
                        self.texts.insert(code, counted(target, code - first));
                    }
                }
                _ => {
                    let count = rest
                        .iter()
                        .take_while(|token| matches!(token, Token::Hexadecimal(_)))
                        .count();
                    for (code, target) in (first..=last).zip(&rest[..count]) {
                        if let Token::Hexadecimal(target) = target {
                            self.texts.insert(code, text(target));
                        }
                    }
                    rest = rest.get(count + 1..).unwrap_or_default();
                }
            }
        }
    }
}

/// A target of a range: its last unit counts on.
fn counted(target: &[u8], steps: u32) -> String {
    let mut units = units(target);
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(steps as u16);
    }
    String::from_utf16_lossy(&units)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf16_lossy(&units(bytes))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    if let [byte] = bytes {
        return vec![u16::from(*byte)];
    }
    let pairs = bytes.chunks_exact(2);
    pairs
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect()
}

fn value(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |value: u32, byte| (value << 8) | u32::from(*byte))
}

fn tokens(bytes: &[u8]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let length = match first {
            b'%' => rest.iter().take_while(|byte| !is_line_end(**byte)).count(),
            b'<' if after.first() != Some(&b'<') => {
                let end = rest.iter().position(|byte| *byte == b'>');
                let end = end.unwrap_or(rest.len() - 1);
                tokens.push(Token::Hexadecimal(hexadecimal(&rest[1..end.max(1)])));
                end + 1
            }
            b'[' | b']' => {
                tokens.push(Token::Word(char::from(*first).to_string()));
                1
            }
            byte if is_regular(*byte) => {
                let end = rest.iter().take_while(|byte| is_regular(**byte)).count();
                let word = String::from_utf8_lossy(&rest[..end]).into_owned();
                tokens.push(word.parse().map_or(Token::Word(word), Token::Number));
                end
            }
            _ => 1,
        };
        rest = &rest[length.max(1)..];
    }
    tokens
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !b"<>[](){}/%\0".contains(&byte)
}

fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or_default())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_characters_ranges_and_lists() {
        let map = CMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0001> <4E00> <0002> <D842DFB7> endbfchar\n\
              2 beginbfrange <0010> <0012> <4E8C> <0020> <0021> [<4E09> <56DB>] endbfrange\n\
              1 begincidrange <8140> <8142> 7 endcidrange",
        );
        assert_eq!(map.code_length, 2);
        let text = |code: u32| map.texts.get(&code).map(String::as_str);
        assert_eq!(text(1), Some("一"));
        assert_eq!(text(2), Some("𠮷"));
        assert_eq!(text(0x11), Some("\u{4E8D}"));
        assert_eq!(text(0x21), Some("四"));
        assert_eq!(map.number(0x8141), Some(8));
    }

    #[test]
    fn damaged_maps_are_read_as_far_as_they_go() {
        assert!(CMap::parse(b"beginbfchar <00").texts.is_empty());
        assert!(CMap::parse(b"<").texts.is_empty());
        assert!(
            CMap::parse(b"beginbfrange <01> <02> [ endbfrange")
                .texts
                .is_empty()
        );
    }
}
