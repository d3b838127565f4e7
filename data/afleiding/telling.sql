-- Counted beforehand, per docs/methode.md section 7: what pages ask again and again, in numbers and at a grain at which
-- no filter can change it. data/afleiding/tellen.sql counts the rest when it is asked.

-- one row per begrip: of one that stands in several editions the newest gives name and thema
create table opslag.begrip_naam as
with

editie as (
    select *, volgorde = max(volgorde) over (partition by kader_nr) as nieuwste from opslag.editie
)

select
    i.begrip_nr, i.thema_nr, t.thema_id, t.thema, t.volgorde as thema_volgorde, c.criterium, o.onderwerp_id,
    o.onderwerp, i.indicator_id, i.indicator, i.kort, i.volgorde as indicator_volgorde,
    not e.nieuwste as niet_meer_in_kader
from opslag.indicator as i
inner join editie as e using (editie_nr)
inner join opslag.thema as t using (thema_nr)
left join opslag.criterium as c using (criterium_nr)
inner join opslag.onderwerp as o using (onderwerp_nr)
qualify row_number() over (partition by i.begrip_nr order by e.volgorde desc, e.editie_id desc) = 1
order by i.begrip_nr;

-- Every step (verloop false) and every course, with what is known at both ends: stored as readers select them, always
-- one kader and nearly always one pair of years, so that little is read and what repeats takes no room
create table opslag.telling as
with

rij as (
    select false as verloop, * from opvolging_rij
    union all
    select true as verloop, * from verloop_rij
)

select
    r.verloop, r.kader_nr, r.jaar_van, r.jaar_naar, r.gemeente_nr, r.aanpak_nr, r.begrip_nr, r.status_nr,
    r.was_verbeterpunt, r.uitkomst_van_nr, r.uitkomst_naar_nr, r.bewijs_van_nr, r.bewijs_naar_nr, r.overgenomen,
    r.moment_van, r.meting_nr, r.toets_nr, o.rapport_nr, r.oordeel_nr, r.indicator_nr
from rij as r
inner join opslag.oordeel as o using (oordeel_nr)
order by
    r.verloop, r.kader_nr, r.jaar_van, r.jaar_naar, r.gemeente_nr, r.aanpak_nr, r.meting_nr, r.indicator_nr;

-- One row per gemeente × indicator × pair of years, of the steps (verloop false) and of the courses: what its rows come
-- to. Only a filter on bewijs_naar leaves out a part of such a cell; every other takes or leaves it whole.
create table opslag.cel_gemeente as
select
    verloop, kader_nr, jaar_van, jaar_naar, gemeente_nr, begrip_nr,
    status_samen(status_nr, was_verbeterpunt) as status_nr,
    bool_or(was_verbeterpunt) as was_verbeterpunt,
    verteld_samen(verteld(status_nr, bewijs_naar_nr), was_verbeterpunt) as verteld,
    overgenomen_samen(overgenomen, was_verbeterpunt) as overgenomen,
    bits_samen(als_bit(uitkomst_van_nr), was_verbeterpunt) as uitkomsten_van,
    bits_samen(als_bit(uitkomst_naar_nr), was_verbeterpunt) as uitkomsten_naar
from opslag.telling
group by verloop, kader_nr, jaar_van, jaar_naar, gemeente_nr, begrip_nr
order by verloop, kader_nr, jaar_van, jaar_naar, gemeente_nr, begrip_nr;

-- One row per aanpak of which several steps, or several courses, fall in one cell of the heatmap: a few, since it takes
-- two metingen in one peiljaar. What a step of any other aanpak says, its cell says.
create table opslag.aanpak_gedeeld as
with

-- counting bits finds every aanpak with more steps than indicatoren in a pair of years, at a tenth of the price of
-- counting per indicator, and a few without
verdacht as (
    select aanpak_nr
    from opslag.telling
    group by verloop, kader_nr, jaar_van, jaar_naar, aanpak_nr
    having count(*) > bit_count(bit_or(1::ubigint << (begrip_nr % 63)))
),

gedeeld as (
    select s.aanpak_nr
    from opslag.telling as s
    semi join verdacht as v on s.aanpak_nr = v.aanpak_nr
    group by s.verloop, s.kader_nr, s.jaar_van, s.jaar_naar, s.aanpak_nr, s.begrip_nr
    having count(*) > 1
)

select distinct aanpak_nr from gedeeld;

-- one row per pair of years of a kader, of the steps and of the courses
create table opslag.periode_telling as
select
    verloop, kader_nr, jaar_van, jaar_naar,
    count(*) filter (where was_verbeterpunt) as verbeterpunten,
    count(distinct gemeente_nr) filter (where was_verbeterpunt) as gemeenten_met_verbeterpunt
from opslag.telling
group by verloop, kader_nr, jaar_van, jaar_naar
order by verloop, kader_nr, jaar_van, jaar_naar;

-- one row per kader × gemeente of which there is a meting; bekend: how many oordelen have a known uitkomst
create table opslag.meting_gemeente as
with

per_meting as (
    select meting_nr, count(*) as oordelen, count(*) filter (where is_bekend(uitkomst_nr)) as bekend
    from opslag.oordeel
    group by meting_nr
)

select
    m.kader_nr, a.gemeente_nr,
    count(*)::uinteger as metingen,
    coalesce(sum(p.oordelen), 0)::uinteger as oordelen,
    coalesce(sum(p.bekend), 0)::uinteger as bekend,
    list(distinct m.peiljaar order by m.peiljaar) as peiljaren
from opslag.meting as m
inner join opslag.aanpak as a using (aanpak_nr)
left join per_meting as p using (meting_nr)
group by m.kader_nr, a.gemeente_nr
order by m.kader_nr, a.gemeente_nr;

-- one row per kader × gemeente of which any stand is known
create table opslag.stand_gemeente as
with

rapport as (
    select s.kader_nr, s.gemeente_nr, string_agg(distinct r.rapport_id, ' + ' order by r.rapport_id) as rapporten
    from (
        select distinct s.kader_nr, s.gemeente_nr, o.rapport_nr
        from opslag.stand as s
        inner join opslag.oordeel as o using (oordeel_nr)
    ) as s
    inner join opslag.rapport as r using (rapport_nr)
    group by s.kader_nr, s.gemeente_nr
),

geteld as (
    select
        kader_nr, gemeente_nr,
        (count(*) filter (where open))::uinteger as open,
        (count(*) filter (where open is null))::uinteger as onbekend,
        count(*)::uinteger as indicatoren,
        min(sinds) as sinds
    from opslag.stand
    group by kader_nr, gemeente_nr
)

select g.*, r.rapporten
from geteld as g
inner join rapport as r using (kader_nr, gemeente_nr)
order by g.kader_nr, g.gemeente_nr;
