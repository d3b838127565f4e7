-- Wrong on purpose: a window over aanpak × indicator. What took over from an aanpak is not seen.
create temp table fout as
select
    o.oordeel_nr,
    case
        when o.naar_nr is null then if(v.einde is null, 7, 8)
        when o.naar_nr = 4 then 6
        else status(o.uitkomst_nr, o.naar_nr)
    end as status_nr
from (
    select
        o.oordeel_nr, o.uitkomst_nr, m.aanpak_nr,
        lead(o.uitkomst_nr) over (partition by m.aanpak_nr, m.kader_nr, i.begrip_nr order by m.moment) as naar_nr
    from opslag.oordeel as o
    inner join opslag.meting as m using (meting_nr)
    inner join opslag.indicator as i using (indicator_nr)
) as o
inner join opslag.leven as v using (aanpak_nr)
where o.uitkomst_nr <= 3;
