//! Every formula of this room, with its source. Worked by hand in the tests of `examples`.
//!
//! Figures: *a* the latest figure and *m* its month; *t* the target and *T* December of its year; *b* the baseline
//! and *B* its month; *w(x, y)* the way from the end of month x to the end of month y: months, or with a curve
//! of one's own the per cents of a year that it gives to the months between. All of it exact fractions, except the
//! forecast.
//!
//! | what | formula | source |
//! |---|---|---|
//! | figure of a stock or level | the latest | the plan's own words (总数, 保持) |
//! | figure of a yearly flow | the latest of the year, reported as the amount since January: its December is the year's sum | bureaus report 年初以来累计 |
//! | figure of a running total | the latest, counted since January of the plan's first year | the plan's own word (累计) |
//! | baseline of a flow or a running total | *b* = 0 at the end of the year before | by definition |
//! | attainment 完成率 | *a* ÷ *t*; none for a limit | what officials mean by it |
//! | progress from the baseline 自基期起的增量完成率 | (*a* − *b*) ÷ (*t* − *b*); with *b* = 0 it is the attainment. Also when less is better and *b* lies above *t* | ours; points are counted by it |
//! | expected progress 序时进度 | *w(B, m)* ÷ *w(B, T)* | 宣城, bulletins of 2020 to 2023: linear by whole months, months elapsed ÷ 12 |
//! | … after an earlier target *p* at *P*, between *b* and *t* | *e* = *p* + (*t* − *p*) · *w(P, m)* ÷ *w(P, T)*, then (*e* − *b*) ÷ (*t* − *b*) | ours: the plan's own targets are its path, so that a target met on the day does not count as behind the day after |
//! | … by a curve of one's own | the same with the curve's per cents | 泾县 2023: broken down to months, task by task |
//! | year without a target, stock or total | judged on the way to the next target, on the same path | ours: a missing target is not invented |
//! | year *y* without a target, yearly flow | measured by *p* + (*t* − *p*) · (*y* − *P*) ÷ (*T* − *P*) from the target (or the baseline) before; neither met nor missed | ours; it can be replaced by a target set later (年度分解) |
//! | points | progress from the baseline − expected progress, in per cent points | 银川 2025 counts in points, 三亚 2022 in per cent of the expected: not the same |
//! | green, amber, red | behind by less than 10 points, by 10 to 30, by more than 30; the numbers are the rule's | 银川 2025 for 10 and 30. **Between 0 and 10 it says nothing: green is our choice**, and the sentence still says how far behind. A rule with 0 points for slow leaves no such room |
//! | allowance: a flow or total from 0 with ≤ or < | used *a* ÷ *t* against the same expected progress; points = expected − used | ours: what may be used up is judged by what should be left |
//! | broken allowance | at once missed: an amount cannot be taken back | ours |
//! | level, or a target on whose right side the baseline is | complies: green, at the year's end met; not: red, at the year's end missed; not yet at the level of a *later* year: amber | a ratio to hold has no progress; the colours are ours |
//! | compliance | >, ≥, ≤, < as written: 180 does not exceed 180; 达到 and a bare number like ≥ | 突破 is more than; for the bare number the sentence says how it was read |
//! | met before its year is over | as soon as the figure complies, and for as long | 金寨 2025: "done early" is a class of its own |
//! | verdict | by the figure of December of the target's year; after the last target's year it stays | 年底对账 |
//! | indicator that exists once a year | not judged by months; last year's verdict stays until the next figure is due | 宣城: such indicators leave the denominator |
//! | outdated | the last figure whose window has closed is newer than the latest one there is, and nobody has answered for it; nothing before the plan's first month, or before the page was used | windows of the plan's cycle, as the bureau moved them |
//! | stock without baseline | on the way not judged; reached or missed all the same | ours: the baseline matters only on the way; the page asks for it |
//! | figure from after the last target's year | shown, judged by nothing; without a figure of that year's December the indicator is not judged any more | ours: no target is invented for a later year |
//! | what stands in place of a figure | `docs/MEANING.md`, decided by [`super::meaning`] | ours |
//! | gap | *t* − *a*; for a limit *a* − *t* | |
//! | pace needed | gap ÷ months after *m* until *T*; in an allowance what is left ÷ the same | |
//! | best pace | the largest rise per month between two figures next to each other, the start included | ours |
//! | last month | *T* − ⌈gap ÷ best pace⌉ + 1: when the best pace has to begin; for > and < a month more where it would hit the target exactly | ours |
//! | forecast | slope: median of the slopes of all pairs; value: the last figure + slope · months to go; from 3 figures on | slope: Theil 1950; Sen 1968, J. Am. Stat. Assoc. 63, 1379: one wrong figure does not move it. That it goes on from the last figure, and not from a line through all, is ours: a stock or total is where it is |
//! | range of a forecast | the same with the slopes of ranks (N ∓ 1.645 √(n(n−1)(2n+5)/18)) ÷ 2 of N pairs, rounded outwards | Sen 1968: holds nine slopes in ten. For 3 or 4 figures it is the whole range of slopes |
//!
//! A forecast for the plan's end is not made for a yearly flow before the last year: months of one year say nothing
//! of another year's. None is made for a level.
