//! Keeping some of many places, where which ones can't be foretold.

/// How many places are looked at before those that are kept are written down.
const BLOCK: usize = 1 << 10;

/// The places of all that are kept, in order.
#[inline]
pub(crate) fn kept(are_kept: &[bool]) -> Vec<usize> {
    let mut all = Vec::new();
    let mut block = [0; BLOCK];
    for (start, some) in (0..).step_by(BLOCK).zip(are_kept.chunks(BLOCK)) {
        let count = keep_into(&mut block, start, some.len(), |at| some[at]);
        all.extend(block[..count].iter().map(|place| *place as usize));
    }
    all
}

/// Writes down those of so many places from `start` on that are told to be kept, which `block` must have room
/// for, and tells how many.
///
/// A place is always written down, and counted only if it is kept: no branch has to be foretold, which
/// takes half the time of one for each place if they are kept as a coin is tossed.
#[inline]
pub(crate) fn keep_into(
    block: &mut [u32],
    start: u32,
    length: usize,
    is_kept: impl Fn(usize) -> bool,
) -> usize {
    let mut count = 0;
    for at in 0..length {
        block[count] = start + at as u32;
        count += usize::from(is_kept(at));
    }
    count
}

/// Each of the items with the next one: slices side by side, which take less time than windows of two.
#[inline]
pub(crate) fn with_next<Item>(items: &[Item]) -> impl Iterator<Item = (&Item, &Item)> {
    items.iter().zip(items.get(1..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_kept_in_order_however_many_there_are() {
        for count in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let expected: Vec<usize> = (0..count).filter(|it| it % 3 == 0).collect();
            let are_kept: Vec<bool> = (0..count).map(|it| it % 3 == 0).collect();
            assert_eq!(kept(&are_kept), expected);
        }
    }
}
