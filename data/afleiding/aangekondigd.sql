-- Of which indicator a rapport announces follow-up, and when: one row per stand (aanpak × begrip) that has one. Only
-- what the rapport of its latest oordeel announces counts, of that aanpak and indicator; of several the first to end.
create table opslag.aangekondigd as
with

-- not of what was closed since
aankondiging as (
    select
        b.rapport_nr, b.gemeente_nr, b.aanpak_nr, i.begrip_nr, b.bevinding_id, b.soort, b.titel,
        b.opvolging_verwacht_van, b.opvolging_verwacht_tot
    from opslag.bevinding as b
    inner join opslag.bevinding_indicator using (bevinding_nr)
    inner join opslag.indicator as i using (indicator_nr)
    where
        coalesce(b.opvolging_verwacht_van, b.opvolging_verwacht_tot) is not null
        and coalesce(b.stand, 'open') in ('open', 'gemeld')
)

select s.aanpak_nr, s.begrip_nr, a.soort, a.titel, a.opvolging_verwacht_van, a.opvolging_verwacht_tot
from opslag.stand as s
inner join opslag.oordeel as o using (oordeel_nr)
inner join opslag.meting as m on o.meting_nr = m.meting_nr
inner join opslag.aanpak as p on m.aanpak_nr = p.aanpak_nr
inner join aankondiging as a
    on
        o.rapport_nr = a.rapport_nr and s.begrip_nr = a.begrip_nr and p.gemeente_nr = a.gemeente_nr
        and coalesce(m.aanpak_nr = a.aanpak_nr, true)
qualify
    row_number() over (
        partition by s.aanpak_nr, s.begrip_nr
        order by laatste_dag(a.opvolging_verwacht_tot) nulls last, a.bevinding_id
    ) = 1;
