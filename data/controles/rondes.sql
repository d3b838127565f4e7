-- vraag: in which onderzoeksrondes are more gemeenten named or measured than took part?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with recursive

omvat as (
    select gemeente_code, gemeente_code as omvat_code from ruw.gemeenten
    union
    select w.naar, o.omvat_code
    from omvat as o
    inner join ruw.gebiedswijzigingen as w on o.gemeente_code = w.van and w.soort = 'opgegaan_in'
),

gemeten as (
    select m.ronde_id, a.gemeente_code, min(moment(m.bezoek_op, m.onderzoek_tot, m.peiljaar)) as eerst
    from ruw.metingen as m
    inner join ruw.aanpakken as a using (aanpak_id)
    where m.ronde_id is not null
    group by m.ronde_id, a.gemeente_code
),

bekend as (
    select ronde_id, gemeente_code from gemeten
    union
    select ronde_id, gemeente_code from ruw.ronde_deelname
),

-- one that no rapport names and that was first looked at after it took over another: of the round it is that other one
vervolg as (
    select g.ronde_id, g.gemeente_code
    from gemeten as g
    anti join ruw.ronde_deelname as d on g.ronde_id = d.ronde_id and g.gemeente_code = d.gemeente_code
    inner join ruw.gebiedswijzigingen as w
        on g.gemeente_code = w.naar and w.soort = 'opgegaan_in' and g.eerst >= try_cast(w.datum as date)
    inner join omvat as o on w.van = o.gemeente_code
    semi join bekend as b on g.ronde_id = b.ronde_id and o.omvat_code = b.gemeente_code
),

geteld as (
    select b.ronde_id, count(*) as aantal, string_agg(g.gemeente, ', ' order by g.gemeente, g.gemeente_code) as namen
    from bekend as b
    anti join vervolg as v on b.ronde_id = v.ronde_id and b.gemeente_code = v.gemeente_code
    inner join ruw.gemeenten as g on b.gemeente_code = g.gemeente_code
    group by b.ronde_id
)

select
    'onderzoeksrondes' as tabel, r.rij, 'aantal_gemeenten' as kolom,
    'ronde "' || r.ronde_id || '" heeft aantal ' || r.aantal_gemeenten || ', maar genoemd of gemeten zijn er '
    || g.aantal || ' (' || g.namen || ')' as mis,
    'een aantal van ten minste ' || g.aantal
    || ', of minder gemeenten in ronde_deelname.csv en bij de metingen van deze ronde' as verwacht
from ruw.onderzoeksrondes as r
inner join geteld as g using (ronde_id)
where
    try_cast(r.aantal_gemeenten as integer) < g.aantal
    and ruw.heeft(['ronde_deelname.ronde_id', 'ronde_deelname.gemeente_code'])
    and ruw.heeft(['gebiedswijzigingen.van', 'gebiedswijzigingen.naar', 'gebiedswijzigingen.datum'])
    and ruw.heeft(['gebiedswijzigingen.soort'])
