-- what stands in the schema of the product
select table_name from duckdb_tables()
where schema_name = 'opslag'
order by table_name;
