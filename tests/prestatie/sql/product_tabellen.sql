-- The tables of a filled database that is attached as `gevuld`, and their columns but for the texts of oordelen and
-- bevindingen: those are most of the memory, and no part of the question.
select
    table_name,
    string_agg(column_name, ', ' order by column_index) as kolommen
from duckdb_columns()
where
    database_name = 'gevuld' and schema_name = 'opslag'
    and not (data_type = 'VARCHAR' and table_name in ('oordeel', 'bevinding'))
group by table_name
order by table_name;
