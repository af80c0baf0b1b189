//! The facts behind the links of the rendered texts.

use std::sync::Arc;

use super::Rendering;
use crate::facts::{Aspect, Period};
use crate::origin::{MeasureOrigin, Origin, Origins};
use crate::render::links;

impl Rendering<'_> {
    /// The facts behind the links of the rendered texts.
    pub(super) fn origins(&self, texts: &[&str]) -> Origins {
        let destinations = texts.iter().flat_map(|text| links::destinations(text));
        let origins = destinations.filter_map(|destination| {
            let origin = self.origin(destination)?;
            Some((destination.to_owned(), Arc::new(origin)))
        });
        origins.collect()
    }

    fn origin(&self, destination: &str) -> Option<Origin> {
        if let Some(id) = links::measure_id(destination) {
            let measure = self.renderer.facts.measure(id)?;
            return Some(Origin::Measure(MeasureOrigin {
                id: id.to_owned(),
                place: Some(measure.text.place.clone()),
            }));
        }
        let (id, period, aspect) = links::figure_parts(destination)?;
        let period = Period::new(period).ok()?;
        let aspects = self.renderer.period(&period);
        let origin = aspects.aspects.origin(Aspect::from_name(aspect)?, id)?;
        Some(Origin::Figure(origin))
    }
}
