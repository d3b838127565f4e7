-- What is said of a test, per docs/methode.md section 3: the aanpakken and rapporten of the metingen that it rests on.

-- one row per test
create table opslag.toets_samen as
with

meting as (
    select tm.toets_nr, a.aanpak, r.rapport_id, count(*) over (partition by tm.toets_nr) as metingen
    from opslag.toets_meting as tm
    inner join opslag.meting using (meting_nr)
    inner join opslag.aanpak as a using (aanpak_nr)
    inner join opslag.rapport as r using (rapport_nr)
)

-- few tests have more than one meting, and putting names together takes long
select toets_nr, aanpak as aanpak_naar, rapport_id as rapport_naar
from meting
where metingen = 1
union all
select
    toets_nr,
    string_agg(distinct aanpak, ' + ' order by aanpak),
    string_agg(distinct rapport_id, ' + ' order by rapport_id)
from meting
where metingen > 1
group by toets_nr;
