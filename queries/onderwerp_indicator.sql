-- vraag: what does an indicator say in each edition of its kader, and under what does it stand there?
-- korrel: one row per edition that holds the indicator, newest first
-- parameters: indicator (indicator_id of any edition)
select
    i.indicator_id, e.editie, i.indicator, i.kort, i.kader_id, i.kader, i.thema, i.criterium, i.onderwerp_id,
    i.onderwerp, i.operationalisering, i.thema_reden, i.onderwerp_reden, i.niet_meer_in_kader, n.opmerking
from indicatoren as i
inner join opslag.editie as e using (editie_id)
inner join opslag.indicator as n using (indicator_nr)
where
    i.begrip_nr = (
        select j.begrip_nr from indicatoren as j
        where j.indicator_id = $indicator
    )
order by e.volgorde desc, e.editie_id desc
