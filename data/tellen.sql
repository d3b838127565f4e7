-- Counting, per docs/methode.md section 7: the cells that a reader selects, in the unit that the reader chose.

-- what several rows of one cell come to; the arguments count rows of the cell
create macro opslag.status_samen(verbeterpunten, opgepakt, deels, niet, teruggevallen, eerste, laatste) as case
    when verbeterpunten > 0 and opgepakt = verbeterpunten then 'opgepakt'
    when deels + niet > 0 then if(opgepakt + deels > 0, 'deels_opgepakt', 'niet_opgepakt')
    when verbeterpunten = 0 and teruggevallen > 0 then 'teruggevallen'
    when eerste = laatste then eerste
    else 'niet_beoordeeld'
end;

create macro opslag.periode(jaar_van, jaar_naar) as jaar_van || '-' || coalesce(jaar_naar::varchar, '');

-- one row per cell: indicator × kolom × periode, where a kolom is an aanpak (eenheid 'aanpak') or a gemeente.
-- Null for a list or periode_ means: all. A gemeente includes those that merged into it.
create macro selectie(
    kader_, themas_, onderwerpen_, gemeenten_, provincies_, periode_, bewijzen_, eenheid_, verloop_
) as table
with

rij as (
    select
        s.*,
        opslag.periode(s.jaar_van, s.jaar_naar) as periode,
        if(eenheid_ = 'gemeente', s.gemeente_code, s.aanpak_van_id) as kolom_id,
        if(eenheid_ = 'gemeente', s.gemeente, s.aanpak_van) as kolom
    from opslag.stap_in_woorden as s
    where
        s.kader_id = kader_
        and s.verloop = verloop_
        and (themas_ is null or list_contains(themas_::varchar[], s.thema_id))
        and (onderwerpen_ is null or list_contains(onderwerpen_::varchar[], s.onderwerp_id))
        and (provincies_ is null or list_contains(provincies_::varchar[], s.provincie))
        and (bewijzen_ is null or list_contains(bewijzen_::varchar[], s.bewijs_naar))
        and (periode_ is null or opslag.periode(s.jaar_van, s.jaar_naar) = periode_)
        and (
            gemeenten_ is null
            or s.gemeente_code in (
                select o.gemeente_code
                from opslag.gemeente_omvat as m
                inner join opslag.gemeente as g using (gemeente_nr)
                inner join opslag.gemeente as o on m.omvat_nr = o.gemeente_nr
                where list_contains(gemeenten_::varchar[], g.gemeente_code)
            )
        )
),

-- where a cell has verbeterpunten, only they speak for it
telt as (
    select
        *,
        was_verbeterpunt
        or not bool_or(was_verbeterpunt) over (partition by kolom_id, begrip_nr, periode) as telt
    from rij
),

per_cel as (
    select
        kader_id, gemeente_code, gemeente, provincie, kolom_id, kolom, begrip_nr, periode, jaar_van, jaar_naar,
        -- of one begrip in two editions the first by id gives its name and thema
        min_by({
            'thema_id': thema_id, 'thema': thema, 'thema_volgorde': thema_volgorde, 'criterium': criterium,
            'onderwerp_id': onderwerp_id, 'onderwerp': onderwerp, 'indicator_id': indicator_id, 'indicator': indicator,
            'kort': kort, 'indicator_volgorde': indicator_volgorde, 'niet_meer_in_kader': niet_meer_in_kader
        }, indicator_id) as i,
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
        string_agg(distinct rapport_van, ' + ' order by rapport_van) as rapport_van,
        string_agg(distinct rapport_naar, ' + ' order by rapport_naar) as rapport_naar
    from telt
    where telt
    group by all
)

select * exclude (i), unnest(i) from per_cel;

-- what a set of cells comes to; only verbeterpunten are counted
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
