-- the tables of a filled database that is attached as `gevuld`
select table_name from duckdb_tables()
where database_name = 'gevuld' and schema_name = 'opslag'
order by table_name;
