-- vraag: which rows contradict other rows: kader against indicator, sign against uitkomst, printing against printing?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with recursive

gelijk as (
    select
        g.rij, g.van, g.naar, v.editie_id as van_editie, n.editie_id as naar_editie, ev.kader_id,
        en.kader_id as naar_kader
    from ruw.indicator_gelijk as g
    inner join ruw.indicatoren as v on g.van = v.indicator_id
    inner join ruw.indicatoren as n on g.naar = n.indicator_id
    left join ruw.edities as ev on v.editie_id = ev.editie_id
    left join ruw.edities as en on n.editie_id = en.editie_id
),

verbonden as (
    select van, naar from gelijk
    union
    select naar, van from gelijk
    union
    select a.van, b.naar
    from verbonden as a
    inner join verbonden as b on a.naar = b.van
),

zelfde_editie as (
    select distinct v.van
    from verbonden as v
    inner join ruw.indicatoren as a on v.van = a.indicator_id
    inner join ruw.indicatoren as b on v.naar = b.indicator_id and a.editie_id = b.editie_id
    where v.van <> v.naar
),

-- few different signs are printed beside few different words: each pair is judged once
teken as (
    select
        uitkomst, teken_gedrukt,
        coalesce(regexp_matches(teken_gedrukt, '[✓✔√☑]'), false) as goed,
        coalesce(regexp_matches(teken_gedrukt, '[Xx✗✘☒]'), false) as fout
    from ruw.oordelen
    group by uitkomst, teken_gedrukt
),

tegenspraak as (
    select uitkomst, teken_gedrukt
    from teken
    where
        uitkomst in ('voldoet', 'verbeterpunt', 'gemengd', 'niet_beoordeeld')
        and uitkomst is distinct from case
            when goed and fout then 'gemengd'
            when goed then 'voldoet'
            when fout then 'verbeterpunt'
            when teken_gedrukt is null then 'niet_beoordeeld'
        end
),

-- what is printed once cannot differ from itself; a hash finds all that is printed more often, and hardly anything else
vaker_gedrukt as (
    select o.meting_id, o.indicator_id, o.rij, o.rapport_id, o.uitkomst
    from ruw.oordelen as o
    where
        o.uitkomst in ('voldoet', 'verbeterpunt', 'gemengd', 'niet_beoordeeld')
        -- of what does not say where it belongs, another check tells
        and o.meting_id is not null and o.indicator_id is not null
        and hash(o.meting_id, o.indicator_id) in (
            select hash(d.meting_id, d.indicator_id) from ruw.oordelen as d
            group by all
            having count(*) > 1
        )
),

drukken as (
    select
        meting_id, indicator_id, max(rij) as rij,
        string_agg(distinct rapport_id, ' en ' order by rapport_id) as rapporten
    from vaker_gedrukt
    group by meting_id, indicator_id
    having count(distinct uitkomst) > 1 and count(distinct rapport_id) > 1
),

niet_afgedrukt as (
    select o.rij, o.rapport_id, o.meting_id
    from ruw.oordelen as o
    anti join ruw.meting_rapport as m on o.meting_id = m.meting_id and o.rapport_id = m.rapport_id
),

-- of the rapport in which a gemeente says what it did, the last day on which it may have come out
gemeld as (
    select 'gemeld_actiepunt' as tabel, rij, bevinding_id from ruw.gemeld_actiepunt
    union all
    select 'gemeld_indicator' as tabel, rij, bevinding_id from ruw.gemeld_indicator
),

reactie as (
    select g.tabel, g.rij, g.bevinding_id, b.soort, r.rapport_id, laatste_dag(r.gepubliceerd) as uiterlijk
    from gemeld as g
    inner join ruw.bevindingen as b using (bevinding_id)
    left join ruw.rapporten as r using (rapport_id)
),

