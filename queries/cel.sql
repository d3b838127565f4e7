-- vraag: what was printed before and after, behind one cell of the heatmap?
-- korrel: one row per step or course of the cell × side ('van' or 'naar') × meting on that side; telt_mee: whether the
--   filter on bewijs, the only one that takes a part of a cell, leaves it in; ander_thema: under which thema it was
--   printed, where that is not the one (of the newest edition) that the heatmap has
-- parameters: kader, indicator (indicator_id), kolom (aanpak_id or gemeente_code), eenheid, periode, verloop, bewijzen
--   (null: all)
with

-- where to look for the cell: its gemeente, and the begrip behind the indicator of any edition
plek as (
    select
        if(
            $eenheid = 'gemeente',
            $kolom,
            (
                select a.gemeente_code from aanpakken as a
                where a.aanpak_id = $kolom
            )
        ) as gemeente_code,
        (
            select i.begrip_nr from indicatoren as i
            where i.indicator_id = $indicator
        ) as begrip_nr
),

stap as (
    select v.*, dense_rank() over (order by a.aanpak_id, v.moment_van, v.oordeel_nr) as stap
    from
        opslag.voor_en_na(
            $kader, (select p.gemeente_code from plek as p), $periode, $verloop, [(select p.begrip_nr from plek as p)]
        ) as v
    inner join aanpakken as a using (aanpak_nr)
    where if($eenheid = 'gemeente', a.gemeente_code, a.aanpak_id) = $kolom
),

gekozen as (
    select t.oordeel_nr, t.moment_van
    from opslag.uit_selectie('opslag.telling', opslag.selectie($kader, bewijzen := $bewijzen), $periode, $verloop) as t
    where t.begrip_nr = (select p.begrip_nr from plek as p)
)

-- of a meting that printed no row for this indicator, the rapport of the meting as a whole
select
    s.stap, g.oordeel_nr is not null as telt_mee, st.status, s.overgenomen, s.kant, m.gemeente, m.aanpak, m.peiljaar,
    m.moment, m.bezoek_op, m.bewijs, m.dekking, m.basis, coalesce(u.uitkomst, 'niet_gedrukt') as uitkomst,
    s.gedrukt.teken_gedrukt, b.thema, s.gedrukt.thema_gedrukt,
    ander_thema(s.gedrukt.thema_gedrukt, b.thema) as ander_thema,
    s.gedrukt.toelichting, s.gedrukt.opmerking, s.gedrukt.vindplaats, s.gedrukt.pagina,
    coalesce(r.rapport_id, m.rapport_id) as rapport_id, coalesce(r.titel, m.rapport) as rapport,
    coalesce(r.gepubliceerd, m.gepubliceerd) as gepubliceerd
from stap as s
left join gekozen as g on s.oordeel_nr = g.oordeel_nr and s.moment_van = g.moment_van
inner join metingen as m using (meting_nr)
inner join opslag.status as st using (status_nr)
inner join opslag.begrip_naam as b using (begrip_nr)
left join opslag.uitkomst as u on s.gedrukt.uitkomst_nr = u.uitkomst_nr
left join opslag.rapport as r on s.gedrukt.rapport_nr = r.rapport_nr
order by s.stap asc, s.kant desc, m.moment asc, m.aanpak asc, m.meting_id asc
