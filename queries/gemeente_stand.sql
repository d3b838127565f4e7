-- vraag: what is known now of each indicator in a gemeente, since when, on what basis, and where does it stand?
-- korrel: one row per row of the view stand, of the gemeente and of what it took over; the text is that of the latest
--   oordeel that counted; gemeld_rapport, gemeld_op: in which rapport the gemeente last said that it was done;
--   via_soort: the kind of the bevinding about the same indicator that announces follow-up, from when and (uiterlijk)
--   until when
-- parameters: gemeente (gemeente_code)
select
    s.kader_id, s.kader, s.niveau, s.aanpak_id, s.aanpak, s.gemeente_code, s.gemeente, s.thema, s.indicator_id, s.kort,
    s.indicator, s.uitkomst, s.open, s.sinds, s.peiljaar, s.moment, s.leeft, s.niet_meer_in_kader, s.bewijs,
    m.bezoek_op, m.basis, o.toelichting, o.opmerking, o.vindplaats, o.pagina, r.rapport_id, r.titel as rapport,
    r.gepubliceerd, s.gemeld, s.gemeld_in, d.titel as gemeld_rapport, d.gepubliceerd as gemeld_op, n.soort as via_soort,
    n.opvolging_verwacht_van, laatste_dag(n.opvolging_verwacht_tot) as uiterlijk,
    exists(
        select 1 from opslag.telling as f
        where not f.verloop and f.oordeel_nr = s.oordeel_nr and f.overgenomen
    ) as later_niet_beoordeeld
from stand as s
inner join opslag.oordeel as o using (oordeel_nr)
inner join opslag.meting as m using (meting_nr)
inner join opslag.rapport as r on o.rapport_nr = r.rapport_nr
left join opslag.rapport as d on s.gemeld_in = d.rapport_id
inner join opslag.aanpak as a using (aanpak_id)
inner join opslag.indicator as i using (indicator_id)
left join opslag.aangekondigd as n on a.aanpak_nr = n.aanpak_nr and i.begrip_nr = n.begrip_nr
where s.gemeente_code in (select g.gemeente_code from opslag.met_opgegane([$gemeente]) as g)
order by s.kader_id, s.aanpak, s.aanpak_id, s.thema_volgorde, s.thema_id, s.indicator_volgorde, s.indicator_id
