-- vraag: of how many verbeterpunten is unknown what became of them, and why?
-- korrel: one row per kind of not knowing; each aanpak × indicator counts once, by its latest row
-- parameters: kader (kader_id)
with

-- The rows without a test are the last of their line. Of one aanpak and begrip there are two where an earlier oordeel
-- was carried past a test that the later one was part of: they are one verbeterpunt, for which the later oordeel speaks.
laatste as (
    select gemeente, status, overgenomen
    from opvolging
    where kader_id = $kader and was_verbeterpunt and status in ('nog_niet_hertoetst', 'vervallen')
    qualify row_number() over (
        partition by aanpak_van_id, begrip_nr order by moment_van desc, overgenomen asc, oordeel_nr desc
    ) = 1
),

-- a skipped test is named as long as nothing later told more
benoemd as (
    select
        gemeente,
        if(status = 'nog_niet_hertoetst' and overgenomen, 'niet_beoordeeld', status) as soort
    from laatste
)

select soort, count(*) as aantal, string_agg(distinct gemeente, ', ' order by gemeente) as gemeenten
from benoemd
group by soort
order by soort