-- where an indicator of which a reactie speaks was judged, the first day on which that may have been printed
beoordeeld as (
    select m.aanpak_id, o.indicator_id, min(eerste_dag(r.gepubliceerd)) as vanaf
    from ruw.oordelen as o
    inner join ruw.metingen as m using (meting_id)
    inner join ruw.rapporten as r using (rapport_id)
    semi join ruw.gemeld_indicator as g on m.aanpak_id = g.aanpak_id and o.indicator_id = g.indicator_id
    group by m.aanpak_id, o.indicator_id
)

select
    'indicatoren' as tabel, i.rij, 'thema_id' as kolom,
    'thema "' || i.thema_id || '" hoort niet bij editie "' || i.editie_id || '"' as mis,
    'een thema van dezelfde editie' as verwacht
from ruw.indicatoren as i
inner join ruw.themas as t using (thema_id)
where i.editie_id <> t.editie_id
union all
select
    'indicatoren', i.rij, 'criterium_id',
    'criterium "' || i.criterium_id || '" hoort niet bij thema "' || i.thema_id || '"',
    'een criterium van hetzelfde thema'
from ruw.indicatoren as i
inner join ruw.criteria as c using (criterium_id)
where i.thema_id <> c.thema_id
union all
select
    'indicatoren', i.rij, 'indicator_id',
    'indicator "' || i.indicator_id || '" heeft geen onderwerp',
    'een regel in indicator_onderwerp.csv'
from ruw.indicatoren as i
anti join ruw.indicator_onderwerp using (indicator_id)
where
    i.indicator_id is not null
    and ruw.heeft(['indicator_onderwerp.indicator_id'])
union all
select
    'indicator_gelijk', rij, 'naar',
    '"' || van || '" en "' || naar || '" staan niet in twee edities van één kader',
    'twee indicatoren uit verschillende edities van hetzelfde kader'
from gelijk
where van_editie = naar_editie or kader_id <> naar_kader
union all
select
    'indicatoren', i.rij, 'indicator_id',
    'indicator_gelijk verbindt "' || i.indicator_id || '" met een andere indicator van dezelfde editie',
    'per editie hoogstens één indicator in een reeks van gelijke indicatoren'
from ruw.indicatoren as i
semi join zelfde_editie as z on i.indicator_id = z.van
union all
select
    'oordelen', o.rij, 'teken_gedrukt',
    'teken "' || coalesce(o.teken_gedrukt, '') || '" en uitkomst "' || o.uitkomst || '" spreken elkaar tegen',
    'bij ✓ voldoet, bij X verbeterpunt, bij ✓ en X gemengd, zonder teken niet_beoordeeld'
from ruw.oordelen as o
semi join tegenspraak as t on o.uitkomst = t.uitkomst and o.teken_gedrukt is not distinct from t.teken_gedrukt
union all
select
    'oordelen', o.rij, 'indicator_id',
    'indicator "' || o.indicator_id || '" hoort niet bij editie "' || m.editie_id || '" van de meting',
    'een indicator van de editie waaraan is getoetst'
from ruw.oordelen as o
inner join ruw.metingen as m using (meting_id)
inner join ruw.indicatoren as i using (indicator_id)
where i.editie_id <> m.editie_id
union all
select
    'oordelen', o.rij, 'rapport_id',
    'rapport "' || o.rapport_id || '" drukt meting "' || o.meting_id || '" niet af',
    'een regel in meting_rapport.csv die meting en rapport verbindt'
from niet_afgedrukt as o
semi join ruw.metingen using (meting_id)
semi join ruw.rapporten using (rapport_id)
where ruw.heeft(['meting_rapport.meting_id', 'meting_rapport.rapport_id'])
union all
select
    'metingen', m.rij, 'meting_id',
    'meting "' || m.meting_id || '" staat in geen enkel rapport',
    'een regel in meting_rapport.csv'
from ruw.metingen as m
anti join ruw.meting_rapport using (meting_id)
where m.meting_id is not null and ruw.heeft(['meting_rapport.meting_id', 'meting_rapport.rapport_id'])
union all
select
    'oordelen', d.rij, 'uitkomst',
    'rapporten ' || d.rapporten || ' geven meting "' || d.meting_id || '" op indicator "' || d.indicator_id
    || '" een verschillende uitkomst',
    'dezelfde uitkomst, of een keuze met reden in conflicten.csv'
