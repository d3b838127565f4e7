-- one row per gemeente × indicator: how many steps have each status
create temp table matrix as
select
    b.gemeente_nr as gemeente, s.indicator_nr as indicator,
    count(*) filter (where s.status_nr = 1) as opgepakt,
    count(*) filter (where s.status_nr = 2) as deels_opgepakt,
    count(*) filter (where s.status_nr = 3) as niet_opgepakt,
    count(*) filter (where s.status_nr = 4) as behouden,
    count(*) filter (where s.status_nr = 5) as teruggevallen,
    count(*) filter (where s.status_nr = 6) as niet_beoordeeld,
    count(*) filter (where s.status_nr = 7) as nog_niet_hertoetst,
    count(*) filter (where s.status_nr = 8) as vervallen
from stap as s
inner join begin as b using (begin_nr)
group by b.gemeente_nr, s.indicator_nr;
