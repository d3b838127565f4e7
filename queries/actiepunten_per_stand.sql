-- vraag: how many actiepunten have which stand, per gemeente?
-- korrel: one row per gemeente × stand
-- parameters: none
-- a date may be a year or a month: the latest is the one whose last day is
select
    gemeente_code,
    gemeente,
    stand,
    count(*) as aantal,
    max_by(opvolging_verwacht_tot, laatste_dag(opvolging_verwacht_tot)) as verwacht_tot,
    string_agg(distinct rapport_id, ' + ' order by rapport_id) as rapporten
from actiepunten
group by gemeente_code, gemeente, stand
order by gemeente, gemeente_code, stand
