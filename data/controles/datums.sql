-- vraag: which dates and years cannot be true together?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with

periode as (
    select 'gemeenten' as tabel, rij, 'geldig_tot' as kolom, geldig_van as van, geldig_tot as tot from ruw.gemeenten
    union all
    select 'aanpakken', rij, 'einde', begin, einde from ruw.aanpakken
    union all
    select 'metingen', rij, 'onderzoek_tot', onderzoek_van, onderzoek_tot from ruw.metingen
    union all
    select 'onderzoeksrondes', rij, 'jaar_tot', jaar_van, jaar_tot from ruw.onderzoeksrondes
    union all
    select 'bevindingen', rij, 'opvolging_verwacht_tot', opvolging_verwacht_van, opvolging_verwacht_tot
    from ruw.bevindingen
),

meting as (
    select
        m.rij, m.aanpak_id, e.kader_id, m.meting_id, m.peiljaar_reden, m.bezoek_op, m.onderzoek_tot,
        if(m.peiljaar between '1900' and '2099', try_cast(m.peiljaar as integer), null) as peiljaar,
        coalesce(eerste_dag(m.onderzoek_van), laatste_dag(m.bezoek_op)) as van,
        coalesce(laatste_dag(m.onderzoek_tot), laatste_dag(m.bezoek_op)) as tot,
        moment(m.bezoek_op, m.onderzoek_tot, m.peiljaar) as moment,
        -- a date that is given and does not exist is told as such, and nothing follows from it
        coalesce(m.bezoek_op is null or year(laatste_dag(m.bezoek_op)) >= 1000, false)
        and coalesce(m.onderzoek_van is null or year(eerste_dag(m.onderzoek_van)) >= 1000, false)
        and coalesce(m.onderzoek_tot is null or year(laatste_dag(m.onderzoek_tot)) >= 1000, false) as leesbaar
    from ruw.metingen as m
    inner join ruw.edities as e using (editie_id)
),

gepubliceerd as (
    select
        mr.meting_id,
        max(laatste_dag(r.gepubliceerd)) as op,
        arg_max(r.gepubliceerd, laatste_dag(r.gepubliceerd)) as tekst
    from ruw.meting_rapport as mr
    inner join ruw.rapporten as r using (rapport_id)
    group by mr.meting_id
),

gelijktijdig as (
    select *, first_value(meting_id) over (partition by aanpak_id, kader_id, moment order by rij) as eerste_id
    from meting
    where moment is not null and aanpak_id is not null and leesbaar
)

select
    tabel, rij, kolom,
    'het einde (' || tot || ') ligt vóór het begin (' || van || ')' as mis,
    'een einde op of na het begin' as verwacht
from periode
where eerste_dag(van) > laatste_dag(tot)
union all
select
    'metingen', rij, 'peiljaar',
    'peiljaar ' || peiljaar || ' valt buiten de onderzoeksperiode of er is geen onderzoeksperiode bekend',
    'een peiljaar binnen de periode, of een uitleg in peiljaar_reden'
from meting
where
    peiljaar_reden is null and peiljaar is not null and leesbaar
    and coalesce(not peiljaar between year(van) and year(tot), true)
    and ruw.heeft(['metingen.bezoek_op', 'metingen.onderzoek_van', 'metingen.onderzoek_tot', 'metingen.peiljaar_reden'])
union all
select
    'metingen', m.rij, if(m.bezoek_op is not null, 'bezoek_op', 'onderzoek_tot'),
    'het onderzoek (' || coalesce(m.bezoek_op, m.onderzoek_tot) || ') is na de publicatie (' || g.tekst || ')',
    'een datum die niet na de publicatie van het rapport ligt'
from meting as m
inner join gepubliceerd as g using (meting_id)
where (m.bezoek_op is not null or m.onderzoek_tot is not null) and m.moment > g.op
union all
select
    'metingen', rij, 'meting_id',
    'aanpak ' || aanpak_id || ' heeft onder kader ' || kader_id || ' al een meting op ' || moment,
    'per aanpak en kader hoogstens één meting op een moment'
from gelijktijdig
where meting_id <> eerste_id
