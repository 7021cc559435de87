-- The day as of which this cursor reads; null for all that there is.
set variable as_of = $on::date
