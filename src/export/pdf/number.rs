//! Numbers of content streams: decimals without an exponent (ISO 32000-1, 7.3.3), as short as they go.

/// Digits behind the point of places: thousandths of a point are a third of a µm.
pub(super) const FINE: u32 = 3;

/// Digits behind the point of what adds up over a line: spacings and sizes.
pub(super) const FINEST: u32 = 4;

/// Appends a number, rounded to `digits` digits behind the point.
pub(super) fn push(stream: &mut Vec<u8>, number: f64, digits: u32) {
    let factor = 10_u64.pow(digits);
    let scaled = (number * factor as f64).round();
    if scaled < 0.0 {
        stream.push(b'-');
    }
    let scaled = scaled.abs() as u64;
    push_whole(stream, scaled / factor);
    let (mut rest, mut place) = (scaled % factor, factor / 10);
    if rest > 0 {
        stream.push(b'.');
    }
    while rest > 0 {
        stream.push(b'0' + (rest / place) as u8);
        (rest, place) = (rest % place, place / 10);
    }
}

fn push_whole(stream: &mut Vec<u8>, number: u64) {
    if number >= 10 {
        push_whole(stream, number / 10);
    }
    stream.push(b'0' + (number % 10) as u8);
}

/// A number as [`push`] writes it.
pub(super) fn rounded(number: f64, digits: u32) -> f64 {
    let factor = 10_u64.pow(digits) as f64;
    (number * factor).round() / factor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_have_no_exponent() {
        let written = |number, digits| {
            let mut stream = Vec::new();
            push(&mut stream, number, digits);
            String::from_utf8(stream).expect("digits")
        };
        for (number, digits, text) in [
            (0.0, FINE, "0"),
            (-0.0001, FINE, "0"),
            (-0.5, FINE, "-0.5"),
            (595.2756, FINE, "595.276"),
            (16.0, FINE, "16"),
            (0.0504, FINEST, "0.0504"),
            (1_000.25, FINE, "1000.25"),
            (0.9996, FINE, "1"),
        ] {
            assert_eq!(written(number, digits), text);
        }
    }
}
