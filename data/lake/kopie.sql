-- The statements that make the schema $naar hold the tables of the schema $van, whatever those are; both are written as
-- database.schema. Without tables there it becomes an empty schema. One row, one text.
select
    format('drop schema if exists {0} cascade; create schema {0};', $naar)
    || coalesce(
        string_agg(
            format(' create table {0}."{2}" as from {1}."{2}";', $naar, $van, replace(t.table_name, '"', '""')), ''
            order by t.table_name
        ),
        ''
    ) as opdrachten
from duckdb_tables() as t
where format('{}.{}', t.database_name, t.schema_name) = $van;
