//! Imprint (版记), GB/T 9704-2012, 7.4; in letter format the copied-to list only (10.1).

use jiff::civil::Date;

use super::PlacedText;

/// What stands at the foot of the last page.
#[derive(Debug, Clone, Default)]
pub struct Imprint {
    /// Addressees (主送机关) that leave page 1 no room for text, 7.3.2 and 7.4.2: as printed after
    /// 主送：, without a stop.
    pub addressees: Option<PlacedText>,
    /// Copied-to list (抄送机关), 7.4.2: as printed after 抄送：, without the final 。
    pub copied_to: Option<PlacedText>,
    /// Printing office (印发机关), 7.4.3; document format only.
    pub printed_by: Option<PlacedText>,
    /// Printing date (印发日期), 7.4.3; document format only.
    pub printed_on: Option<Date>,
}

impl Imprint {
    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.addressees.is_none()
            && self.copied_to.is_none()
            && self.printed_by.is_none()
            && self.printed_on.is_none()
    }
}
