-- The metingen that count in a row of opslag.stand beside the one that it names: what branches say together rests on
-- each of them. Most rows have none.
create table opslag.stand_meting as
select t.aanpak_nr, t.begrip_nr, t.meting_nr
from stand_tak as t
inner join opslag.stand as s on t.aanpak_nr = s.aanpak_nr and t.begrip_nr = s.begrip_nr
where t.meting_nr <> s.meting_nr
order by t.aanpak_nr, t.begrip_nr, t.meting_nr;
