-- vraag: which leveringen does this database know of, in force or not?
-- korrel: one row per levering
-- parameters: none
select levering_id from opslag.levering
order by levering_id
