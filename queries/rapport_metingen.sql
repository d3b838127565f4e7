-- vraag: which metingen does one rapport print?
-- korrel: one row per meting
-- parameters: rapport (rapport_id)
select
    m.gemeente_code, m.gemeente, m.aanpak, m.kader, m.peiljaar, m.bezoek_op, m.onderzoek_van, m.onderzoek_tot,
    m.bewijs, m.dekking, m.basis, m.peiljaar_reden, m.opmerking
from opslag.meting_rapport
inner join opslag.rapport as r using (rapport_nr)
inner join metingen as m using (meting_nr)
where r.rapport_id = $rapport
order by m.gemeente, m.kader, m.peiljaar, m.moment, m.aanpak, m.meting_id
