-- Which rows of a large table may share their key with another?
select t.rij
from ruw.$tabel as t
where
    hash($sleutel) in (
        select hash($sleutel) from ruw.$tabel
        group by all
        having count(*) > 1
    )
