-- vraag: what do the reports say in words about a gemeente, and what follow-up did they announce?
-- korrel: one row per bevinding of the gemeente and of what it took over, newest rapport first; uiterste_dag: the last
--   day of the announced follow-up; later_gemeten: a later meting of this gemeente is here
-- parameters: gemeente (gemeente_code)
with

hier as (
    select g.gemeente_nr, g.gemeente_code from opslag.met_opgegane([$gemeente]) as g
),

laatste_meting as (
    select max(m.moment) as moment
    from metingen as m
    where m.gemeente_code in (select h.gemeente_code from hier as h)
)

select
    b.bevinding_id, b.soort, b.titel, b.tekst, b.onderwerp_id, b.onderwerp, b.indicatoren, b.voor_wie, b.aanpak,
    b.gemeente_code, b.gemeente, b.vindplaats, b.pagina, b.opvolging_verwacht_van, b.opvolging_verwacht_tot,
    laatste_dag(b.opvolging_verwacht_tot) as uiterste_dag, b.stand, b.opmerking,
    b.rapport_id, r.titel as rapport, r.gepubliceerd,
    b.gemeld_in, d.titel as gemeld_rapport, d.gepubliceerd as gemeld_op,
    coalesce(l.moment > laatste_dag(r.gepubliceerd), false) as later_gemeten
from bevindingen as b
inner join opslag.rapport as r using (rapport_nr)
left join opslag.rapport as d on b.gemeld_in = d.rapport_id
cross join laatste_meting as l
where b.gemeente_nr in (select h.gemeente_nr from hier as h)
order by laatste_dag(r.gepubliceerd) desc, b.rapport_id asc, b.bevinding_id asc
