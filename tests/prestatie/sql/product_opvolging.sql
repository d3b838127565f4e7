-- the follow-up as the product keeps it, in the columns of the benchmark
select
    s.oordeel_nr, s.aanpak_nr as aanpak, s.gemeente_nr as gemeente, s.kader_nr as kader, s.indicator_nr as indicator,
    s.begrip_nr as begrip, s.jaar_van, s.jaar_naar, s.moment_van, t.moment as moment_naar,
    s.uitkomst_van_nr as uitkomst_van, s.uitkomst_naar_nr as uitkomst_naar, s.status_nr as status,
    s.overgenomen::tinyint as overgenomen, s.bewijs_van_nr as bewijs_van, s.bewijs_naar_nr as bewijs_naar
from opvolging_rij as s
left join opslag.toets as t using (toets_nr);
