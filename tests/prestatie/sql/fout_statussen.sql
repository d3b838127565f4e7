-- one row per verbeterpunt: where it was found, the status of its first step, and the status by the wrong query
select a.aanpak_id, m.peiljaar, goed.status, mis.status as fout_status
from stap as s
inner join opslag.oordeel as o using (oordeel_nr)
inner join opslag.meting as m using (meting_nr)
inner join opslag.aanpak as a on m.aanpak_nr = a.aanpak_nr
inner join opslag.status as goed using (status_nr)
inner join fout as f using (oordeel_nr)
inner join opslag.status as mis on f.status_nr = mis.status_nr
where s.uitkomst_van_nr in (2, 3) and s.volg_nr = s.begin_nr + 1;
