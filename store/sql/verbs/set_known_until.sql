-- The moment (UTC) until which something counts as known for this cursor; null for now.
set variable known_until = $known_until::timestamp
