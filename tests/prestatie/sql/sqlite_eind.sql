-- The rows of the follow-up, and the matrix of them.

create temp table opvolging as
select
    s.oordeel_nr, o.aanpak, a.gemeente, o.kader, o.indicator, o.begrip,
    coalesce(v.jaar, o.peiljaar) as jaar_van,
    n.jaar as jaar_naar,
    coalesce(v.laatste, o.moment) as moment_van,
    n.moment as moment_naar,
    o.uitkomst as uitkomst_van,
    case when s.toets is not null then coalesce(s.uitkomst, 4) end as uitkomst_naar,
    case
        when s.toets is null then case when l.aanpak is null then 8 else 7 end
        when s.uitkomst is null then 6
        when o.uitkomst = 1 then case when s.uitkomst = 1 then 4 else 5 end
        when s.uitkomst = 1 then 1
        when o.uitkomst = 2 and s.uitkomst = 3 then 2
        else 3
    end as status,
    case when s.vorige is null then 0 else 1 end as overgenomen,
    o.bewijs as bewijs_van,
    n.bewijs as bewijs_naar
from stap as s
inner join oorsprong as o on s.oordeel_nr = o.oordeel_nr
inner join aanpak as a on o.aanpak = a.aanpak
left join toets as n on s.toets = n.toets
left join toets as v on s.vorige = v.toets
left join leeft as l on o.aanpak = l.aanpak and o.kader = l.kader;

create temp table matrix as
select
    gemeente, indicator,
    count(*) filter (where status = 1) as opgepakt,
    count(*) filter (where status = 2) as deels_opgepakt,
    count(*) filter (where status = 3) as niet_opgepakt,
    count(*) filter (where status = 4) as behouden,
    count(*) filter (where status = 5) as teruggevallen,
    count(*) filter (where status = 6) as niet_beoordeeld,
    count(*) filter (where status = 7) as nog_niet_hertoetst,
    count(*) filter (where status = 8) as vervallen
from opvolging
group by gemeente, indicator;
