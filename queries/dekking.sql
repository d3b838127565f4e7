-- vraag: how many gemeenten of each onderzoeksronde are in this collection, and how many are known by name?
-- korrel: one row per onderzoeksronde; hier: with a meting in it; genoemd: those, and whom ronde_deelname names
--   (data/controles/rondes.sql counts the same, and holds that it fits in aantal_gemeenten)
-- parameters: none
with

gemeten as (
    select m.ronde_nr, a.gemeente_nr, min(m.moment) as eerst
    from opslag.meting as m
    inner join opslag.aanpak as a using (aanpak_nr)
    where m.ronde_nr is not null
    group by m.ronde_nr, a.gemeente_nr
),

bekend as (
    select ronde_nr, gemeente_nr from gemeten
    union
    select ronde_nr, gemeente_nr from opslag.ronde_deelname
),

-- one that no rapport names and that was first looked at after it took over another: of the round it is that other one
vervolg as (
    select g.ronde_nr, g.gemeente_nr, o.omvat_nr as eerder_nr
    from gemeten as g
    anti join opslag.ronde_deelname as d on g.ronde_nr = d.ronde_nr and g.gemeente_nr = d.gemeente_nr
    inner join opslag.gebiedswijziging as w
        on g.gemeente_nr = w.naar_nr and w.soort = 'opgegaan_in' and g.eerst >= w.datum
    inner join opslag.gemeente_omvat as o on w.van_nr = o.gemeente_nr
),

hier as (
    select
        m.ronde_nr, g.gemeente_code,
        g.gemeente
        || if(count(*) over (partition by m.ronde_nr, g.gemeente) > 1, ' (' || g.gemeente_code || ')', '') as gemeente
    from gemeten as m
    inner join opslag.gemeente as g using (gemeente_nr)
    where
        (m.ronde_nr, m.gemeente_nr) not in (
            select (v.ronde_nr, v.gemeente_nr) from vervolg as v
            semi join gemeten as e on v.ronde_nr = e.ronde_nr and v.eerder_nr = e.gemeente_nr
        )
),

genoemd as (
    select b.ronde_nr, count(*) as genoemd
    from bekend as b
    where
        (b.ronde_nr, b.gemeente_nr) not in (
            select (v.ronde_nr, v.gemeente_nr) from vervolg as v
            semi join bekend as e on v.ronde_nr = e.ronde_nr and v.eerder_nr = e.gemeente_nr
        )
    group by b.ronde_nr
),

geteld as (
    select ronde_nr, count(*) as hier, string_agg(gemeente, ', ' order by gemeente, gemeente_code) as gemeenten_hier
    from hier
    group by ronde_nr
)

select
    r.ronde_id, r.ronde, k.kader_id, k.kader, r.jaar_van, r.jaar_tot, r.aantal_gemeenten,
    coalesce(h.hier, 0) as hier, h.gemeenten_hier,
    coalesce(g.genoemd, 0) as genoemd, r.bron, r.opmerking
from opslag.ronde as r
inner join opslag.kader as k using (kader_nr)
left join geteld as h using (ronde_nr)
left join genoemd as g using (ronde_nr)
order by r.jaar_van, r.ronde_id
