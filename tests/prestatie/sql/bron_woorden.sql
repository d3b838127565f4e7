-- The tables that every engine starts from, as a reader of the CSV has them: texts. Each query stands under its name.
-- naam: oordelen
select o.oordeel_nr, m.meting_id as meting, i.indicator_id as indicator, u.uitkomst
from opslag.oordeel as o
inner join opslag.meting as m using (meting_nr)
inner join opslag.indicator as i using (indicator_nr)
inner join opslag.uitkomst as u using (uitkomst_nr)
order by o.oordeel_nr;
-- naam: metingen
select m.meting_id as meting, a.aanpak_id as aanpak, k.kader_id as kader, e.editie_id as editie, m.peiljaar, m.moment,
    b.bewijs
from opslag.meting as m
inner join opslag.aanpak as a using (aanpak_nr)
inner join opslag.kader as k using (kader_nr)
inner join opslag.editie as e using (editie_nr)
inner join opslag.bewijs as b using (bewijs_nr)
order by m.meting_nr;
-- naam: aanpakken
select a.aanpak_id as aanpak, g.gemeente_code as gemeente, a.einde
from opslag.aanpak as a
inner join opslag.gemeente as g using (gemeente_nr)
order by a.aanpak_nr;
-- naam: opvolgers
select v.aanpak_id as van, n.aanpak_id as naar
from opslag.aanpak_opvolging as o
inner join opslag.aanpak as v on o.van_nr = v.aanpak_nr
inner join opslag.aanpak as n on o.naar_nr = n.aanpak_nr
order by all;
-- naam: indicatoren
select i.indicator_id as indicator, 'begrip-' || i.begrip_nr as begrip, e.editie_id as editie
from opslag.indicator as i
inner join opslag.editie as e using (editie_nr)
order by i.indicator_nr;
