-- The kinds of which the body has an upload, whether or not it counts.
select distinct kind from staging.uploads where body = $body
