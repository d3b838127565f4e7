-- one row: how many verbeterpunten the follow-up has (their first step), of how many the wrong query gives another
-- status, and how many opgepakt each of the two finds
select
    count(*) as verbeterpunten,
    count(*) filter (where f.status_nr is distinct from s.status_nr) as verkeerd,
    count(*) filter (where s.status_nr = 1) as opgepakt,
    count(*) filter (where f.status_nr = 1) as fout_opgepakt
from stap as s
left join fout as f using (oordeel_nr)
where s.uitkomst_van_nr in (2, 3) and s.volg_nr = s.begin_nr + 1;
