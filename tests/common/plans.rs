//! The plans that every journey goes through.

/// The shipped plan; a second city: English, four years, no districts; and a district of a city in Chinese: three towns
/// that add up, a share that may exceed 100 %, a figure that may be negative, a limit of nothing, and no milestones.
pub const EVERY: [&str; 3] =
    ["public/plan.json", "tests/plans/harbour-city.json", "tests/plans/binjiang.json"];
