-- vraag: which oordelen does one rapport give?
-- korrel: one row per oordeel of which this rapport is the printing that counts
-- parameters: rapport (rapport_id)
select
    gemeente_code, gemeente, aanpak, kader, thema, indicator_id, indicator, peiljaar, bewijs, uitkomst, teken_gedrukt,
    thema_gedrukt, toelichting, opmerking, vindplaats, pagina
from oordelen
where rapport_id = $rapport
order by kader, gemeente, thema_volgorde, thema, indicator_volgorde, indicator_id, peiljaar, moment, aanpak, meting_id
