-- vraag: what is open, since when, who should act, when was follow-up announced, and is that past on the peildatum?
-- korrel: one row per verbeterpunt (open, or of unknown stand) and per actiepunt (of any stand), longest open first
-- parameters: peildatum (date); null for all of the others: soorten ('verbeterpunt', 'actiepunt'), gemeenten (codes;
--   a gemeente includes those that merged into it), kaders (ids), themas (names), onderwerpen (ids)
-- via, via_soort: title and kind of the bevinding about the same indicator from which a verbeterpunt has its time.
-- later: found only after the peildatum. Age counts from vanaf: the last day of the peiljaar `sinds`, or of the month
-- (or year) in which the rapport with the actiepunt was published. gemeld: the gemeente says it was done and nobody
-- tested it, gemeld_in the rapport with its latest reactie; a verbeterpunt that is gemeld is open all the same.
with

-- what stands now where a gemeente merged into another
gemeente_nu as (
    select v.gemeente_code, string_agg(n.gemeente, ' en ' order by n.gemeente) as gemeente_nu
    from opslag.gemeente_omvat as m
    inner join opslag.gemeente as v on m.omvat_nr = v.gemeente_nr
    inner join opslag.gemeente as n on m.gemeente_nr = n.gemeente_nr
    anti join opslag.gebiedswijziging as w on n.gemeente_nr = w.van_nr and w.soort = 'opgegaan_in'
    where m.gemeente_nr <> m.omvat_nr
    group by v.gemeente_code
),

verbeterpunt as (
    select
        'verbeterpunt' as soort, s.gemeente_code, s.gemeente, s.provincie, s.aanpak, s.leeft, s.kader,
        [s.kader_id] as kader_ids, [s.thema] as themas, s.onderwerp_id, s.onderwerp, s.indicator_id, s.kort as wat,
        if(s.open, if(s.leeft, 'open', 'gestopt'), 'onbekend') as stand,
        null::varchar as voor_wie,
        s.sinds::integer as sinds,
        s.sinds::varchar as sinds_op,
        laatste_dag(s.sinds::varchar) as vanaf,
        coalesce(laatste_dag(s.sinds::varchar), s.moment) as gevonden,
        s.moment, s.bewijs, s.rapport_nr, s.rapport_id, s.vindplaats, s.niet_meer_in_kader,
        a.titel as via, a.soort as via_soort, a.opvolging_verwacht_van, a.opvolging_verwacht_tot, s.gemeld, s.gemeld_in,
        s.aanpak_id || '~' || s.indicator_id as punt_id
    from opslag.stand_in_woorden as s
    left join opslag.aangekondigd as a on s.aanpak_nr = a.aanpak_nr and s.begrip_nr = a.begrip_nr
    where coalesce(s.open, true)
),

actiepunt as (
    select
        'actiepunt' as soort, a.gemeente_code, a.gemeente, a.provincie, a.aanpak, null::boolean as leeft, w.kader,
        w.kader_ids, w.themas, a.onderwerp_id, a.onderwerp, null::varchar as indicator_id, a.titel as wat, a.stand,
        a.voor_wie,
        year(laatste_dag(r.gepubliceerd))::integer as sinds,
        r.gepubliceerd as sinds_op,
        laatste_dag(r.gepubliceerd) as vanaf,
        laatste_dag(r.gepubliceerd) as gevonden,
        null::date as moment, null::varchar as bewijs, a.rapport_nr, a.rapport_id, a.vindplaats,
        null::boolean as niet_meer_in_kader,
        null::varchar as via, null::varchar as via_soort,
        a.opvolging_verwacht_van, a.opvolging_verwacht_tot, a.stand = 'gemeld' as gemeld,
        a.gemeld_in, a.bevinding_id as punt_id
    from actiepunten as a
    inner join opslag.rapport as r using (rapport_nr)
    inner join opslag.bevinding_in_woorden as w using (bevinding_nr)
),

punt as (
    select * from verbeterpunt
    union all
    select * from actiepunt
),

gekozen as (
    select
        p.*, n.gemeente_nu, r.titel as rapport, d.titel as gemeld_rapport,
        p.stand in ('opgepakt', 'vervallen') as gesloten,
        laatste_dag(p.opvolging_verwacht_tot) as uiterlijk,
        $peildatum::date as peildatum
    from punt as p
    inner join opslag.rapport as r using (rapport_nr)
    left join opslag.rapport as d on p.gemeld_in = d.rapport_id
    left join gemeente_nu as n on p.gemeente_code = n.gemeente_code
    where
        ($soorten is null or list_contains($soorten::varchar[], p.soort))
        and ($kaders is null or list_has_any($kaders::varchar[], p.kader_ids))
        and ($themas is null or list_has_any($themas::varchar[], p.themas))
        and ($onderwerpen is null or list_contains($onderwerpen::varchar[], p.onderwerp_id))
        and (
            $gemeenten is null
            or p.gemeente_code in (select m.gemeente_code from opslag.met_opgegane($gemeenten) as m)
        )
)

select
    * exclude (gevonden, kader_ids, themas, rapport_nr),
    array_to_string(themas, ' + ') as thema,
    gevonden > peildatum as later,
    if(gesloten, null, datesub('year', vanaf, peildatum))::integer as jaren_open,
    case
        when gesloten then null
        when uiterlijk < peildatum then 'over_tijd'
        when uiterlijk is not null then 'loopt'
        when opvolging_verwacht_van is not null then 'geen_einddatum'
        else 'geen_datum'
    end as termijn,
    if(gesloten or uiterlijk >= peildatum, null, datesub('month', uiterlijk, peildatum))::integer as maanden_over
from gekozen
order by
    vanaf asc nulls last, soort desc, gemeente asc, gemeente_code asc, kader asc, punt_id asc
