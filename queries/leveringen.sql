-- vraag: which leveringen does this database know of, and is it in force there?
-- korrel: one row per levering
-- parameters: none
select levering_id, van_kracht from opslag.levering
order by levering_id
