-- vraag: which rapporten are behind the verbeterpunten of a selection, and where does each print them?
-- korrel: one row per rapport in which a selected verbeterpunt was found or tested (where none was found, in which
--   anything selected was); vindplaatsen: the distinct places there, in order, without the row and column of one cell;
--   empty where it tested without a verdict on any of them
-- parameters: as totalen.sql, without eenheid
with

keus as materialized (
    select oordeel_nr, rapport_nr, begrip_nr, toets_nr, was_verbeterpunt
    from opslag.uit_selectie('opslag.telrij', $selectie, $periode, $verloop)
),

-- where nothing was a verbeterpunt, that is the finding: then all that was judged is behind it
stap as (
    select oordeel_nr, rapport_nr, begrip_nr, toets_nr
    from keus
    where was_verbeterpunt or not (select coalesce(bool_or(k.was_verbeterpunt), false) from keus as k)
),

-- the cells that say what became of it, under whichever edition; a test may have printed none
gedrukt as (
    select rapport_nr, oordeel_nr from stap
    union
    select coalesce(o.rapport_nr, m.rapport_nr) as rapport_nr, o.oordeel_nr
    from stap
    inner join opslag.toets_meting as tm on stap.toets_nr = tm.toets_nr
    inner join opslag.meting as m on tm.meting_nr = m.meting_nr
    left join opslag.indicator as i on stap.begrip_nr = i.begrip_nr and m.editie_nr = i.editie_nr
    left join opslag.oordeel as o on m.meting_nr = o.meting_nr and i.indicator_nr = o.indicator_nr
),

cel as (
    select
        g.rapport_nr, o.pagina, i.thema_volgorde, i.indicator_volgorde,
        nullif(regexp_replace(o.vindplaats, '(^|, )rij \d+.*$', ''), '') as deel
    from gedrukt as g
    left join opslag.oordeel as o using (oordeel_nr)
    left join indicatoren as i using (indicator_nr)
),

plek as (
    select
        rapport_nr,
        concat_ws(
            ', ', deel, if(regexp_matches(coalesce(deel, ''), '\bp\. ?\d'), null, 'p. ' || pagina)
        ) as plek,
        min(pagina) as pagina,
        min(thema_volgorde) as thema_volgorde,
        min(indicator_volgorde) as indicator_volgorde
    from cel
    group by all
),

per_rapport as (
    select
        rapport_nr,
        coalesce(
            list(plek order by pagina nulls first, thema_volgorde, indicator_volgorde, plek)
            filter (where plek <> ''),
            []
        ) as vindplaatsen
    from plek
    group by rapport_nr
)

select r.rapport_id, r.titel, r.uitgever, r.gepubliceerd, p.vindplaatsen
from per_rapport as p
inner join opslag.rapport as r using (rapport_nr)
order by r.gepubliceerd, r.rapport_id
