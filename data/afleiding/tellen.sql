-- Counting, per docs/methode.md section 7: what a reader selects, in the unit that the reader chose. Counting is done
-- on numbers; words come to what is left after it.

create macro opslag.periode(jaar_van, jaar_naar) as jaar_van || '-' || coalesce(jaar_naar::varchar, '');

-- noqa: disable=RF02,RF03
-- (the linter takes the macro's parameters, which end in _, for columns)

-- is this the pair of years that periode_ names; the years stand apart so that what is stored by period is read by it
create macro opslag.in_periode(jaar_van, jaar_naar, periode_) as
jaar_van = try_cast(split_part(periode_, '-', 1) as smallint)
and jaar_naar is not distinct from try_cast(split_part(periode_, '-', 2) as smallint)
and opslag.periode(
    try_cast(split_part(periode_, '-', 1) as smallint), try_cast(split_part(periode_, '-', 2) as smallint)
) = periode_;

-- What several words come to: each once, in order; null where there is none. Most cells stand for one row.
create macro opslag.woorden_samen(woord) as if(
    count(*) = 1, any_value(woord), nullif(array_to_string(list_sort(list_distinct(list(woord))), ' + '), '')
);

-- the same of lists of rapporten, each of which may name several (a + b)
create macro opslag.rapporten_samen(rapporten) as if(
    count(*) = 1,
    any_value(rapporten),
    array_to_string(list_sort(list_distinct(string_split(string_agg(rapporten, ' + '), ' + '))), ' + ')
);

-- one row per gemeente: the given ones and every gemeente that merged into one of them
create macro opslag.met_opgegane(gemeenten_) as table
    select distinct
        omvat_nr as gemeente_nr,
        omvat_code as gemeente_code
    from opslag.omvat_in_woorden
    where list_contains(gemeenten_::varchar[], gemeente_code);

-- What is counted: of steps and courses, and of their cells per gemeente. The uitkomsten are sets, a bit for each.
create view opslag.telrij as
select
    verloop, kader_nr, jaar_van, jaar_naar, gemeente_nr, aanpak_nr, begrip_nr, meting_nr, toets_nr, rapport_nr,
    oordeel_nr, status_nr, was_verbeterpunt, overgenomen, bewijs_naar_nr,
    verteld(status_nr, bewijs_naar_nr) as verteld,
    als_bit(uitkomst_van_nr) as uitkomsten_van,
    als_bit(uitkomst_naar_nr) as uitkomsten_naar
from opslag.telling;
create view opslag.telcel as
select *, null::integer as aanpak_nr, null::utinyint as bewijs_naar_nr from opslag.cel_gemeente;

-- What a reader selects under a kader; null for a list means: all. The one place that names what a selection holds:
-- queries/loper.py reads here what a question with a selectie takes.
create macro opslag.selectie(
    kader, themas := null, onderwerpen := null, gemeenten := null, provincies := null, bewijzen := null
) as {
    'kader': kader,
    'themas': themas,
    'onderwerpen': onderwerpen,
    'gemeenten': gemeenten,
    'provincies': provincies,
    'bewijzen': bewijzen
};

-- Whether a selection may take a part of a cell (gemeente × begrip × pair of years) and leave the rest: the cell is
-- then put together again.
create macro opslag.deelt_cel(selectie_) as selectie_['bewijzen'] is not null;

-- The rows of a table (opslag.telrij, opslag.telling, opslag.stap_in_woorden or opslag.telcel) that a reader selects,
-- by numbers that each has; opslag.telcel has null for what a whole cell has not. From a row oordeel_nr leads to where
-- it begins, and toets_nr to where it ends. Null for periode_ means: all. A thema or onderwerp finds a begrip that has
-- it in any edition; a gemeente includes those that merged into it.
create macro opslag.uit_selectie(tabel_, selectie_, periode_, verloop_) as table
    select t.*
    from query_table(tabel_) as t
    where
        t.verloop = verloop_
        and t.kader_nr = (
            select k.kader_nr from opslag.kader as k
            where k.kader_id = selectie_['kader']
        )
        and (periode_ is null or opslag.in_periode(t.jaar_van, t.jaar_naar, periode_))
        and (
            selectie_['themas'] is null
            or t.begrip_nr in (
                select i.begrip_nr from opslag.indicator as i
                inner join opslag.thema as h using (thema_nr)
                where list_contains(selectie_['themas']::varchar[], h.thema_id)
            )
        )
        and (
            selectie_['onderwerpen'] is null
            or t.begrip_nr in (
                select i.begrip_nr from opslag.indicator as i
                inner join opslag.onderwerp as o using (onderwerp_nr)
                where list_contains(selectie_['onderwerpen']::varchar[], o.onderwerp_id)
            )
        )
        and (
            selectie_['provincies'] is null
            or t.gemeente_nr in (
                select g.gemeente_nr from opslag.gemeente as g
                where list_contains(selectie_['provincies']::varchar[], g.provincie)
            )
        )
        and (
            selectie_['gemeenten'] is null
            or t.gemeente_nr in (select m.gemeente_nr from opslag.met_opgegane(selectie_['gemeenten']) as m)
        )
        and (
            selectie_['bewijzen'] is null
            or t.bewijs_naar_nr in (
                select b.bewijs_nr from opslag.bewijs as b
                where list_contains(selectie_['bewijzen']::varchar[], b.bewijs)
            )
        );

-- One row per unit that counts, in numbers. Per aanpak that is every step or course by itself, also where several fall
-- in one cell (an aanpak that was measured three times in one peiljaar); per gemeente it is the cell.
create macro opslag.eenheden(selectie_, periode_, eenheid_, verloop_) as table
    with

    rij as (
        select gemeente_nr, begrip_nr, jaar_van, jaar_naar, status_nr, was_verbeterpunt, verteld, overgenomen
        from opslag.uit_selectie(
            if(eenheid_ = 'aanpak' or opslag.deelt_cel(selectie_), 'opslag.telrij', 'opslag.telcel'),
            selectie_,
            periode_,
            verloop_
        )
    )

    select * from rij
    where eenheid_ = 'aanpak' or not opslag.deelt_cel(selectie_)
    union all
    select
        gemeente_nr, begrip_nr, jaar_van, jaar_naar,
        status_samen(status_nr, was_verbeterpunt),
        bool_or(was_verbeterpunt),
        verteld_samen(verteld, was_verbeterpunt),
        overgenomen_samen(overgenomen, was_verbeterpunt)
    from rij
    where eenheid_ <> 'aanpak' and opslag.deelt_cel(selectie_)
    group by gemeente_nr, begrip_nr, jaar_van, jaar_naar;

-- One row per cell of the heatmap, in numbers: kolom_nr is an aanpak_nr (eenheid 'aanpak') or a gemeente_nr. Several
-- steps of an aanpak fall in one cell only where opslag.aanpak_gedeeld names it.
create macro opslag.cellen_in_nummers(selectie_, periode_, eenheid_, verloop_) as table
    with

    rij as (
        select
            if(eenheid_ = 'aanpak', aanpak_nr, gemeente_nr) as kolom_nr, begrip_nr, jaar_van, jaar_naar, status_nr,
            was_verbeterpunt, verteld, overgenomen, uitkomsten_van, uitkomsten_naar,
            if(
                eenheid_ = 'aanpak',
                aanpak_nr in (select d.aanpak_nr from opslag.aanpak_gedeeld as d),
                opslag.deelt_cel(selectie_)
            ) as deelt
        from opslag.uit_selectie(
            if(eenheid_ = 'aanpak' or opslag.deelt_cel(selectie_), 'opslag.telrij', 'opslag.telcel'),
            selectie_,
            periode_,
            verloop_
        )
    )

    select
        kolom_nr, begrip_nr, jaar_van, jaar_naar, status_nr, was_verbeterpunt, verteld, overgenomen, uitkomsten_van,
        uitkomsten_naar
    from rij
    where not deelt
    union all
    select
        kolom_nr, begrip_nr, jaar_van, jaar_naar,
        status_samen(status_nr, was_verbeterpunt),
        bool_or(was_verbeterpunt),
        verteld_samen(verteld, was_verbeterpunt),
        overgenomen_samen(overgenomen, was_verbeterpunt),
        bits_samen(uitkomsten_van, was_verbeterpunt),
        bits_samen(uitkomsten_naar, was_verbeterpunt)
    from rij
    where deelt
    group by kolom_nr, begrip_nr, jaar_van, jaar_naar;

-- One row per cell of the heatmap, with the words of all that it stands for.
create macro cellen(selectie_, periode_, eenheid_, verloop_) as table
    with

    rij as (
        select
            s.*,
            if(eenheid_ = 'aanpak', s.aanpak_nr, s.gemeente_nr) as kolom_nr
        from opslag.uit_selectie('opslag.telling', selectie_, periode_, verloop_) as s
    ),

    -- where a cell has verbeterpunten, only they speak for it
    telt as (
        select *
        from rij
        qualify
            was_verbeterpunt
            or not bool_or(was_verbeterpunt) over (partition by kolom_nr, begrip_nr, jaar_van, jaar_naar)
    ),

    per_cel as (
        select
            t.kader_nr, t.gemeente_nr, t.kolom_nr, t.begrip_nr, t.jaar_van, t.jaar_naar,
            status_samen(t.status_nr, t.was_verbeterpunt) as status_nr,
            bool_or(t.was_verbeterpunt) as was_verbeterpunt,
            bool_or(verteld(t.status_nr, t.bewijs_naar_nr)) as verteld,
            count(*) as rijen,
            bool_and(t.overgenomen) as overgenomen,
            opslag.woorden_samen(uv.uitkomst) as uitkomst_van,
            opslag.woorden_samen(un.uitkomst) as uitkomst_naar,
            opslag.woorden_samen(bn.bewijs) as bewijs_naar,
            opslag.woorden_samen(a.aanpak) as aanpak_van,
            opslag.woorden_samen(ts.aanpak_naar) as aanpak_naar,
            opslag.rapporten_samen(r.rapport_id) as rapport_van,
            opslag.rapporten_samen(ts.rapport_naar) as rapport_naar
        from telt as t
        inner join opslag.aanpak as a using (aanpak_nr)
        inner join opslag.rapport as r using (rapport_nr)
        inner join opslag.uitkomst as uv on t.uitkomst_van_nr = uv.uitkomst_nr
        left join opslag.uitkomst as un on t.uitkomst_naar_nr = un.uitkomst_nr
        left join opslag.bewijs as bn on t.bewijs_naar_nr = bn.bewijs_nr
        left join opslag.toets_samen as ts using (toets_nr)
        group by t.kader_nr, t.gemeente_nr, t.kolom_nr, t.begrip_nr, t.jaar_van, t.jaar_naar
    )

    select
        k.kader_id, g.gemeente_code, g.gemeente, g.provincie,
        if(eenheid_ = 'aanpak', a.aanpak_id, g.gemeente_code) as kolom_id,
        if(eenheid_ = 'aanpak', a.aanpak, g.gemeente) as kolom,
        c.begrip_nr,
        opslag.periode(c.jaar_van, c.jaar_naar) as periode,
        c.jaar_van, c.jaar_naar, s.status, c.was_verbeterpunt, c.verteld, c.rijen, c.overgenomen, c.uitkomst_van,
        c.uitkomst_naar, c.bewijs_naar, c.aanpak_van, c.aanpak_naar, c.rapport_van, c.rapport_naar,
        n.* exclude (begrip_nr, thema_nr)
    from per_cel as c
    inner join opslag.kader as k using (kader_nr)
    inner join opslag.gemeente as g using (gemeente_nr)
    inner join opslag.status as s using (status_nr)
    inner join opslag.begrip_naam as n using (begrip_nr)
    left join opslag.aanpak as a on c.kolom_nr = a.aanpak_nr and eenheid_ = 'aanpak';

-- one row per step or course that a reader selects, in words
create macro opslag.gekozen(selectie_, periode_, verloop_) as table
    select
        s.* exclude (kader_nr, gemeente_nr, bewijs_naar_nr),
        opslag.periode(s.jaar_van, s.jaar_naar) as periode
    from opslag.uit_selectie('opslag.stap_in_woorden', selectie_, periode_, verloop_) as s;

create macro opslag.som(n, telt) as coalesce(sum(n) filter (where telt), 0)::bigint;

-- What a set of units comes to, each standing for n like it; only verbeterpunten are counted. eerder_vastgesteld:
-- those of vastgesteld that no meting of the first year found, since it passed them over.
create macro opslag.geteld(status_nr, was_verbeterpunt, verteld, overgenomen, n := 1) as {
    'vastgesteld': opslag.som(n, was_verbeterpunt),
    'beoordeeld': opslag.som(n, was_verbeterpunt and is_beoordeeld(status_nr)),
    'opgepakt': opslag.som(n, status_nr = opgepakt()),
    'verteld': opslag.som(n, status_nr = opgepakt() and verteld),
    'getoetst': opslag.som(n, status_nr = opgepakt() and not verteld),
    'deels_opgepakt': opslag.som(n, status_nr = deels_opgepakt()),
    'niet_opgepakt': opslag.som(n, status_nr = niet_opgepakt()),
    'niet_beoordeeld': opslag.som(n, was_verbeterpunt and status_nr = status_niet_beoordeeld()),
    'nog_niet_hertoetst': opslag.som(n, was_verbeterpunt and status_nr = nog_niet_hertoetst()),
    'vervallen': opslag.som(n, was_verbeterpunt and status_nr = vervallen()),
    'behouden': opslag.som(n, status_nr = behouden()),
    'teruggevallen': opslag.som(n, status_nr = teruggevallen()),
    'eerder_vastgesteld': opslag.som(n, was_verbeterpunt and overgenomen)
};
