-- Counting, per docs/methode.md section 7: what a reader selects, in the unit that the reader chose.

-- what several rows of one cell come to; the arguments count rows of the cell
create macro opslag.status_samen(verbeterpunten, opgepakt, deels, niet, teruggevallen, eerste, laatste) as case
    when verbeterpunten > 0 and opgepakt = verbeterpunten then 'opgepakt'
    when deels + niet > 0 then if(opgepakt + deels > 0, 'deels_opgepakt', 'niet_opgepakt')
    when verbeterpunten = 0 and teruggevallen > 0 then 'teruggevallen'
    when eerste = laatste then eerste
    else 'niet_beoordeeld'
end;

create macro opslag.periode(jaar_van, jaar_naar) as jaar_van || '-' || coalesce(jaar_naar::varchar, '');

-- noqa: disable=RF02,RF03
-- (the linter takes the macro's parameters, which end in _, for columns)

-- what a list of rapporten comes to, each of which may name several (a + b): every rapport once, in order
create macro opslag.rapporten_samen(rapporten) as
array_to_string(list_sort(list_distinct(string_split(string_agg(rapporten, ' + '), ' + '))), ' + ');

-- one row per begrip: of one that stands in several editions the newest gives name and thema
create view opslag.begrip_naam as
select
    i.begrip_nr, i.thema_id, i.thema, i.thema_volgorde, i.criterium, i.onderwerp_id, i.onderwerp, i.indicator_id,
    i.indicator, i.kort, i.indicator_volgorde, i.niet_meer_in_kader
from indicatoren as i
inner join opslag.editie as e using (editie_id)
qualify row_number() over (partition by i.begrip_nr order by e.volgorde desc, e.editie_id desc) = 1;

-- one row per gemeente: the given ones and every gemeente that merged into one of them
create macro opslag.met_opgegane(gemeenten_) as table
    select distinct o.gemeente_code
    from opslag.gemeente_omvat as m
    inner join opslag.gemeente as g using (gemeente_nr)
    inner join opslag.gemeente as o on m.omvat_nr = o.gemeente_nr
    where list_contains(gemeenten_::varchar[], g.gemeente_code);

-- one row per step or course that a reader selects. Null for a list or periode_ means: all.
-- A thema or onderwerp finds a begrip that has it in any edition; a gemeente includes those that merged into it.
create macro opslag.gekozen(
    kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, verloop_
) as table
    select
        s.*,
        opslag.periode(s.jaar_van, s.jaar_naar) as periode
    from opslag.stap_in_woorden as s
    where
        s.kader_id = kader_
        and s.verloop = verloop_
        and (
            themas_ is null
            or s.begrip_nr in (
                select i.begrip_nr from indicatoren as i
                where list_contains(themas_::varchar[], i.thema_id)
            )
        )
        and (
            onderwerpen_ is null
            or s.begrip_nr in (
                select i.begrip_nr from indicatoren as i
                where list_contains(onderwerpen_::varchar[], i.onderwerp_id)
            )
        )
        and (provincies_ is null or list_contains(provincies_::varchar[], s.provincie))
        and (bewijzen_ is null or list_contains(bewijzen_::varchar[], s.bewijs_naar))
        and (periode_ is null or opslag.periode(s.jaar_van, s.jaar_naar) = periode_)
        and (
            gemeenten_ is null
            or s.gemeente_code in (select m.gemeente_code from opslag.met_opgegane(gemeenten_) as m)
        );

-- The selected rows put together: one row per indicator × kolom × periode, where a kolom is an aanpak (eenheid
-- 'aanpak') or a gemeente; with per_rij_ each step or course stays by itself.
create macro opslag.samengevoegd(
    kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, eenheid_, verloop_, per_rij_
) as table
    with

    rij as (
        select
            g.*,
            if(eenheid_ = 'gemeente', g.gemeente_code, g.aanpak_van_id) as kolom_id,
            if(eenheid_ = 'gemeente', g.gemeente, g.aanpak_van) as kolom,
            -- of one oordeel every row starts at another moment
            if(per_rij_, g.oordeel_nr, null) as los_oordeel_nr,
            if(per_rij_, g.moment_van, null) as los_moment
        from opslag.gekozen(
            kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, verloop_
        ) as g
    ),

    -- where a cell has verbeterpunten, only they speak for it
    telt as (
        select
            *,
            was_verbeterpunt
            or not bool_or(was_verbeterpunt) over (
                partition by kolom_id, begrip_nr, periode, los_oordeel_nr, los_moment
            ) as telt
        from rij
    ),

    per_cel as (
        select
            kader_id, gemeente_code, gemeente, provincie, kolom_id, kolom, begrip_nr, periode, jaar_van, jaar_naar,
            los_oordeel_nr, los_moment,
            opslag.status_samen(
                count(*) filter (where was_verbeterpunt),
                count(*) filter (where status = 'opgepakt'),
                count(*) filter (where status = 'deels_opgepakt'),
                count(*) filter (where status = 'niet_opgepakt'),
                count(*) filter (where status = 'teruggevallen'),
                min(status),
                max(status)
            ) as status,
            bool_or(was_verbeterpunt) as was_verbeterpunt,
            bool_or(status = 'opgepakt' and bewijs_naar = 'mondelinge_rapportage') as verteld,
            count(*) as rijen,
            bool_or(overgenomen) as overgenomen,
            string_agg(distinct uitkomst_van, ' + ' order by uitkomst_van) as uitkomst_van,
            string_agg(distinct uitkomst_naar, ' + ' order by uitkomst_naar) as uitkomst_naar,
            string_agg(distinct bewijs_naar, ' + ' order by bewijs_naar) as bewijs_naar,
            string_agg(distinct aanpak_van, ' + ' order by aanpak_van) as aanpak_van,
            string_agg(distinct aanpak_naar, ' + ' order by aanpak_naar) as aanpak_naar,
            opslag.rapporten_samen(rapport_van) as rapport_van,
            opslag.rapporten_samen(rapport_naar) as rapport_naar
        from telt
        where telt
        group by all
    )

    select
        c.* exclude (los_oordeel_nr, los_moment),
        n.* exclude (begrip_nr)
    from per_cel as c
    inner join opslag.begrip_naam as n using (begrip_nr);

-- One row per unit that counts. Per aanpak that is every step or course by itself, also where several fall in one cell
-- (an aanpak that was measured three times in one peiljaar); per gemeente it is the cell.
create macro selectie(
    kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, eenheid_, verloop_
) as table
    select *
    from opslag.samengevoegd(
        kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, eenheid_, verloop_,
        eenheid_ = 'aanpak'
    );

-- one row per cell: what the heatmap shows of the same selection
create macro cellen(
    kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, eenheid_, verloop_
) as table
    select *
    from opslag.samengevoegd(
        kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, eenheid_, verloop_, false
    );

-- what a set of units comes to; only verbeterpunten are counted
create macro opslag.geteld(status, was_verbeterpunt, verteld) as {
    'vastgesteld': count(*) filter (where was_verbeterpunt),
    'beoordeeld': count(*) filter (
        where was_verbeterpunt and status in ('opgepakt', 'deels_opgepakt', 'niet_opgepakt')
    ),
    'opgepakt': count(*) filter (where status = 'opgepakt'),
    'verteld': count(*) filter (where status = 'opgepakt' and verteld),
    'getoetst': count(*) filter (where status = 'opgepakt' and not verteld),
    'deels_opgepakt': count(*) filter (where status = 'deels_opgepakt'),
    'niet_opgepakt': count(*) filter (where status = 'niet_opgepakt'),
    'niet_beoordeeld': count(*) filter (where was_verbeterpunt and status = 'niet_beoordeeld'),
    'nog_niet_hertoetst': count(*) filter (where was_verbeterpunt and status = 'nog_niet_hertoetst'),
    'vervallen': count(*) filter (where was_verbeterpunt and status = 'vervallen'),
    'behouden': count(*) filter (where status = 'behouden'),
    'teruggevallen': count(*) filter (where status = 'teruggevallen')
};
