-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- Which rows of a large table may share their key with another?
with

som as (
    select rij, hash($sleutel) as som from ruw.$tabel
),

vaker as (
    select som from som
    group by som
    having count(*) > 1
)

select s.rij
from som as s
semi join vaker using (som)
