-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- Which rows of a large table have a cell with a word that is not in the list of its column?
select t.rij
from ruw.$tabel as t
anti join ruw.lijst as l on t.$kolom = l.waarde and l.lijst = '$lijst'
where t.$kolom is not null
