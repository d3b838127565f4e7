-- Wrong on purpose: a window over aanpak × indicator. What took over from an aanpak is not seen.
create temp table fout as
select
    o.oordeel_nr,
    status(o.uitkomst_nr, nullif(o.naar_nr, 4), o.naar_nr is not null, v.einde is null) as status_nr
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
