-- The kader with the most steps.
select k.kader_id from opslag.opvolging as o
inner join opslag.kader as k using (kader_nr)
group by k.kader_id
order by count(*) desc
limit 1;
