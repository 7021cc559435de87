-- The days before which seats that ended, and moments before which lines of the audit, are kept no longer.
select
    ($today::date - to_months($seats::int))::date as seats_before,
    $today::date - to_months($audit::int) as audit_before
