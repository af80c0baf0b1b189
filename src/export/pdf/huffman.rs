//! Deflate that does not search for repetitions (Huffman coding only).
//!
//! A letter is for the most part outlines, which hardly repeat: looking for repetitions makes the file a
//! tenth smaller and took a third of a letter's whole time. The format is that of RFC 1950 (zlib) and RFC
//! 1951 (deflate).

use std::collections::VecDeque;

/// Byte values, and the end of the block.
const LITERALS: usize = 257;

/// The symbol that ends a block; RFC 1951, 3.2.5.
const END: usize = 256;

/// Longest code of a byte: four and a byte not yet full go into 64 bits. RFC 1951, 3.2.7 allows 15.
const LONGEST: u8 = 14;

/// Longest code of a code's length; RFC 1951, 3.2.7.
const LONGEST_OF_LENGTHS: u8 = 7;

/// The order in which the lengths of the codes of lengths are written; RFC 1951, 3.2.7.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// More bytes than a block's header takes up.
const HEADER: usize = 512;

/// No repetition is written, but two codes of a bit each are what every reader takes.
const DISTANCES: [u8; 2] = [1, 1];

/// The bytes as a zlib stream of one block.
pub(in crate::export) fn zlib(bytes: &[u8]) -> Vec<u8> {
    let counts = counts(bytes);
    let lengths = code_lengths(&counts, LONGEST);
    let codes = codes(&lengths);
    let bits = counts.iter().zip(&lengths);
    let bits = bits.map(|(count, length)| *count as usize * usize::from(*length));
    let room = bits.sum::<usize>() / 8;
    let mut stream = Bits::after(&[0x78, 0x01], room);
    write_header(&mut stream, &lengths);
    stream.push_all(bytes, &codes, room);
    stream.push(codes[END]);
    let mut stream = stream.ended();
    stream.extend(adler2::adler32_slice(bytes).to_be_bytes());
    stream
}

/// How often each byte occurs, and the end of the block.
fn counts(bytes: &[u8]) -> [u32; LITERALS] {
    // Equal bytes follow each other often: counted in turn they need not wait for each other.
    let mut in_turn = [[0_u32; LITERALS]; 4];
    for four in bytes.chunks(4) {
        for (counts, byte) in in_turn.iter_mut().zip(four) {
            counts[usize::from(*byte)] += 1;
        }
    }
    let mut counts = std::array::from_fn(|byte| in_turn.iter().map(|counts| counts[byte]).sum());
    counts[END] = 1;
    counts
}

/// The block's header: that it is the last one, with codes of its own, and the codes' lengths.
fn write_header(stream: &mut Bits, lengths: &[u8; LITERALS]) {
    let written = || lengths.iter().chain(&DISTANCES).copied().map(usize::from);
    let mut counts = [0_u32; ORDER.len()];
    written().for_each(|length| counts[length] += 1);
    let of_lengths = code_lengths(&counts, LONGEST_OF_LENGTHS);
    let codes = codes(&of_lengths);
    let number = |value: usize, length: u8| Code {
        bits: value as u16,
        length,
    };
    for code in [
        number(1, 1),
        number(2, 2),
        number(LITERALS - 257, 5),
        number(DISTANCES.len() - 1, 5),
        number(ORDER.len() - 4, 4),
    ] {
        stream.push(code);
    }
    for symbol in ORDER {
        stream.push(number(usize::from(of_lengths[symbol]), 3));
    }
    for length in written() {
        stream.push(codes[length]);
    }
}

/// A code: its bits as they follow each other in the stream, the first one lowest.
#[derive(Debug, Clone, Copy, Default)]
struct Code {
    bits: u16,
    length: u8,
}

/// The codes that lengths give; RFC 1951, 3.2.2.
fn codes<const N: usize>(lengths: &[u8; N]) -> [Code; N] {
    let mut next = 0_u16;
    let mut codes = [Code::default(); N];
    for length in 1..=LONGEST {
        next <<= 1;
        for (code, _) in codes.iter_mut().zip(lengths).filter(|it| *it.1 == length) {
            let bits = next.reverse_bits() >> (16 - length);
            *code = Code { bits, length };
            next += 1;
        }
    }
    codes
}

/// The lengths of the shortest codes for symbols that occur so often, none longer than `longest`.
///
/// Counts that give a longer one are made more alike until none does.
fn code_lengths<const N: usize>(counts: &[u32; N], longest: u8) -> [u8; N] {
    let mut counts = *counts;
    loop {
        let lengths = huffman(&counts);
        if lengths.iter().all(|length| *length <= longest) {
            return lengths;
        }
        for count in counts.iter_mut().filter(|count| **count > 0) {
            *count = count.div_ceil(2);
        }
    }
}

