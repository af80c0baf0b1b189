//! Matrices of ISO 32000-1, 8.3.3: `[a b c d e f]`.

/// A change of coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// No change.
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A shift.
    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First `self`, then `next`.
    pub(super) fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [g, h, i, j, k, l] = next.0;
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    /// Where a point goes.
    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (x * a + y * c + e, x * b + y * d + f)
    }

    /// How much longer a length across becomes.
    pub(super) fn scale_across(self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// How much longer an upright length becomes.
    pub(super) fn scale_upright(self) -> f64 {
        self.0[2].hypot(self.0[3])
    }

    /// Whether left to right stays left to right.
    pub(super) fn is_upright(self) -> bool {
        self.0[0] > 0.0 && self.0[1].abs() < self.0[0] * 0.01
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_after_a_scale_is_not_scaled() {
        let matrix = Matrix([2.0, 0.0, 0.0, 3.0, 0.0, 0.0]).then(Matrix::shift(1.0, 1.0));
        assert_eq!(matrix.point(5.0, 5.0), (11.0, 16.0));
        assert_eq!((matrix.scale_across(), matrix.scale_upright()), (2.0, 3.0));
    }
}
