-- vraag: which share of the verbeterpunten of a thema was picked up in each gemeente?
-- korrel: one row per thema (by name: two editions may share it) × gemeente that has verbeterpunten in the period
-- parameters: as totalen.sql
with

per_thema as (
    select b.thema_nr, e.gemeente_nr, e.status_nr, e.was_verbeterpunt, e.verteld, e.overgenomen, count(*) as n
    from opslag.eenheden($selectie, $periode, $eenheid, $verloop) as e
    inner join opslag.begrip_naam as b using (begrip_nr)
    group by b.thema_nr, e.gemeente_nr, e.status_nr, e.was_verbeterpunt, e.verteld, e.overgenomen
),

geteld as (
    select
        t.thema, p.gemeente_nr,
        min(t.thema_id) as thema_id,
        min(t.volgorde) as thema_volgorde,
        unnest(opslag.geteld(p.status_nr, p.was_verbeterpunt, p.verteld, p.overgenomen, p.n))
    from per_thema as p
    inner join opslag.thema as t using (thema_nr)
    group by t.thema, p.gemeente_nr
    having bool_or(p.was_verbeterpunt)
),

-- what is no verbeterpunt does not count, so its rapport is not behind the share
verbeterpunt as (
    select b.thema, s.gemeente_nr, s.rapport_nr, s.toets_nr
    from opslag.uit_selectie('opslag.telrij', $selectie, $periode, $verloop) as s
    inner join opslag.begrip_naam as b using (begrip_nr)
    where s.was_verbeterpunt
),

rapport as (
    select v.thema, v.gemeente_nr, array_to_string(list_sort(list(r.rapport_id)), ' + ') as rapporten
    from (
        select thema, gemeente_nr, rapport_nr from verbeterpunt
        union
        select p.thema, p.gemeente_nr, m.rapport_nr
        from verbeterpunt as p
        inner join opslag.toets_meting using (toets_nr)
        inner join opslag.meting as m using (meting_nr)
    ) as v
    inner join opslag.rapport as r using (rapport_nr)
    group by v.thema, v.gemeente_nr
)

select
    c.thema as rij, '' as rij_groep, g.gemeente as kolom, g.gemeente_code, c.thema_id, c.thema_volgorde,
    c.* exclude (thema, gemeente_nr, thema_id, thema_volgorde), -- noqa: RF02
    r.rapporten
from geteld as c
inner join opslag.gemeente as g using (gemeente_nr)
inner join rapport as r using (thema, gemeente_nr)
order by c.thema_volgorde, c.thema_id, g.gemeente, g.gemeente_code
