-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- Which rows of a large table name something that is nowhere?
select t.rij
from ruw.$tabel as t
anti join ruw.$doel_tabel as d on t.$kolom = d.$doel_kolom
where t.$kolom is not null
