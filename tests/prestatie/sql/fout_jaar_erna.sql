-- Wrong on purpose: a join on peiljaar + 1. Whoever came back sooner or later than after one year is not seen.
create temp table fout as
with

jaar_erna as (
    select
        o.oordeel_nr, any_value(o.uitkomst_nr) as uitkomst_nr, any_value(m.aanpak_nr) as aanpak_nr,
        arg_max(p.uitkomst_nr, (n.moment, n.meting_id)) as naar_nr
    from opslag.oordeel as o
    inner join opslag.meting as m using (meting_nr)
    inner join opslag.indicator as i using (indicator_nr)
    inner join opslag.lijn as l using (aanpak_nr)
    left join opslag.meting as n on l.lid_nr = n.aanpak_nr and m.kader_nr = n.kader_nr and m.peiljaar + 1 = n.peiljaar
    left join opslag.indicator as j on n.editie_nr = j.editie_nr and i.begrip_nr = j.begrip_nr
    left join opslag.oordeel as p on n.meting_nr = p.meting_nr and j.indicator_nr = p.indicator_nr
    where o.uitkomst_nr <= 3
    group by o.oordeel_nr
)

select
    o.oordeel_nr,
    case
        when o.naar_nr is null then if(v.einde is null, 7, 8)
        when o.naar_nr = 4 then 6
        else status(o.uitkomst_nr, o.naar_nr)
    end as status_nr
from jaar_erna as o
inner join opslag.leven as v using (aanpak_nr);
