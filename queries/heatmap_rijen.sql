-- vraag: which indicatoren can be a row of the heatmap of a kader?
-- korrel: one row per indicator, once over the editions, as the newest one has it; begrip_nr: its number in
--   heatmap.sql, which holds within one database only
-- parameters: kader (kader_id)
select
    b.begrip_nr, b.indicator_id, b.indicator, b.kort, b.thema_id, b.thema, b.thema_volgorde, b.indicator_volgorde
from opslag.begrip_naam as b
where
    b.begrip_nr in (
        select i.begrip_nr
        from opslag.indicator as i
        inner join opslag.kader as k using (kader_nr)
        where k.kader_id = $kader
    )
order by b.thema_volgorde, b.thema_id, b.indicator_volgorde, b.indicator_id
