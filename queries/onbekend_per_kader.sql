-- vraag: of how many verbeterpunten is unknown what became of them, and why?
-- korrel: one row per kind of not knowing: of each line only the latest row counts, so that nothing counts twice
-- parameters: kader (kader_id)
with

-- the rows without a test are the last of their line; a skipped test is named as long as nothing later told more
laatste as (
    select
        gemeente, status,
        case
            when status = 'nog_niet_hertoetst' and overgenomen then 'niet_beoordeeld'
            else status
        end as soort
    from opvolging
    where kader_id = $kader and was_verbeterpunt and status in ('nog_niet_hertoetst', 'vervallen')
)

select soort, count(*) as aantal, string_agg(distinct gemeente, ', ' order by gemeente) as gemeenten
from laatste
group by soort
order by soort
