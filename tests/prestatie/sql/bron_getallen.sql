-- The tables that every engine starts from, numbers as keys. Each query stands under its name.
-- naam: oordelen
select oordeel_nr, meting_nr as meting, indicator_nr as indicator, uitkomst_nr::smallint as uitkomst
from opslag.oordeel
order by oordeel_nr;
-- naam: metingen
select
    meting_nr as meting, aanpak_nr as aanpak, kader_nr as kader, editie_nr as editie, peiljaar, moment,
    bewijs_nr::smallint as bewijs
from opslag.meting
order by meting_nr;
-- naam: aanpakken
select aanpak_nr as aanpak, gemeente_nr as gemeente, einde from opslag.aanpak
order by aanpak_nr;
-- naam: opvolgers
select van_nr as van, naar_nr as naar from opslag.aanpak_opvolging
order by all;
-- naam: indicatoren
select indicator_nr as indicator, begrip_nr as begrip, editie_nr as editie from opslag.indicator
order by indicator_nr;
