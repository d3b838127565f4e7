-- vraag: which metingen tell of a gemeente, on what do they rest, and what did they find?
-- korrel: one row per meting of an aanpak of gemeente_aanpakken.sql, in order of moment; rapport is the printing that
--   counts
-- parameters: gemeente (gemeente_code)
with

eigen as (
    select a.aanpak_nr
    from aanpakken as a
    where a.gemeente_code in (select m.gemeente_code from opslag.met_opgegane([$gemeente]) as m)
),

verwant as (
    select lid_nr as aanpak_nr from opslag.lijn
    where aanpak_nr in (select e.aanpak_nr from eigen as e)
    union
    select aanpak_nr from opslag.lijn
    where lid_nr in (select e.aanpak_nr from eigen as e)
)

select
    m.meting_id, m.aanpak_id, m.aanpak, m.gemeente_code, m.gemeente, m.kader_id, m.kader, m.niveau, m.peiljaar,
    m.peiljaar_reden, m.moment, m.bezoek_op, m.onderzoek_van, m.onderzoek_tot, m.bewijs, m.dekking, m.basis, m.ronde,
    m.opmerking, m.rapport_id, m.rapport, m.gepubliceerd,
    aanpak_nr not in (select e.aanpak_nr from eigen as e) as elders,
    count(o.oordeel_nr) as oordelen,
    count(o.oordeel_nr) filter (where is_verbeterpunt(o.uitkomst_nr)) as verbeterpunten,
    count(o.oordeel_nr) filter (where o.uitkomst_nr = uitkomst_niet_beoordeeld()) as niet_beoordeeld
from metingen as m
inner join verwant using (aanpak_nr)
left join opslag.oordeel as o using (meting_nr)
group by all
order by m.moment, m.kader_id, m.aanpak, m.meting_id