from drukken as d
anti join ruw.conflicten using (meting_id, indicator_id)
union all
select
    'conflicten', c.rij, 'geldt',
    'rapport "' || c.geldt || '" geeft hier geen oordeel',
    'een rapport dat deze meting en indicator afdrukt'
from ruw.conflicten as c
semi join ruw.metingen using (meting_id)
semi join ruw.indicatoren using (indicator_id)
semi join ruw.rapporten as r on c.geldt = r.rapport_id
anti join ruw.oordelen as o
    on c.meting_id = o.meting_id and c.indicator_id = o.indicator_id and c.geldt = o.rapport_id
where ruw.heeft(['oordelen.meting_id', 'oordelen.indicator_id', 'oordelen.rapport_id'])
union all
select
    'metingen', m.rij, 'ronde_id',
    'ronde "' || m.ronde_id || '" gaat over een ander kader dan de meting',
    'een onderzoeksronde van hetzelfde kader'
from ruw.metingen as m
inner join ruw.onderzoeksrondes as r using (ronde_id)
inner join ruw.edities as e using (editie_id)
where r.kader_id <> e.kader_id
union all
select
    'bevindingen', rij, 'stand',
    if(stand is null, 'een actiepunt zonder stand', 'een stand bij een ' || soort),
    'een stand bij een aanbeveling of verbeterpunt, en nergens anders'
from ruw.bevindingen
where (soort in ('aanbeveling', 'verbeterpunt')) <> (stand is not null)
union all
select
    tabel, rij, 'bevinding_id',
    'bevinding "' || bevinding_id || '" is van soort ' || soort,
    'een bevinding van soort reactie'
from reactie
where soort <> 'reactie'
union all
select
    'gemeld_actiepunt', g.rij, 'actiepunt_id',
    'bevinding "' || g.actiepunt_id || '" is van soort ' || b.soort,
    'een aanbeveling of verbeterpunt'
from ruw.gemeld_actiepunt as g
inner join ruw.bevindingen as b on g.actiepunt_id = b.bevinding_id
where b.soort not in ('aanbeveling', 'verbeterpunt')
union all
select
    'gemeld_actiepunt', g.rij, 'actiepunt_id',
    'rapport "' || e.rapport_id || '" van de reactie is ouder dan rapport "' || r.rapport_id || '" van het actiepunt',
    'een actiepunt uit hetzelfde of een eerder rapport'
from ruw.gemeld_actiepunt as g
inner join reactie as e on g.rij = e.rij and e.tabel = 'gemeld_actiepunt'
inner join ruw.bevindingen as b on g.actiepunt_id = b.bevinding_id
inner join ruw.rapporten as r on b.rapport_id = r.rapport_id
where eerste_dag(r.gepubliceerd) > e.uiterlijk
union all
select
    'gemeld_indicator', g.rij, 'indicator_id',
    'over indicator "' || g.indicator_id || '" is bij aanpak "' || g.aanpak_id || '" geen oordeel',
    'een indicator waarover bij deze aanpak een oordeel staat'
from ruw.gemeld_indicator as g
semi join ruw.aanpakken using (aanpak_id)
semi join ruw.indicatoren using (indicator_id)
anti join beoordeeld using (aanpak_id, indicator_id)
where
    ruw.heeft(['oordelen.meting_id', 'oordelen.indicator_id', 'oordelen.rapport_id', 'metingen.aanpak_id'])
    and ruw.heeft(['rapporten.rapport_id'])
union all
select
    'gemeld_indicator', g.rij, 'indicator_id',
    'rapport "' || e.rapport_id || '" van de reactie is ouder dan elk oordeel over indicator "' || g.indicator_id
    || '" bij aanpak "' || g.aanpak_id || '"',
    'een oordeel uit hetzelfde of een eerder rapport'
from ruw.gemeld_indicator as g
inner join reactie as e on g.rij = e.rij and e.tabel = 'gemeld_indicator'
inner join beoordeeld as o using (aanpak_id, indicator_id)
where o.vanaf > e.uiterlijk
