-- `incoming` is the frame that the store has registered on its cursor.
insert into raw.{name} by name select * from incoming
