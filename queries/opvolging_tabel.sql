-- vraag: what became of each verdict, with the texts and places on which that rests?
-- korrel: one row per step or course (never combined: the unit does not matter here); begrip_id and thema_nu are those
--   of the newest edition, by which shares are counted
-- parameters: selectie, periode and verloop as totalen.sql, and statussen (null: all)
with

stap as (
    select *
    from opslag.gekozen($selectie, $periode, $verloop)
    where $statussen is null or list_contains($statussen::varchar[], status)
),

-- What the metingen of a test printed, together. The tests are asked for in numbers: with stap used twice all its words
-- would be kept at once, also where only rows are counted.
gedrukt as (
    select
        tm.toets_nr, i.begrip_nr,
        string_agg(o.toelichting, ' / ' order by o.oordeel_nr) as toelichting,
        string_agg(distinct o.vindplaats, ' / ' order by o.vindplaats) as vindplaats
    from opslag.toets_meting as tm
    inner join opslag.oordeel as o using (meting_nr)
    inner join opslag.indicator as i using (indicator_nr)
    where
        tm.toets_nr in (
            select t.toets_nr from opslag.uit_selectie('opslag.telling', $selectie, $periode, $verloop) as t
        )
    group by tm.toets_nr, i.begrip_nr
)

select
    s.gemeente,
    s.gemeente_code,
    s.provincie,
    s.kader,
    s.thema,
    s.onderwerp,
    s.indicator,
    s.indicator_id,
    s.aanpak_van,
    s.jaar_van,
    s.uitkomst_van, s.bewijs_van, o.toelichting as toelichting_van, s.rapport_van, o.vindplaats as vindplaats_van,
    s.aanpak_naar, s.jaar_naar, s.uitkomst_naar, s.bewijs_naar, g.toelichting as toelichting_naar, s.rapport_naar,
    g.vindplaats as vindplaats_naar, s.status, s.was_verbeterpunt, s.overgenomen, s.niet_meer_in_kader,
    s.aanpak_van_id as kolom_id, s.periode, n.indicator_id as begrip_id, n.thema as thema_nu
from stap as s
inner join opslag.oordeel as o using (oordeel_nr)
inner join opslag.indicator as i on o.indicator_nr = i.indicator_nr
inner join opslag.begrip_naam as n on i.begrip_nr = n.begrip_nr
left join gedrukt as g on s.toets_nr = g.toets_nr and i.begrip_nr = g.begrip_nr
order by
    s.thema_volgorde, s.thema, s.indicator_volgorde, s.indicator_id, s.gemeente, s.aanpak_van, s.jaar_van,
    s.jaar_naar nulls last, s.aanpak_van_id, s.moment_van, s.oordeel_nr
