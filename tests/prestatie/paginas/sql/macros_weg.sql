-- the statements that drop the macros of a filled database
select
    'drop macro ' || if(function_type = 'table_macro', 'table ', '') || schema_name || '.' || function_name as weg
from duckdb_functions()
where not internal
