-- vraag: what does one of the public views hold?
-- korrel: that of the view (data/afleiding/views.sql), in the order of its columns; without the numbers that only mean
--   something within one database, and without the moment it was built: the same facts give the same answer everywhere
-- parameters: view
select columns(lambda kolom: not regexp_full_match(kolom, '.*_nr|gebouwd_op'))
from query_table($view)
order by all
