-- vraag: what was printed before and after, behind one cell of the heatmap?
-- korrel: one row per step or course of the cell × side ('van' or 'naar') × meting on that side
-- parameters: kader, indicator (indicator_id), kolom (aanpak_id or gemeente_code), eenheid, periode, verloop
with

stap as (
    select
        s.*,
        m.meting_nr,
        m.moment,
        row_number() over (order by s.aanpak_van_id, s.moment_van, s.oordeel_nr) as stap
    from opslag.stap_in_woorden as s
    inner join opslag.oordeel using (oordeel_nr)
    inner join opslag.meting as m using (meting_nr)
    where
        s.kader_id = $kader and s.verloop = $verloop
        and s.begrip_nr = (
            select j.begrip_nr from indicatoren as j
            where j.indicator_id = $indicator
        )
        and opslag.periode(s.jaar_van, s.jaar_naar) = $periode
        and if($eenheid = 'gemeente', s.gemeente_code, s.aanpak_van_id) = $kolom
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
    select stap, status, overgenomen, 'van' as kant, meting_nr, oordeel_nr
    from stap
    union all
    select s.stap, s.status, s.overgenomen, 'naar' as kant, tm.meting_nr, g.oordeel_nr
    from stap as s
    inner join toets_meting as tm using (stap)
    left join gedrukt as g on tm.meting_nr = g.meting_nr and s.begrip_nr = g.begrip_nr
)

-- of a meting that printed no row for this indicator, the rapport of the meting as a whole
select
    k.stap, k.status, k.overgenomen, k.kant, m.gemeente, m.aanpak, m.peiljaar, m.moment, m.bezoek_op, m.bewijs,
    m.dekking, m.basis, coalesce(u.uitkomst, 'niet_gedrukt') as uitkomst, o.teken_gedrukt, o.thema_gedrukt,
    o.toelichting, o.opmerking, o.vindplaats, o.pagina, coalesce(r.rapport_id, m.rapport_id) as rapport_id,
    coalesce(r.titel, m.rapport) as rapport, coalesce(r.gepubliceerd, m.gepubliceerd) as gepubliceerd
from kant as k
inner join metingen as m using (meting_nr)
left join opslag.oordeel as o using (oordeel_nr)
left join opslag.uitkomst as u using (uitkomst_nr)
left join opslag.rapport as r on o.rapport_nr = r.rapport_nr
order by k.stap asc, k.kant desc, m.moment asc, m.aanpak asc, m.meting_id asc
