-- vraag: how many rows has each public view that holds facts?
-- korrel: one row per view: naam, aantal
-- parameters: none
-- Opvolging, verloop and stand are counted before they get their words: nazicht.sql holds every build to it that no row
-- is lost there, and to plan those views takes longer than to count all of them.
select 'rapporten' as naam, count(*) as aantal from opslag.rapport
union all
select 'metingen', count(*) from metingen
union all
select 'oordelen', count(*) from oordelen
union all
select 'opvolging', count(*) from opslag.telling
where not verloop
union all
select 'verloop', count(*) from opslag.telling
where verloop
union all
select 'stand', count(*) from opslag.stand
union all
select 'bevindingen', count(*) from bevindingen
union all
select 'actiepunten', count(*) from actiepunten
