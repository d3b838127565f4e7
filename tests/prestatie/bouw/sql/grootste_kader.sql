-- The kader with the most oordelen.
select k.kader_id from opslag.oordeel as o
inner join opslag.indicator as i using (indicator_nr)
inner join opslag.kader as k using (kader_nr)
group by k.kader_id
order by count(*) desc
limit 1;
