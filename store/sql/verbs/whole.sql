-- A body's rows of a kept table, in the order of its columns.
select * from {kept} where body = $body order by all
