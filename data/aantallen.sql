-- vraag: how many rows has each public view that holds facts?
-- korrel: one row per view: naam, aantal
-- parameters: none
select 'rapporten' as naam, count(*) as aantal from opslag.rapport
union all
select 'metingen', count(*) from metingen
union all
select 'oordelen', count(*) from oordelen
union all
select 'opvolging', count(*) from opvolging
union all
select 'verloop', count(*) from verloop
union all
select 'stand', count(*) from stand
union all
select 'bevindingen', count(*) from bevindingen
union all
select 'actiepunten', count(*) from actiepunten
