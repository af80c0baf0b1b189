//! Addresses, links and tags inside a line, which a reader does not see as they stand.

/// The length of an address of the web at the start of `rest`.
pub(super) fn address_length(rest: &str) -> Option<usize> {
    let starts = ["http://", "https://", "www.", "ftp://", "fact:"];
    if !starts.iter().any(|start| rest.starts_with(start)) {
        return None;
    }
    let is_part = |byte: u8| byte.is_ascii_graphic() && !b"<>\"`".contains(&byte);
    let length = rest.bytes().take_while(|byte| is_part(*byte)).count();
    Some(
        rest[..length]
            .trim_end_matches(['.', ',', ';', ':', ')', '?', '!', '*'])
            .len(),
    )
}

/// Whether an asterisk stands alone between white space or digits, as a sign of its own.
pub(super) fn is_lone(text: &str, at: usize) -> bool {
    let beside = |byte: Option<&u8>| byte.is_none_or(|b| b" \t".contains(b) || b.is_ascii_digit());
    let bytes = text.as_bytes();
    at > 0 && beside(bytes.get(at - 1)) && beside(bytes.get(at + 1))
}

/// How far a link is looked for: longer ones are shown as they stand.
const LINK: usize = 1000;

pub(super) fn head(rest: &str) -> &str {
    let mut end = rest.len().min(LINK);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// Whether `rest` begins with `[text](`.
pub(super) fn is_link_text(rest: &str) -> bool {
    head(&rest[1..])
        .find([']', '['])
        .is_some_and(|end| rest[1 + end..].starts_with("]("))
}

/// The length of `](target)` at the start of `rest`.
pub(super) fn link_target_length(rest: &str) -> Option<usize> {
    let target = rest.strip_prefix("](")?;
    head(target).find(')').map(|end| 2 + end + 1)
}

pub(super) fn link_end(rest: &str) -> Option<usize> {
    let close = head(rest).find("](")?;
    head(&rest[close + 2..])
        .find(')')
        .map(|end| close + 2 + end + 1)
}

/// The length of an HTML tag or an address in angle brackets.
pub(super) fn tag_length(rest: &str) -> Option<usize> {
    let next = *rest.as_bytes().get(1)?;
    if !(next.is_ascii_alphabetic() || next == b'/') {
        return None;
    }
    let end = head(rest).find('>')?;
    rest[..end].is_ascii().then_some(end + 1)
}
