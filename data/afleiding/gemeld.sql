-- Gemeld, per docs/methode.md section 6: what is open and of which the gemeente says that it was done. Nobody tested
-- it, so nothing here changes what is open, a figure of the opvolging or of the verloop.

-- one row per actiepunt of which a reactie speaks: the rapport of the latest reactie
create table opslag.actiepunt_gemeld as
select
    g.actiepunt_nr as bevinding_nr,
    arg_max(r.rapport_nr, (laatste_dag(r.gepubliceerd), r.rapport_id)) as rapport_nr
from opslag.gemeld_actiepunt as g
inner join opslag.bevinding using (bevinding_nr)
inner join opslag.rapport as r using (rapport_nr)
group by g.actiepunt_nr;

-- one row per open row of the stand of which every branch that makes it open is told of, after all that is known of it
create table opslag.stand_gemeld as
with

reactie as (
    select
        g.aanpak_nr as bron_nr, i.kader_nr, i.begrip_nr, laatste_dag(r.gepubliceerd) as op, r.rapport_id, r.rapport_nr
    from opslag.gemeld_indicator as g
    inner join opslag.bevinding using (bevinding_nr)
    inner join opslag.rapport as r using (rapport_nr)
    inner join opslag.indicator as i using (indicator_nr)
),

open_tak as (
    select t.aanpak_nr, t.kader_nr, t.begrip_nr, t.bron_nr, s.moment
    from stand_tak as t
    inner join opslag.stand as s using (aanpak_nr, kader_nr, begrip_nr)
    where s.open and is_verbeterpunt(t.uitkomst_nr)
),

per_tak as (
    select
        t.aanpak_nr, t.kader_nr, t.begrip_nr, t.bron_nr,
        max((r.op, r.rapport_id, r.rapport_nr)) filter (where r.op is not null) as laatste
    from open_tak as t
    left join reactie as r
        on t.bron_nr = r.bron_nr and t.kader_nr = r.kader_nr and t.begrip_nr = r.begrip_nr and t.moment <= r.op
    group by t.aanpak_nr, t.kader_nr, t.begrip_nr, t.bron_nr
)

select aanpak_nr, kader_nr, begrip_nr, arg_max(laatste[3], laatste) as rapport_nr
from per_tak
group by aanpak_nr, kader_nr, begrip_nr
having count(*) = count(laatste);
