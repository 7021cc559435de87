-- One row that is another where a body's rows in a kept table are others, in whatever order.
select count(*) as count_rows, sum(hash(r)::hugeint) as digest from {kept} as r where body = $body
