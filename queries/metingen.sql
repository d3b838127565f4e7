-- vraag: which metingen are there, and on what do they rest?
-- korrel: one row per meting; vindplaats is that of its first oordeel
-- parameters: none
select
    m.gemeente,
    m.gemeente_code,
    m.aanpak,
    m.kader,
    m.peiljaar,
    m.peiljaar_reden,
    m.bezoek_op,
    m.onderzoek_van,
    m.onderzoek_tot,
    m.bewijs,
    m.dekking,
    m.basis,
    m.ronde,
    m.rapport_id,
    min_by(o.vindplaats, o.oordeel_nr) as vindplaats,
    m.meting_id,
    m.opmerking,
    count(o.oordeel_nr) as oordelen,
    count(o.oordeel_nr) filter (where o.uitkomst_nr = voldoet()) as voldoet,
    count(o.oordeel_nr) filter (where o.uitkomst_nr = verbeterpunt()) as verbeterpunt,
    count(o.oordeel_nr) filter (where o.uitkomst_nr = gemengd()) as gemengd,
    count(o.oordeel_nr) filter (where o.uitkomst_nr = uitkomst_niet_beoordeeld()) as niet_beoordeeld
from metingen as m
left join opslag.oordeel as o using (meting_nr)
group by all
order by m.gemeente, m.kader, m.peiljaar, m.aanpak, m.meting_id
