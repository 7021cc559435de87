-- One row per measure, cohort and period.
-- Readers: secretariat, board, partner
select body, measure, cohort, period, numerator, denominator, value, comparator, file, line
from staging.outcomes
