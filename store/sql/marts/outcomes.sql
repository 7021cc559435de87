-- One row per measure, cohort and period.
-- Readers: secretariat, board, partner
-- Small numbers: numerator, denominator, value
select
    body, measure, cohort, period, numerator, denominator, value, comparator, file, line,
    null::text[] as suppressed
from staging.outcomes
