-- the same GROUP BY without any follow-up: one row per gemeente × indicator, how many oordelen have each uitkomst
create temp table zonder_opvolging as
select
    a.gemeente_nr as gemeente, o.indicator_nr as indicator,
    count(*) filter (where o.uitkomst_nr = 1) as voldoet,
    count(*) filter (where o.uitkomst_nr = 2) as verbeterpunt,
    count(*) filter (where o.uitkomst_nr = 3) as gemengd,
    count(*) filter (where o.uitkomst_nr = 4) as niet_beoordeeld
from opslag.oordeel as o
inner join opslag.meting as m using (meting_nr)
inner join opslag.aanpak as a using (aanpak_nr)
group by a.gemeente_nr, o.indicator_nr;
