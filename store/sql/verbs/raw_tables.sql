-- The raw tables that lie there.
select table_name from duckdb_tables() where schema_name = 'raw' order by table_name