/// Huffman's lengths: the two rarest groups of symbols are joined until one is left.
fn huffman<const N: usize>(counts: &[u32; N]) -> [u8; N] {
    let mut lengths = [0; N];
    let used = (0..N).filter(|symbol| counts[*symbol] > 0);
    // Leaves come rarest first, and so do the groups, each made of rarer parts than the next.
    let mut leaves: Vec<(u32, Vec<usize>)> = used.map(|it| (counts[it], vec![it])).collect();
    leaves.sort_unstable();
    if let [(_, alone)] = &leaves[..] {
        lengths[alone[0]] = 1;
    }
    let (mut leaves, mut groups) = (VecDeque::from(leaves), VecDeque::new());
    while leaves.len() + groups.len() > 1 {
        let mut rarest = || match (leaves.front(), groups.front()) {
            (Some((leaf, _)), Some((group, _))) if group < leaf => groups.pop_front(),
            (None, _) => groups.pop_front(),
            _ => leaves.pop_front(),
        };
        let (Some(one), Some(other)) = (rarest(), rarest()) else {
            break;
        };
        let (count, mut symbols) = (one.0 + other.0, one.1);
        symbols.extend(other.1);
        symbols.iter().for_each(|symbol| lengths[*symbol] += 1);
        groups.push_back((count, symbols));
    }
    lengths
}

/// A stream of bits, the first one lowest in its byte.
struct Bits {
    bytes: Vec<u8>,
    /// Bits that do not fill a byte yet, the first one lowest, and their count.
    waiting: u64,
    count: u32,
}

impl Bits {
    /// Bits that follow `bytes`, with room for a header and `room` more bytes.
    fn after(bytes: &[u8], room: usize) -> Self {
        let mut all = Vec::with_capacity(bytes.len() + HEADER + room);
        all.extend_from_slice(bytes);
        Self {
            bytes: all,
            waiting: 0,
            count: 0,
        }
    }

    fn push(&mut self, code: Code) {
        self.waiting |= u64::from(code.bits) << self.count;
        self.count += u32::from(code.length);
        let whole = (self.count / 8) as usize;
        let bytes = self.waiting.to_le_bytes();
        self.bytes.extend_from_slice(&bytes[..whole]);
        self.waiting >>= 8 * whole;
        self.count %= 8;
    }

    /// Appends the codes of bytes, `room` bytes in all, as many as 64 bits hold at a time: the loop that
    /// counts.
    fn push_all<const N: usize>(&mut self, bytes: &[u8], codes: &[Code; N], room: usize) {
        let (fours, rest) = bytes.as_chunks::<4>();
        let (mut waiting, mut count) = (self.waiting, self.count);
        let mut at = self.bytes.len();
        self.bytes.resize(at + room + 2 * size_of::<u64>(), 0);
        for four in fours {
            for byte in four {
                let code = codes[usize::from(*byte)];
                waiting |= u64::from(code.bits) << count;
                count += u32::from(code.length);
            }
            // Whole bytes stay, the others are written over by the next ones.
            self.bytes[at..at + size_of::<u64>()].copy_from_slice(&waiting.to_le_bytes());
            at += (count / 8) as usize;
            waiting >>= count & !7;
            count %= 8;
        }
        self.bytes.truncate(at);
        (self.waiting, self.count) = (waiting, count);
        for byte in rest {
            self.push(codes[usize::from(*byte)]);
        }
    }

    /// The bytes, the last one filled up with zeros.
    fn ended(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.bytes.push(self.waiting as u8);
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use miniz_oxide::inflate::decompress_to_vec_zlib;
    use proptest::prelude::*;

    use super::*;

    fn comes_back(bytes: &[u8]) {
        let stream = zlib(bytes);
        let back = decompress_to_vec_zlib(&stream).expect("a zlib stream");
        assert_eq!(back, bytes);
    }

    #[test]
    fn awkward_bytes_come_back() {
        comes_back(b"");
        comes_back(b"a");
        comes_back(&[7; 100_000]);
        comes_back(&(0..=255).collect::<Vec<u8>>());
    }

    #[test]
    fn counts_that_would_give_too_long_a_code_do_not() {
        let mut bytes = Vec::new();
        let (mut count, mut next) = (1, 1);
        for byte in 0..24 {
            bytes.extend(std::iter::repeat_n(byte, count));
            (count, next) = (next, count + next);
        }
        comes_back(&bytes);
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(bytes: Vec<u8>) {
            comes_back(&bytes);
        }
    }
}
