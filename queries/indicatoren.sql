-- vraag: which indicatoren are there, and under what do they stand?
-- korrel: one row per indicator; begrip_id is the id of the same indicator in the newest edition that holds it
-- parameters: none
select
    i.indicator_id, b.indicator_id as begrip_id, i.indicator, i.kort, i.kader_id, i.kader, i.editie_id, i.thema_id,
    i.thema, i.criterium, i.onderwerp_id, i.onderwerp, i.onderwerp_reden, i.operationalisering, i.thema_reden,
    i.niet_meer_in_kader
from indicatoren as i
inner join opslag.begrip_naam as b using (begrip_nr)
order by i.kader_id, i.thema_volgorde, i.thema_id, i.indicator_volgorde, i.indicator_id
