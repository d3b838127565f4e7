-- vraag: what do the rapporten say in words about an onderwerp or an indicator?
-- korrel: one row per bevinding, by gemeente and rapport
-- parameters: onderwerp (onderwerp_id; null: any), indicator (indicator_id of any edition: only what is linked to it;
--   null: any), gemeenten (gemeente_codes, with what merged into them; null: all), provincies (null: all)
with

begrip as (
    select k.indicator_id
    from indicatoren as i
    inner join indicatoren as k using (begrip_nr)
    where i.indicator_id = $indicator
)

select
    v.bevinding_id, v.gemeente_code, v.gemeente, v.provincie, v.aanpak, v.soort, v.titel, v.tekst, v.onderwerp,
    v.voor_wie, v.stand, v.opvolging_verwacht_van, v.opvolging_verwacht_tot, v.vindplaats, v.pagina, v.rapport_id,
    r.titel as rapport
from bevindingen as v
inner join opslag.rapport as r using (rapport_id)
where
    ($onderwerp is null or v.onderwerp_id = $onderwerp)
    and ($indicator is null or list_has_any(v.indicatoren, (select list(g.indicator_id) from begrip as g)))
    and ($provincies is null or list_contains($provincies::varchar[], v.provincie))
    and (
        $gemeenten is null
        or v.gemeente_code in (select m.gemeente_code from opslag.met_opgegane($gemeenten) as m)
    )
order by v.gemeente, v.gemeente_code, v.rapport_id, v.bevinding_id
