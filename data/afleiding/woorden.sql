-- What nearly every question names, in words. Tables and not views: there are a hundred indicatoren, and to plan six
-- joins takes DuckDB longer than to carry them out, for each view in which they stand again.

-- begrippen that the newest edition of their kader still holds
create table opslag.begrip_nu as
select distinct i.begrip_nr
from opslag.indicator as i
inner join opslag.editie as e using (editie_nr)
where e.volgorde = (
    select max(n.volgorde) from opslag.editie as n
    where n.kader_nr = e.kader_nr
);

-- one row per indicator, with its kader in words: what the view indicatoren gives
create table opslag.indicator_in_woorden as
select
    i.indicator_nr, i.begrip_nr, i.indicator_id, i.indicator, i.kort, k.kader_id, k.kader, k.niveau, e.editie_id,
    t.thema_id, t.thema, c.criterium, o.onderwerp_id, o.onderwerp, t.volgorde as thema_volgorde,
    i.volgorde as indicator_volgorde, i.operationalisering, i.thema_reden, i.onderwerp_reden,
    b.begrip_nr is null as niet_meer_in_kader
from opslag.indicator as i
inner join opslag.kader as k using (kader_nr)
inner join opslag.editie as e using (editie_nr)
inner join opslag.thema as t using (thema_nr)
left join opslag.criterium as c using (criterium_nr)
inner join opslag.onderwerp as o using (onderwerp_nr)
left join opslag.begrip_nu as b using (begrip_nr);
