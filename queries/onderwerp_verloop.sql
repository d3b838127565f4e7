-- vraag: how did each aanpak fare on an indicator, or on every indicator of an onderwerp, from first to last?
-- korrel: one row per course (verloop: aanpak in which the indicator was first known × indicator), and one per aanpak ×
--   indicator of which nothing but empty cells was ever printed (status null)
-- parameters: onderwerp (onderwerp_id; null: any), indicator (indicator_id of any edition; null: any), gemeenten
--   (gemeente_codes, with what merged into them; null: all), provincies (null: all), alleen_open (true: only what is
--   open now)
-- metingen: what every meting on the line of the aanpak printed, oldest first; uitkomst null: the meting could have
--   held the indicator, but did not print it. The status is that of the view verloop, the nu_ columns are of stand;
-- nu_gemeld counts those of nu_open of which the gemeente says that it was done.
with

begrip as (
    select distinct i.begrip_nr
    from indicatoren as i
    where
        ($onderwerp is null or i.onderwerp_id = $onderwerp)
        and (
            $indicator is null
            or i.begrip_nr in (
                select j.begrip_nr from indicatoren as j
                where j.indicator_id = $indicator
            )
        )
),

gedrukt as (
    select o.oordeel_nr, o.meting_nr, o.uitkomst_nr, o.toelichting, o.vindplaats, o.pagina, o.rapport_nr, i.begrip_nr
    from opslag.oordeel as o
    inner join opslag.indicator as i using (indicator_nr)
    semi join begrip as b on i.begrip_nr = b.begrip_nr
),

bekend as (
    select
        a.aanpak_nr, v.begrip_nr, v.jaar_van, v.uitkomst_van, v.bewijs_van, v.rapport_van, v.aanpak_naar, v.jaar_naar,
        v.uitkomst_naar, v.bewijs_naar, v.rapport_naar, v.status, v.was_verbeterpunt
    from verloop as v
    inner join opslag.aanpak as a on v.aanpak_van_id = a.aanpak_id
    semi join begrip as b on v.begrip_nr = b.begrip_nr
),

op_een_lijn as (
    select l.lid_nr, k.begrip_nr
    from bekend as k
    inner join opslag.lijn as l using (aanpak_nr)
),

-- nothing but empty cells, and on nobody's course
nooit_bekend as (
    select m.aanpak_nr, g.begrip_nr
    from gedrukt as g
    inner join opslag.meting as m using (meting_nr)
    anti join op_een_lijn as op on m.aanpak_nr = op.lid_nr and g.begrip_nr = op.begrip_nr
    group by m.aanpak_nr, g.begrip_nr
),

loop as (
    select * from bekend
    union all by name
    select aanpak_nr, begrip_nr from nooit_bekend
),

nu as (
    select
        c.aanpak_nr, c.begrip_nr,
        count(*) filter (where s.open) as nu_open,
        count(g.rapport_nr) as nu_gemeld,
        count(s.open) as nu_bekend,
        count(*) as nu_standen,
        min(s.sinds) as sinds
    from loop as c
    inner join opslag.lijn as l using (aanpak_nr)
    inner join opslag.stand as s on l.lid_nr = s.aanpak_nr and c.begrip_nr = s.begrip_nr
    left join opslag.stand_gemeld as g
        on s.aanpak_nr = g.aanpak_nr and s.kader_nr = g.kader_nr and s.begrip_nr = g.begrip_nr
    group by c.aanpak_nr, c.begrip_nr
),

gekozen as (
    select
        c.*,
        coalesce(n.nu_open, 0) as nu_open,
        coalesce(n.nu_gemeld, 0) as nu_gemeld,
        coalesce(n.nu_bekend, 0) as nu_bekend,
        coalesce(n.nu_standen, 0) as nu_standen,
        n.sinds
    from loop as c
    inner join aanpakken as a using (aanpak_nr)
    left join nu as n using (aanpak_nr, begrip_nr)
    where
        (not $alleen_open or n.nu_open > 0)
        and ($provincies is null or list_contains($provincies::varchar[], a.provincie))
        and (
            $gemeenten is null
            or a.gemeente_code in (select m.gemeente_code from opslag.met_opgegane($gemeenten) as m)
        )
),

-- an aanpak of which nothing is known speaks for itself alone
teken as (
    select
        c.aanpak_nr, c.begrip_nr,
        list({
            'jaar': m.peiljaar,
            'aanpak': a.aanpak,
            'bewijs': m.bewijs,
            'uitkomst': if(g.oordeel_nr is null, null, u.uitkomst),
            'toelichting': g.toelichting,
            'vindplaats': g.vindplaats,
            'pagina': g.pagina,
            'rapport_id': r.rapport_id,
            'rapport': r.titel
        } order by lm.moment, m.meting_id) as metingen
    from gekozen as c
    inner join opslag.lijn_meting as lm
        on c.aanpak_nr = lm.aanpak_nr and (c.status is not null or c.aanpak_nr = lm.lid_nr)
    semi join opslag.indicator using (begrip_nr, editie_nr)
    inner join metingen as m on lm.meting_nr = m.meting_nr
    inner join aanpakken as a on lm.lid_nr = a.aanpak_nr
    left join gedrukt as g on lm.meting_nr = g.meting_nr and c.begrip_nr = g.begrip_nr
    left join opslag.uitkomst as u on g.uitkomst_nr = u.uitkomst_nr
    left join opslag.rapport as r on g.rapport_nr = r.rapport_nr
    group by c.aanpak_nr, c.begrip_nr
)

select
    i.kader_id, i.kader, n.thema, n.onderwerp, n.indicator_id, n.kort, n.indicator, n.niet_meer_in_kader,
    a.gemeente_code, a.gemeente, a.provincie, a.aanpak_id, a.aanpak, c.jaar_van, c.uitkomst_van, c.bewijs_van,
    c.rapport_van, c.aanpak_naar, c.jaar_naar, c.uitkomst_naar, c.bewijs_naar, c.rapport_naar, c.status,
    c.was_verbeterpunt, c.nu_open, c.nu_gemeld, c.nu_bekend, c.nu_standen, c.sinds, t.metingen
from gekozen as c
inner join aanpakken as a using (aanpak_nr)
inner join opslag.begrip_naam as n using (begrip_nr)
inner join indicatoren as i on n.indicator_id = i.indicator_id
inner join teken as t on c.aanpak_nr = t.aanpak_nr and c.begrip_nr = t.begrip_nr
order by
    i.kader_id, n.thema_volgorde, n.thema, n.indicator_volgorde, n.indicator_id, a.gemeente, a.gemeente_code, a.aanpak,
    a.aanpak_id
