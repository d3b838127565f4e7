-- The bare scans: of each question a plain sum over the columns that it needs, of the rows that it reads.
-- Each under the name in the comment before it; parameters: those of the question, as numbers.

-- naam: totalen, aanpak
select
    sum(gemeente_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(bewijs_naar_nr)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: totalen, gemeente
select
    sum(gemeente_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    count_if(verteld)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: totalen gefilterd, aanpak
select
    sum(gemeente_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(bewijs_naar_nr)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar
    and list_contains($begrippen, begrip_nr) and list_contains($gemeenten, gemeente_nr);

-- naam: totalen gefilterd, gemeente
select
    sum(gemeente_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    count_if(verteld)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar
    and list_contains($begrippen, begrip_nr) and list_contains($gemeenten, gemeente_nr);

-- naam: heatmap, aanpak
select
    sum(aanpak_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(uitkomst_van_nr),
    sum(uitkomst_naar_nr)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: heatmap, gemeente
select
    sum(gemeente_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(uitkomsten_van),
    sum(uitkomsten_naar)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: heatmap gefilterd, aanpak
select
    sum(aanpak_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(uitkomst_van_nr),
    sum(uitkomst_naar_nr)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar
    and list_contains($begrippen, begrip_nr) and list_contains($gemeenten, gemeente_nr);

-- naam: heatmap gefilterd, gemeente
select
    sum(gemeente_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(uitkomsten_van),
    sum(uitkomsten_naar)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar
    and list_contains($begrippen, begrip_nr) and list_contains($gemeenten, gemeente_nr);

-- naam: statussen_per_thema, aanpak
select
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: statussen_per_thema, gemeente
select
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: cijfers, aanpak
select
    sum(gemeente_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(bewijs_naar_nr)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: cijfers, gemeente
select
    sum(gemeente_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    count_if(verteld)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: aandeel_per_gemeente, aanpak
select
    sum(gemeente_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(bewijs_naar_nr),
    (
        select sum(rapport_nr) + sum(toets_nr) from opslag.telling
        where
            verloop = $verloop
            and kader_nr = $kader_nr
            and jaar_van = $jaar_van
            and jaar_naar is not distinct from $jaar_naar
    ),
    (select sum(toets_nr) + sum(meting_nr) from opslag.toets_meting),
    (select sum(rapport_nr) from opslag.meting),
    (select max(rapport_id) from opslag.rapport)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: aandeel_per_gemeente, gemeente
select
    sum(gemeente_nr),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    count_if(verteld),
    (
        select sum(rapport_nr) + sum(toets_nr) from opslag.telling
        where
            verloop = $verloop
            and kader_nr = $kader_nr
            and jaar_van = $jaar_van
            and jaar_naar is not distinct from $jaar_naar
    ),
    (select sum(toets_nr) + sum(meting_nr) from opslag.toets_meting),
    (select sum(rapport_nr) from opslag.meting),
    (select max(rapport_id) from opslag.rapport)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: aandeel_per_periode, aanpak
select
    sum(jaar_van),
    sum(jaar_naar),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(bewijs_naar_nr),
    (
        select sum(rapport_nr) + sum(toets_nr) from opslag.telling
        where
            verloop = $verloop and kader_nr = $kader_nr
    ),
    (select sum(toets_nr) + sum(meting_nr) from opslag.toets_meting),
    (select sum(rapport_nr) from opslag.meting),
    (select max(rapport_id) from opslag.rapport)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr;

-- naam: aandeel_per_periode, gemeente
select
    sum(jaar_van),
    sum(jaar_naar),
    sum(begrip_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    count_if(verteld),
    (
        select sum(rapport_nr) + sum(toets_nr) from opslag.telling
        where
            verloop = $verloop and kader_nr = $kader_nr
    ),
    (select sum(toets_nr) + sum(meting_nr) from opslag.toets_meting),
    (select sum(rapport_nr) from opslag.meting),
    (select max(rapport_id) from opslag.rapport)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr;

-- naam: selectie_waarschuwing
select
    sum(meting_nr),
    sum(toets_nr),
    (select sum(toets_nr) + sum(meting_nr) from opslag.toets_meting),
    (select sum(dekking_nr) from opslag.meting)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar;

-- naam: kaart, aanpak
select
    sum(gemeente_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    sum(bewijs_naar_nr),
    (select sum(gemeente_nr) from opslag.meting_gemeente),
    (select max(gemeente) from opslag.gemeente)
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van
    and (jaar_naar is null or jaar_naar = $jaar_naar);

-- naam: kaart, gemeente
select
    sum(gemeente_nr),
    sum(status_nr),
    count_if(was_verbeterpunt),
    count_if(verteld),
    (select sum(gemeente_nr) from opslag.meting_gemeente),
    (select max(gemeente) from opslag.gemeente)
from opslag.cel_gemeente
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van
    and (jaar_naar is null or jaar_naar = $jaar_naar);

-- naam: periodes
select sum(jaar_van), sum(jaar_naar), sum(verbeterpunten), sum(gemeenten_met_verbeterpunt)
from opslag.periode_telling
where kader_nr = $kader_nr and verloop = $verloop;

-- naam: kaders
select sum(kader_nr), sum(metingen), sum(oordelen)
from opslag.meting_gemeente;

-- naam: themas
select sum(thema_nr), sum(kader_nr)
from opslag.indicator;

-- naam: gemeenten_met_meting
select sum(m.kader_nr), sum(m.gemeente_nr), (select max(g.gemeente) from opslag.gemeente as g)
from opslag.meting_gemeente as m;

-- naam: heatmap_rijen
select sum(begrip_nr), max(indicator), max(kort), max(thema)
from opslag.begrip_naam;

-- naam: heatmap_kolommen, aanpak
select
    sum(m.kader_nr),
    sum(m.aanpak_nr),
    (select max(a.aanpak) from opslag.aanpak as a),
    (select max(a.aanpak_id) from opslag.aanpak as a)
from opslag.meting as m;

-- naam: dekking
select
    sum(m.ronde_nr),
    sum(m.aanpak_nr),
    (select sum(a.gemeente_nr) from opslag.aanpak as a),
    (select sum(d.gemeente_nr) from opslag.ronde_deelname as d)
from opslag.meting as m;

-- naam: open_nu
select sum(kader_nr), sum(open), sum(onbekend), sum(indicatoren), min(sinds)
from opslag.stand_gemeente;

-- naam: open_per_gemeente
select sum(kader_nr), sum(gemeente_nr), sum(open), sum(onbekend), sum(indicatoren), min(sinds), max(rapporten)
from opslag.stand_gemeente;

-- naam: onbekend_per_kader
select sum(gemeente_nr), sum(jaar_van), sum(status_nr), count_if(was_verbeterpunt), count_if(overgenomen)
from opslag.telling
where verloop = $verloop and kader_nr = $kader_nr;
