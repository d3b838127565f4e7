-- the pair of years with most steps, and that with most courses, tested again: kader_id, kader_nr and the years
select k.kader_id, t.kader_nr, t.jaar_van, t.jaar_naar
from opslag.telling as t
inner join opslag.kader as k using (kader_nr)
where t.verloop = $verloop and t.jaar_naar is not null
group by all
order by count(*) desc, k.kader_id, t.jaar_van, t.jaar_naar
limit 1
