-- vraag: which rapporten are here, and what was taken from each?
-- korrel: one row per rapport
-- parameters: none
with

weergave as (
    select rapport_nr, count(*) as weergaven from opslag.weergave
    group by rapport_nr
),

oordeel as (
    select rapport_id, count(*) as oordelen from oordelen
    group by rapport_id
),

meting as (
    select
        mr.rapport_nr, count(*) as metingen, string_agg(distinct m.kader, ', ' order by m.kader) as kaders,
        string_agg(distinct m.gemeente, ', ' order by m.gemeente) as gemeenten
    from opslag.meting_rapport as mr
    inner join metingen as m using (meting_nr)
    group by mr.rapport_nr
),

bevinding as (
    select
        rapport_id, count(*) as bevindingen,
        count(*) filter (where soort in ('aanbeveling', 'verbeterpunt')) as actiepunten
    from bevindingen
    group by rapport_id
)

select
    r.rapport_id, r.titel, r.uitgever, r.gepubliceerd, r.soort, m.gemeenten, m.kaders,
    coalesce(w.weergaven, 0) as weergaven,
    coalesce(m.metingen, 0) as metingen,
    coalesce(o.oordelen, 0) as oordelen,
    coalesce(b.bevindingen, 0) as bevindingen,
    coalesce(b.actiepunten, 0) as actiepunten,
    r.opmerking, r.levering_id, l.aanvaard_op, l.controlegetal
from opslag.rapport as r
left join weergave as w using (rapport_nr)
left join meting as m using (rapport_nr)
left join oordeel as o using (rapport_id)
left join bevinding as b using (rapport_id)
inner join opslag.levering as l using (levering_id)
order by r.gepubliceerd, r.rapport_id
