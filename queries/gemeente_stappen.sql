-- vraag: what was found before and after in a gemeente, with texts and places?
-- korrel: one row per step of the follow-up × side ('van' or 'naar') × meting on that side; a step without a later test
--   has only its side 'van'
-- parameters: gemeente (gemeente_code), kader (kader_id), periode
with

stap as (
    select
        s.*,
        m.meting_nr,
        m.moment,
        row_number() over (
            order by
                s.thema_volgorde, s.thema_id, s.indicator_volgorde, s.indicator_id, s.aanpak_van, s.aanpak_van_id,
                s.moment_van, s.oordeel_nr
        ) as stap
    from opslag.gekozen(opslag.selectie($kader, gemeenten := [$gemeente]), $periode, false) as s
    inner join opslag.oordeel using (oordeel_nr)
    inner join opslag.meting as m using (meting_nr)
),

gedrukt as (
    select p.meting_nr, p.oordeel_nr, p.uitkomst_nr, j.begrip_nr
    from opslag.oordeel as p
    inner join opslag.indicator as j using (indicator_nr)
),

toets_meting as (
    select s.stap, tm.meting_nr
    from stap as s
    inner join opslag.toets_meting as tm using (toets_nr)
    union
    -- where branches count together, what a branch showed since the origin counts too, in whatever year
    select s.stap, lm.meting_nr
    from stap as s
    inner join opslag.toets as t using (toets_nr)
    inner join opslag.lijn_meting as lm on t.aanpak_nr = lm.aanpak_nr and t.kader_nr = lm.kader_nr
    inner join gedrukt as g on lm.meting_nr = g.meting_nr and s.begrip_nr = g.begrip_nr
    where t.eigen_meting_nr is null and lm.moment > s.moment and lm.moment <= t.laatste and g.uitkomst_nr <= 3
),

kant as (
    select stap, 'van' as kant, meting_nr, oordeel_nr
    from stap
    union all
    select s.stap, 'naar' as kant, tm.meting_nr, g.oordeel_nr
    from stap as s
    inner join toets_meting as tm using (stap)
    left join gedrukt as g on tm.meting_nr = g.meting_nr and s.begrip_nr = g.begrip_nr
)

-- of a meting that printed no row for this indicator, the rapport of the meting as a whole
select
    k.stap, k.kant, s.thema, s.indicator_id, s.kort, s.indicator, s.aanpak_van, s.aanpak_naar, s.jaar_van, s.jaar_naar,
    s.uitkomst_van, s.uitkomst_naar, s.status, s.was_verbeterpunt, s.overgenomen, s.niet_meer_in_kader, m.meting_id,
    m.gemeente_code, m.gemeente, m.aanpak, m.peiljaar, m.bewijs, coalesce(u.uitkomst, 'niet_gedrukt') as uitkomst,
    o.toelichting, o.opmerking, o.vindplaats, o.pagina, coalesce(r.rapport_id, m.rapport_id) as rapport_id,
    coalesce(r.titel, m.rapport) as rapport
from kant as k
inner join stap as s using (stap)
inner join metingen as m on k.meting_nr = m.meting_nr
left join opslag.oordeel as o on k.oordeel_nr = o.oordeel_nr
left join opslag.uitkomst as u using (uitkomst_nr)
left join opslag.rapport as r on o.rapport_nr = r.rapport_nr
order by k.stap asc, k.kant desc, m.moment asc, m.aanpak asc, m.meting_id asc
