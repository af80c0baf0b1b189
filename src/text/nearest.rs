//! Which known name a mistyped one was probably meant to be.

/// The candidates nearest to `name`, the nearest first, at most three.
///
/// A candidate counts if no more than a third of its characters, and at least one, would have to
/// change, or if one of the two holds the other. Equally near ones keep their order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| Some((closeness(name, candidate)?, candidate)))
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.truncate(3);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Chinese for “do you mean one of these”, or nothing if nothing is near.
pub fn suggestion<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let near = nearest(name, candidates);
    (!near.is_empty()).then(|| format!("是否想写{}", quoted(near)))
}

/// Names in “”, joined by 、.
pub fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("“{name}”")).collect();
    quoted.join("、")
}

fn closeness(name: &str, candidate: &str) -> Option<usize> {
    let length = name.chars().count().max(candidate.chars().count());
    if length > LONGEST {
        return None;
    }
    let distance = edit_distance(name, candidate);
    if distance <= (length / 3).max(1) {
        return Some(distance);
    }
    let shorter = name.len().min(candidate.len());
    let is_part = candidate.contains(name) || name.contains(candidate);
    (is_part && shorter >= SHORTEST_PART).then_some(distance)
}

/// Longer names, in characters, are not compared: nobody types them by hand.
const LONGEST: usize = 100;

/// A shorter common part, in bytes, says nothing.
const SHORTEST_PART: usize = 4;

/// How many characters must be put in, taken out, replaced, or swapped with their neighbour.
fn edit_distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for row in 1..=left.len() {
        let mut current = vec![row];
        for column in 1..=right.len() {
            let replaced = last[column - 1] + usize::from(left[row - 1] != right[column - 1]);
            let mut cost = replaced.min(last[column] + 1).min(current[column - 1] + 1);
            let is_swap = row > 1
                && column > 1
                && left[row - 1] == right[column - 2]
                && left[row - 2] == right[column - 1];
            if is_swap {
                cost = cost.min(before_last[column - 2] + 1);
            }
            current.push(cost);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_finds_its_name() {
        let keys = ["name", "unit", "value", "growth", "by_period"];
        assert_eq!(nearest("valeu", keys), ["value"]);
        assert_eq!(nearest("by-period", keys), ["by_period"]);
        assert_eq!(nearest("period", keys), ["by_period"]);
        assert!(nearest("colour", keys).is_empty());
    }

    #[test]
    fn suggestions_are_quoted() {
        let text = suggestion("units", ["unit", "name"]);
        assert_eq!(text.as_deref(), Some("是否想写“unit”"));
    }

    #[test]
    fn distances_count_swaps_once() {
        assert_eq!(edit_distance("abcd", "abdc"), 1);
        assert_eq!(edit_distance("", "abc"), 3);
        assert_eq!(edit_distance("湖北", "湖南"), 1);
    }
}
