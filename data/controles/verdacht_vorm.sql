-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- Which rows of a large table have a cell that is not as its column asks?
select rij from ruw.$tabel
where ruw.keur($kolom, '$soort', $verplicht) is not null
