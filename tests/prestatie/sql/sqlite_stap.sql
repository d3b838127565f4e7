-- One test further for every oordeel of which nothing is known yet (docs/methode.md section 4).

insert into stap
select oordeel_nr, null, vorige, null from actief
where toets is null;

-- the tests of which an edition holds the begrip
create temp table kandidaat as
select a.oordeel_nr, a.toets, a.vorige, t.meting, t.takken, o.begrip, o.moment as sinds
from actief as a
inner join oorsprong as o on a.oordeel_nr = o.oordeel_nr
inner join toets as t on a.toets = t.toets
where exists (
    select 1 from toets_editie as e
    inner join indicator as i on e.editie = i.editie
    where e.toets = a.toets and i.begrip = o.begrip
);
create index kandidaat_op_nr on kandidaat (oordeel_nr);
create temp table uitkomst as
with

tak as (
    select
        k.oordeel_nr, k.takken, u.uitkomst,
        row_number() over (partition by k.oordeel_nr, t.tak order by t.moment desc, t.diepte desc) as rang
    from kandidaat as k
    inner join tak_meting as t on k.toets = t.toets and k.sinds < t.moment
    inner join oorsprong as u on t.meting = u.meting and k.begrip = u.begrip
    where k.meting is null
),

gezamenlijk as (
    select
        oordeel_nr,
        case
            when max(uitkomst) = 1 then case when count(*) = max(takken) then 1 end
            when min(uitkomst) = 2 and max(uitkomst) = 2 then 2
            else 3
        end as uitkomst
    from tak
    where rang = 1
    group by oordeel_nr
)

select k.oordeel_nr, k.toets, k.vorige, u.uitkomst
from kandidaat as k
left join oorsprong as u on k.meting = u.meting and k.begrip = u.begrip
where k.meting is not null
union all
select k.oordeel_nr, k.toets, k.vorige, g.uitkomst
from kandidaat as k
left join gezamenlijk as g on k.oordeel_nr = g.oordeel_nr
where k.meting is null;

insert into stap
select oordeel_nr, toets, vorige, uitkomst from uitkomst;

-- what is unknown goes on from this test, what was passed over goes on as it was
create temp table verder as
select u.oordeel_nr, t.volgende as toets, u.toets as vorige
from uitkomst as u
inner join toets as t on u.toets = t.toets
where u.uitkomst is null
union all
select a.oordeel_nr, t.volgende, a.vorige
from actief as a
inner join toets as t on a.toets = t.toets
where not exists (select 1 from kandidaat as k where k.oordeel_nr = a.oordeel_nr);

drop table actief;
drop table kandidaat;
drop table uitkomst;
alter table verder rename to actief;
