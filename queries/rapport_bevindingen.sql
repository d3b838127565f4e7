-- vraag: what does one rapport say in words?
-- korrel: one row per bevinding, in the order of the rapport's own list (bevinding_id)
-- parameters: rapport (rapport_id)
select
    soort, gemeente_code, gemeente, aanpak, titel, tekst, onderwerp_id, onderwerp, indicatoren, voor_wie, vindplaats,
    pagina, opvolging_verwacht_van, opvolging_verwacht_tot, stand, opmerking
from bevindingen
where rapport_id = $rapport
order by bevinding_id
