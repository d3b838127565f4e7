-- vraag: which of the facts in this database are not public yet?
-- korrel: one row per concept levering in force; rapporten: the titles of its rapporten, none where it holds no rapport
-- parameters: none
select
    l.levering_id, l.aanvaard_op, l.toelichting,
    coalesce(list(r.titel order by r.titel) filter (where r.titel is not null), []) as rapporten
from opslag.levering as l
left join opslag.rapport as r using (levering_id)
where l.concept and l.van_kracht
group by l.levering_id, l.aanvaard_op, l.toelichting
order by l.levering_id
