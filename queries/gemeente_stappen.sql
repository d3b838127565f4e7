-- vraag: what was found before and after in a gemeente, with texts and places?
-- korrel: one row per step of the follow-up × side ('van' or 'naar') × meting on that side; a step without a later test
--   has only its side 'van'; ander_thema: under which thema it was printed, where that is not thema
-- parameters: gemeente (gemeente_code), kader (kader_id), periode
with

stap as (
    select
        v.*, i.thema, i.indicator_id, i.kort, i.indicator, i.niet_meer_in_kader, a.aanpak as aanpak_van,
        dense_rank() over (
            order by
                i.thema_volgorde, i.thema_id, i.indicator_volgorde, i.indicator_id, a.aanpak, a.aanpak_id, v.moment_van,
                v.oordeel_nr
        ) as stap
    from opslag.voor_en_na($kader, $gemeente, $periode, false, null) as v
    inner join indicatoren as i using (indicator_nr)
    inner join aanpakken as a using (aanpak_nr)
)

-- of a meting that printed no row for this indicator, the rapport of the meting as a whole
select
    s.stap, s.kant, s.thema, s.indicator_id, s.kort, s.indicator, s.aanpak_van, ts.aanpak_naar, s.jaar_van, s.jaar_naar,
    uv.uitkomst as uitkomst_van, un.uitkomst as uitkomst_naar, bn.bewijs as bewijs_naar, st.status, s.was_verbeterpunt,
    s.overgenomen, s.niet_meer_in_kader, m.meting_id, m.gemeente_code, m.gemeente, m.aanpak, m.peiljaar, m.bewijs,
    coalesce(u.uitkomst, 'niet_gedrukt') as uitkomst, s.gedrukt.thema_gedrukt,
    ander_thema(s.gedrukt.thema_gedrukt, s.thema) as ander_thema, s.gedrukt.toelichting, s.gedrukt.opmerking,
    s.gedrukt.vindplaats, s.gedrukt.pagina, coalesce(r.rapport_id, m.rapport_id) as rapport_id,
    coalesce(r.titel, m.rapport) as rapport
from stap as s
inner join metingen as m using (meting_nr)
inner join opslag.status as st using (status_nr)
inner join opslag.uitkomst as uv on s.uitkomst_van_nr = uv.uitkomst_nr
left join opslag.uitkomst as un on s.uitkomst_naar_nr = un.uitkomst_nr
left join opslag.bewijs as bn on s.bewijs_naar_nr = bn.bewijs_nr
left join opslag.toets_samen as ts using (toets_nr)
left join opslag.uitkomst as u on s.gedrukt.uitkomst_nr = u.uitkomst_nr
left join opslag.rapport as r on s.gedrukt.rapport_nr = r.rapport_nr
order by s.stap asc, s.kant desc, m.moment asc, m.aanpak asc, m.meting_id asc
