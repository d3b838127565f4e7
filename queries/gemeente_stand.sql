-- vraag: what is known now of each indicator in a gemeente, since when, on what basis, and where does it stand?
-- korrel: one row per row of the view stand, of the gemeente and of what it took over; the text is that of the latest
--   oordeel that counted, metingen (a + b) are those of all that counted; gemeld_rapport, gemeld_op: in which rapport
--   the gemeente last said that it was done;
--   via_soort: the kind of the bevinding about the same indicator that announces follow-up, from when and (uiterlijk)
--   until when; ander_thema: under which thema it was printed, where that is not thema
-- parameters: gemeente (gemeente_code)
with

gekozen as (
    select *
    from opslag.stand_in_woorden
    where gemeente_nr in (select g.gemeente_nr from opslag.met_opgegane([$gemeente]) as g)
),

-- first those few texts: a join by itself reads all there are
oordeel as (
    select *
    from opslag.oordeel
    where oordeel_nr in (select k.oordeel_nr from gekozen as k)
),

geteld as (
    select k.aanpak_nr, k.begrip_nr, string_agg(m.meting_id, ' + ' order by m.moment, m.meting_id) as metingen
    from (
        select aanpak_nr, begrip_nr, meting_nr from gekozen
        union all
        select s.aanpak_nr, s.begrip_nr, s.meting_nr
        from opslag.stand_meting as s
        semi join gekozen as g on s.aanpak_nr = g.aanpak_nr and s.begrip_nr = g.begrip_nr
    ) as k
    inner join opslag.meting as m using (meting_nr)
    group by k.aanpak_nr, k.begrip_nr
)

select
    s.kader_id, s.kader, s.niveau, s.aanpak_id, s.aanpak, s.gemeente_code, s.gemeente, s.thema, s.indicator_id, s.kort,
    s.indicator, s.uitkomst, s.open, s.sinds, s.peiljaar, s.moment, s.leeft, s.niet_meer_in_kader, s.bewijs,
    g.metingen, m.bezoek_op, m.basis, o.thema_gedrukt, ander_thema(o.thema_gedrukt, s.thema) as ander_thema,
    o.toelichting,
    o.opmerking, o.vindplaats, o.pagina, s.rapport_id, r.titel as rapport, r.gepubliceerd, s.gemeld, s.gemeld_in,
    d.titel as gemeld_rapport, d.gepubliceerd as gemeld_op, n.soort as via_soort, n.opvolging_verwacht_van,
    laatste_dag(n.opvolging_verwacht_tot) as uiterlijk, s.later_niet_beoordeeld
from gekozen as s
inner join geteld as g on s.aanpak_nr = g.aanpak_nr and s.begrip_nr = g.begrip_nr
inner join oordeel as o using (oordeel_nr)
inner join opslag.meting as m on s.meting_nr = m.meting_nr
inner join opslag.rapport as r on s.rapport_nr = r.rapport_nr
left join opslag.rapport as d on s.gemeld_nr = d.rapport_nr
left join opslag.aangekondigd as n on s.aanpak_nr = n.aanpak_nr and s.begrip_nr = n.begrip_nr
order by s.kader_id, s.aanpak, s.aanpak_id, s.thema_volgorde, s.thema_id, s.indicator_volgorde, s.indicator_id
