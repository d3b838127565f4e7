-- vraag: what is known of each gemeente under one kader in one period, and if nothing, why not?
-- korrel: one row per gemeente of now (that no other took over), by name; also one of the past that has a meting;
--   indicatoren: about how many different ones its verbeterpunten are
-- parameters: kader, periode (null: the kader has none), eenheid, verloop (see data/afleiding/tellen.sql)
with

-- steps of the period, and those of the same first year that wait for a test: another period, never added to this one
eenheid as (
    select *, if(opslag.in_periode(jaar_van, jaar_naar, $periode), 'gekozen', 'wacht') as deel
    from opslag.eenheden(opslag.selectie($kader), null, $eenheid, $verloop)
    where
        opslag.in_periode(jaar_van, jaar_naar, $periode)
        or opslag.in_periode(jaar_van, jaar_naar, split_part($periode, '-', 1) || '-')
),

rij as (
    select gemeente_nr, begrip_nr, deel, status_nr, was_verbeterpunt, verteld, overgenomen, count(*) as n
    from eenheid
    group by gemeente_nr, begrip_nr, deel, status_nr, was_verbeterpunt, verteld, overgenomen
),

-- the figures of a gemeente are those of a filter on it: with every gemeente that merged into it
geteld as (
    select
        o.gemeente_nr, r.deel,
        sum(r.n) as rijen,
        count(distinct r.begrip_nr) filter (where r.was_verbeterpunt) as indicatoren,
        unnest(opslag.geteld(r.status_nr, r.was_verbeterpunt, r.verteld, r.overgenomen, r.n))
    from rij as r
    inner join opslag.gemeente_omvat as o on r.gemeente_nr = o.omvat_nr
    group by o.gemeente_nr, r.deel
),

gemeten as (
    select
        o.gemeente_nr,
        array_to_string(list_sort(list_distinct(flatten(list(m.peiljaren)))), ', ') as peiljaren,
        bool_or(m.bekend > 0) as met_oordeel
    from opslag.meting_gemeente as m
    inner join opslag.kader as k using (kader_nr)
    inner join opslag.gemeente_omvat as o on m.gemeente_nr = o.omvat_nr
    where k.kader_id = $kader
    group by o.gemeente_nr
),

deelname as (
    select o.gemeente_nr, array_to_string(list_sort(list_distinct(list(r.ronde))), '; ') as rondes
    from opslag.ronde_deelname as d
    inner join opslag.ronde as r using (ronde_nr)
    inner join opslag.kader as k using (kader_nr)
    inner join opslag.gemeente_omvat as o on d.gemeente_nr = o.omvat_nr
    where k.kader_id = $kader
    group by o.gemeente_nr
),

op_kaart as (
    select distinct o.gemeente_nr
    from opslag.grens as r
    inner join opslag.gemeente_omvat as o on r.gemeente_nr = o.omvat_nr
),

gemeente as (
    select g.*, g.geldig_tot is null or g.geldig_tot > d.kennisdatum as bestaat
    from opslag.gemeente as g
    cross join opslag.dataset as d
    anti join opslag.gebiedswijziging as w on g.gemeente_nr = w.van_nr and w.soort = 'opgegaan_in'
)

select
    g.gemeente_code, g.gemeente, g.provincie, g.fictief, g.bestaat and k.gemeente_nr is not null as op_kaart,
    case
        when t.beoordeeld > 0 then 'beoordeeld'
        when t.niet_beoordeeld > 0 then 'niet_beoordeeld'
        when t.nog_niet_hertoetst > 0 or w.nog_niet_hertoetst > 0 then 'nog_niet_hertoetst'
        when t.vervallen > 0 or w.vervallen > 0 then 'vervallen'
        when t.rijen > 0 then 'geen_verbeterpunt'
        when m.met_oordeel then 'andere_periode'
        when m.gemeente_nr is not null then 'zonder_oordelen'
        when n.gemeente_nr is not null then 'deelgenomen'
        else 'geen_rapport'
    end as soort,
    t.vastgesteld, t.eerder_vastgesteld, t.indicatoren, t.beoordeeld, t.opgepakt, t.verteld, t.getoetst,
    t.deels_opgepakt, t.niet_opgepakt, t.niet_beoordeeld, t.nog_niet_hertoetst, t.vervallen,
    w.nog_niet_hertoetst as wacht, w.vervallen as wacht_niet_meer, w.eerder_vastgesteld as wacht_eerder_vastgesteld,
    m.peiljaren, n.rondes
from gemeente as g
left join geteld as t on g.gemeente_nr = t.gemeente_nr and t.deel = 'gekozen'
left join geteld as w on g.gemeente_nr = w.gemeente_nr and w.deel = 'wacht'
left join gemeten as m on g.gemeente_nr = m.gemeente_nr
left join deelname as n on g.gemeente_nr = n.gemeente_nr
left join op_kaart as k on g.gemeente_nr = k.gemeente_nr
where g.bestaat or m.gemeente_nr is not null
order by g.gemeente, g.gemeente_code
