//! Paths, and the straight rules that are stroked or filled of them, ISO 32000-1, 8.5.

use super::Rule;
use super::matrix::Matrix;
use crate::layout::length::Length;

/// A filled shape or a stroke that is thinner than this, in points, is a rule.
const THICKEST_RULE: f64 = 6.0;

type Point = (f64, f64);

/// A path that is being drawn.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// From, to.
    segments: Vec<(Point, Point)>,
    /// Two corners.
    rectangles: Vec<(Point, Point)>,
    start: Point,
    pen: Point,
}

/// A rule in points, from the page's lower left corner.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    upper_left: Point,
    lower_right: Point,
    is_red: bool,
}

impl Path {
    /// Draws on; false for an operator that ends the path.
    pub(super) fn extend(&mut self, operator: &str, numbers: &[f64]) -> bool {
        match (operator, numbers) {
            ("m", [x, y]) => {
                self.pen = (*x, *y);
                self.start = self.pen;
            }
            ("l", [x, y]) => self.line_to((*x, *y)),
            ("h", _) => self.line_to(self.start),
            ("re", [x, y, width, height]) => {
                self.rectangles.push(((*x, *y), (x + width, y + height)));
            }
            ("m" | "l" | "re", _) => {}
            _ => return false,
        }
        true
    }

    fn line_to(&mut self, to: Point) {
        self.segments.push((self.pen, to));
        self.pen = to;
    }

    /// Its straight strokes, and the sides of its rectangles.
    pub(super) fn stroked(self, matrix: Matrix, width: f64, is_red: bool) -> Vec<Drawn> {
        let half = width * matrix.scale_upright() / 2.0;
        let sides = self.rectangles.into_iter().flat_map(sides);
        let segments = self.segments.into_iter().chain(sides);
        let stroke = |(from, to): (Point, Point)| {
            let (from, to) = (matrix.point(from.0, from.1), matrix.point(to.0, to.1));
            let (low, high) = (
                (from.0.min(to.0), from.1.min(to.1)),
                (from.0.max(to.0), from.1.max(to.1)),
            );
            let (across, upright) = match (high.0 - low.0 < 0.05, high.1 - low.1 < 0.05) {
                (_, true) => (0.0, half),
                (true, false) => (half, 0.0),
                (false, false) => return None,
            };
            Drawn::new(
                (low.0 - across, high.1 + upright),
                (high.0 + across, low.1 - upright),
                is_red,
            )
        };
        segments.filter_map(stroke).collect()
    }

    /// Its thin shapes.
    pub(super) fn filled(self, matrix: Matrix, is_red: bool) -> Vec<Drawn> {
        let points = self.segments.iter().flat_map(|(from, to)| [*from, *to]);
        let bounds = points.fold(None, |bounds: Option<(Point, Point)>, (x, y)| {
            let (low, high) = bounds.unwrap_or(((x, y), (x, y)));
            let low = (low.0.min(x), low.1.min(y));
            Some((low, (high.0.max(x), high.1.max(y))))
        });
        let shapes = self.rectangles.into_iter().chain(bounds);
        let fill = |(one, other): (Point, Point)| {
            let (one, other) = (matrix.point(one.0, one.1), matrix.point(other.0, other.1));
            let upper_left = (one.0.min(other.0), one.1.max(other.1));
            let lower_right = (one.0.max(other.0), one.1.min(other.1));
            Drawn::new(upper_left, lower_right, is_red)
        };
        shapes.filter_map(fill).collect()
    }
}

/// The sides of a rectangle between two corners.
fn sides(((left, bottom), (right, top)): (Point, Point)) -> [(Point, Point); 4] {
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
    [0, 1, 2, 3].map(|side| (corners[side], corners[(side + 1) % 4]))
}

impl Drawn {
    /// A rule, if the shape is long and thin.
    fn new(upper_left: Point, lower_right: Point, is_red: bool) -> Option<Self> {
        let (width, height) = (lower_right.0 - upper_left.0, upper_left.1 - lower_right.1);
        let is_rule = width.min(height) <= THICKEST_RULE && width.max(height) >= THICKEST_RULE;
        is_rule.then_some(Self {
            upper_left,
            lower_right,
            is_red,
        })
    }

    /// The rule from the upper edge of a page of this height.
    pub(super) fn on_page(self, height: f64) -> Rule {
        Rule {
            left: Length::pt(self.upper_left.0),
            right: Length::pt(self.lower_right.0),
            top: Length::pt(height - self.upper_left.1),
            bottom: Length::pt(height - self.lower_right.1),
            is_red: self.is_red,
        }
    }
}
