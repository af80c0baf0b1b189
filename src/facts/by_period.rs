//! What is made for a period (期间) at its first use and then shared by the period's letters.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::period::Period;

/// So many periods are kept: more than the letters of a workspace speak of, unless each has its own.
const MOST: usize = 64;

/// Something for each of the periods that were lately asked for.
#[derive(Debug)]
pub struct ByPeriod<T> {
    made: Mutex<BTreeMap<Period, Made<T>>>,
}

type Made<T> = Arc<OnceLock<Arc<T>>>;

impl<T> ByPeriod<T> {
    /// What belongs to a period, made at the first call; other periods do not wait for it.
    ///
    /// When more periods than a workspace has were asked for, all are let go, so that memory does not
    /// grow with the letters; who asks again gets an equal one. So it is for letters, each of which
    /// has one period: who goes through all periods of each figure would make them again and again.
    pub fn get_or_make(&self, period: &Period, make: impl FnOnce() -> T) -> Arc<T> {
        let place = self.place(period);
        Arc::clone(place.get_or_init(|| Arc::new(make())))
    }

    fn place(&self, period: &Period) -> Made<T> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = made.get(period) {
            return Arc::clone(place);
        }
        let old = match made.len() < MOST {
            true => BTreeMap::new(),
            false => std::mem::take(&mut *made),
        };
        let place = Arc::clone(made.entry(period.clone()).or_default());
        // Freeing takes as long as making: others need not wait for it.
        drop(made);
        drop(old);
        place
    }
}

impl<T> Default for ByPeriod<T> {
    fn default() -> Self {
        Self {
            made: Mutex::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_once_for_each_period_and_keeps_a_bounded_number() {
        let lengths = ByPeriod::default();
        let period = |label: String| Period::new(&label).expect("a label");
        let year = period("2021年".to_owned());
        let first = lengths.get_or_make(&year, || "made".to_owned());
        let again = lengths.get_or_make(&year, || unreachable!("it is there"));
        assert!(Arc::ptr_eq(&first, &again));
        for number in 0..=MOST {
            lengths.get_or_make(&period(format!("{number}期")), String::new);
        }
        assert!(lengths.made.lock().expect("no panic").len() <= MOST);
        let anew = lengths.get_or_make(&year, || "made anew".to_owned());
        assert_eq!((first.as_str(), anew.as_str()), ("made", "made anew"));
    }
}
