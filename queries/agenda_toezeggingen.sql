-- vraag: what was promised by when, in a rapport published on or before the peildatum?
-- korrel: one row per toezegging with an announced date, the earliest first
-- parameters: peildatum (date), gemeenten (codes, null: all; a gemeente includes those that merged into it)
select
    b.gemeente_code, b.gemeente, b.titel, b.voor_wie, b.opvolging_verwacht_van, b.opvolging_verwacht_tot, b.rapport_id,
    r.titel as rapport, b.vindplaats,
    laatste_dag(b.opvolging_verwacht_tot) as uiterlijk,
    coalesce(laatste_dag(b.opvolging_verwacht_tot) < $peildatum::date, false) as voorbij
from bevindingen as b
inner join opslag.rapport as r using (rapport_id)
where
    b.soort = 'toezegging'
    and coalesce(b.opvolging_verwacht_van, b.opvolging_verwacht_tot) is not null
    and laatste_dag(r.gepubliceerd) <= $peildatum::date
    and (
        $gemeenten is null
        or b.gemeente_code in (select m.gemeente_code from opslag.met_opgegane($gemeenten) as m)
    )
order by uiterlijk asc nulls last, b.gemeente asc, b.bevinding_id asc
