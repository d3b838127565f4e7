-- vraag: what is odd in the data? By rule where a rule can find it, else as an opmerking says.
-- korrel: one row per oddity: soort, rapport_id, gemeente, onderwerp (what it is about), uitleg, vindplaats
-- parameters: none
with

tekens as (
    select
        rapport_id, string_agg(distinct gemeente, ', ' order by gemeente) as gemeente,
        string_agg(distinct teken_gedrukt, ' en ' order by teken_gedrukt) as tekens
    from oordelen
    where uitkomst = 'verbeterpunt'
    group by rapport_id
    having count(distinct teken_gedrukt) > 1
)

select
    'lege cel' as soort, rapport_id, gemeente, kort as onderwerp,
    'De regel is gedrukt, maar zonder oordeel. De laatst bekende uitkomst blijft gelden.' as uitleg, vindplaats
from oordelen
where uitkomst = 'niet_beoordeeld'
union all
select
    'twee tekens in één cel', rapport_id, gemeente, kort,
    'De cel heeft ✓ en X. Dit telt als gemengd, en dus als verbeterpunt.', vindplaats
from oordelen
where uitkomst = 'gemengd'
union all
select
    'ander thema gedrukt', rapport_id, gemeente, kort,
    'Het rapport drukt deze indicator onder ' || thema_gedrukt || '; in het kader hoort hij bij ' || thema || '.',
    vindplaats
from oordelen
where ander_thema(thema_gedrukt, thema) is not null
union all
select
    'verschillende tekens', rapport_id, gemeente, 'tekens',
    'Het rapport drukt een verbeterpunt met ' || tekens || '. Zij betekenen hetzelfde.', 'tabellen met oordelen'
from tekens
union all
select
    'meer dan één weergave', r.rapport_id, null, r.titel,
    'Van dit rapport zijn ' || count(*) || ' weergaven bekend. Het telt één keer.',
    string_agg(w.bestand, ' en ' order by w.bestand)
from opslag.weergave as w
inner join opslag.rapport as r using (rapport_nr)
group by r.rapport_id, r.titel
having count(*) > 1
union all
select 'peiljaar uitgelegd', rapport_id, gemeente, aanpak || ', ' || peiljaar, peiljaar_reden, kader
from metingen
where peiljaar_reden is not null
union all
select
    'meting zonder oordelen', m.rapport_id, m.gemeente, m.aanpak,
    'Het rapport geeft geen oordeel per indicator. Wij verzinnen er geen.', m.kader
from metingen as m
anti join opslag.oordeel using (meting_nr)
union all
select
    'grenswijziging', null, n.gemeente, v.gemeente as onderwerp,
    coalesce(
        w.opmerking,
        if(w.soort = 'opgegaan_in', v.gemeente || ' ging op in ', 'Een deel van ' || v.gemeente || ' ging naar ')
        || n.gemeente || '.'
    ),
    strftime(w.datum, '%Y-%m-%d')
from opslag.gebiedswijziging as w
inner join opslag.gemeente as v on w.van_nr = v.gemeente_nr
inner join opslag.gemeente as n on w.naar_nr = n.gemeente_nr
where
    exists (
        select 1 from metingen as m
        where m.gemeente_code in (v.gemeente_code, n.gemeente_code)
    )
union all
select 'opmerking bij een oordeel', rapport_id, gemeente, kort, opmerking, vindplaats
from oordelen
where opmerking is not null
union all
select 'opmerking bij een meting', rapport_id, gemeente, aanpak || ', ' || peiljaar, opmerking, kader
from metingen
where opmerking is not null
union all
select 'opmerking bij een rapport', rapport_id, null, titel, opmerking, null
from opslag.rapport
where opmerking is not null
union all
select 'opmerking bij een weergave', r.rapport_id, null, w.bestand, w.opmerking, null
from opslag.weergave as w
inner join opslag.rapport as r using (rapport_nr)
where w.opmerking is not null
order by soort, rapport_id nulls last, gemeente, onderwerp, vindplaats, uitleg
