-- vraag: who took part in an onderzoeksronde, as far as the reports say, and is it here?
-- korrel: one row per onderzoeksronde × gemeente × aanpak
-- parameters: none
select
    r.ronde_id, r.ronde, g.gemeente_code, g.gemeente, d.aanpak, d.bron, d.opmerking,
    exists(
        select 1
        from metingen as m
        where
            m.ronde_id = r.ronde_id and m.gemeente_code = g.gemeente_code and (d.aanpak is null or m.aanpak = d.aanpak)
    ) as hier
from opslag.ronde_deelname as d
inner join opslag.ronde as r using (ronde_nr)
inner join opslag.gemeente as g using (gemeente_nr)
order by r.jaar_van, r.ronde_id, g.gemeente, d.aanpak
