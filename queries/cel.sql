-- vraag: what was printed before and after, behind one cell of the heatmap?
-- korrel: one row per step or course of the cell × side ('van' or 'naar') × meting on that side
-- parameters: kader, indicator (indicator_id), kolom (aanpak_id or gemeente_code), eenheid, periode, verloop
with

stap as (
    select *, row_number() over (order by aanpak_van_id, moment_van, oordeel_nr) as stap
    from opslag.stap_in_woorden
    where
        kader_id = $kader and verloop = $verloop
        and begrip_nr = (select j.begrip_nr from indicatoren as j where j.indicator_id = $indicator)
        and opslag.periode(jaar_van, jaar_naar) = $periode
        and if($eenheid = 'gemeente', gemeente_code, aanpak_van_id) = $kolom
),

kant as (
    select s.stap, s.status, s.overgenomen, 'van' as kant, o.meting_nr, o.oordeel_nr
    from stap as s
    inner join opslag.oordeel as o using (oordeel_nr)
    union all
    select s.stap, s.status, s.overgenomen, 'naar', tm.meting_nr, na.oordeel_nr
    from stap as s
    inner join opslag.oordeel as o using (oordeel_nr)
    inner join opslag.indicator as i on o.indicator_nr = i.indicator_nr
    inner join opslag.toets_meting as tm using (toets_nr)
    left join (
        select p.meting_nr, p.oordeel_nr, j.begrip_nr
        from opslag.oordeel as p
        inner join opslag.indicator as j using (indicator_nr)
    ) as na
        on tm.meting_nr = na.meting_nr and i.begrip_nr = na.begrip_nr
)

select
    k.stap, k.status, k.overgenomen, k.kant, m.gemeente, m.aanpak, m.peiljaar, m.moment, m.bezoek_op, m.bewijs, m.dekking,
    m.basis, coalesce(u.uitkomst, 'niet_gedrukt') as uitkomst, o.teken_gedrukt, o.thema_gedrukt, o.toelichting,
    o.opmerking, o.vindplaats, o.pagina, r.rapport_id, r.titel as rapport, r.gepubliceerd
from kant as k
inner join metingen as m using (meting_nr)
left join opslag.oordeel as o using (oordeel_nr)
left join opslag.uitkomst as u using (uitkomst_nr)
inner join opslag.rapport as r
    on coalesce(o.rapport_nr, (select n.rapport_nr from opslag.meting as n where n.meting_nr = k.meting_nr)) = r.rapport_nr
order by k.stap, k.kant desc, m.moment, m.aanpak
