create table {kept} ({columns})
