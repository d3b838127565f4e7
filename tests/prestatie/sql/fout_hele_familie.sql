-- Wrong on purpose: a window over a whole merged lineage as if it were one aanpak. What a sister showed before the merger
-- reads as a follow-up.
create temp table fout as
with recursive

buur as (
    select van_nr as een, naar_nr as ander from opslag.aanpak_opvolging
    union
    select naar_nr, van_nr from opslag.aanpak_opvolging
),

verbonden as (
    select aanpak_nr, aanpak_nr as lid_nr from opslag.aanpak
    union
    select v.aanpak_nr, b.ander
    from verbonden as v
    inner join buur as b on v.lid_nr = b.een
),

familie as (
    select aanpak_nr, min(lid_nr) as familie_nr from verbonden
    group by aanpak_nr
),

volgende as (
    select
        o.oordeel_nr, o.uitkomst_nr, m.aanpak_nr,
        lead(o.uitkomst_nr) over (
            partition by f.familie_nr, m.kader_nr, i.begrip_nr order by m.moment, m.meting_id
        ) as naar_nr
    from opslag.oordeel as o
    inner join opslag.meting as m using (meting_nr)
    inner join opslag.indicator as i using (indicator_nr)
    inner join familie as f using (aanpak_nr)
)

select
    o.oordeel_nr,
    case
        when o.naar_nr is null then if(v.einde is null, 7, 8)
        when o.naar_nr = 4 then 6
        else status(o.uitkomst_nr, o.naar_nr)
    end as status_nr
from volgende as o
inner join opslag.leven as v using (aanpak_nr)
where o.uitkomst_nr <= 3;
