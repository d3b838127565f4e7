-- The rows of stap and loop with what is known of the metingen and tests at both ends (codes, no words).

-- what became of an oordeel, from one test to the next: the rows of stap with what is known of both
create temp view opvolging_rij as
select
    s.oordeel_nr, b.aanpak_nr, b.gemeente_nr, b.kader_nr, s.indicator_nr, i.begrip_nr,
    coalesce(v.jaar, m.peiljaar) as jaar_van,
    n.jaar as jaar_naar,
    coalesce(v.laatste, m.moment) as moment_van,
    n.toets_nr, s.uitkomst_van_nr, s.uitkomst_naar_nr, s.status_nr,
    is_verbeterpunt(s.uitkomst_van_nr) as was_verbeterpunt,
    v.toets_nr is not null as overgenomen,
    m.bewijs_nr as bewijs_van_nr,
    n.bewijs_nr as bewijs_naar_nr,
    b.meting_nr
from stap as s
inner join begin as b using (begin_nr)
inner join opslag.meting as m using (meting_nr)
inner join opslag.indicator as i on s.indicator_nr = i.indicator_nr
inner join schakel as volg on s.volg_nr = volg.schakel_nr
-- of the steps of an oordeel only the last has a known verdict
left join rust_op as r on s.oordeel_nr = r.oordeel_nr and not r.verloop and is_bekend(s.uitkomst_naar_nr)
left join opslag.toets as n on coalesce(r.toets_nr, volg.toets_nr) = n.toets_nr
left join schakel as vorig on nullif(s.volg_nr - 1, s.begin_nr) = vorig.schakel_nr
left join opslag.toets as v on vorig.toets_nr = v.toets_nr;

-- the same of loop: from the first known uitkomst to the latest
create temp view verloop_rij as
select
    s.oordeel_nr, b.aanpak_nr, b.gemeente_nr, b.kader_nr, s.indicator_nr, i.begrip_nr,
    m.peiljaar as jaar_van, n.jaar as jaar_naar, m.moment as moment_van, n.toets_nr, s.uitkomst_van_nr,
    s.uitkomst_naar_nr, s.status_nr,
    is_verbeterpunt(s.uitkomst_van_nr) as was_verbeterpunt,
    false as overgenomen,
    m.bewijs_nr as bewijs_van_nr,
    n.bewijs_nr as bewijs_naar_nr,
    b.meting_nr
from loop as s
inner join begin as b using (begin_nr)
inner join opslag.meting as m using (meting_nr)
inner join opslag.indicator as i on s.indicator_nr = i.indicator_nr
inner join schakel as volg on s.volg_nr = volg.schakel_nr
left join rust_op as r on s.oordeel_nr = r.oordeel_nr and r.verloop
left join opslag.toets as n on coalesce(r.toets_nr, volg.toets_nr) = n.toets_nr;
