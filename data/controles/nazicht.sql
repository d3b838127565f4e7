-- vraag: which promises of the method does the derived database break? (asked after every build; any row stops it)
-- korrel: one row per broken promise: belofte, aantal
-- parameters: none
with

belofte as (
    select
        'elke regel met een indicator, meting en rapport komt terug als oordeel' as belofte,
        (select count(distinct row(meting_id, indicator_id)) from ruw.oordelen)
        - (select count(*) from oordelen) as aantal
    union all
    select
        'elke bekende uitkomst heeft een opvolging',
        (select count(*) filter (where is_bekend(uitkomst_nr)) from opslag.oordeel)
        - (
            select count(distinct oordeel_nr) from opslag.telling
            where not verloop
        )
    union all
    select
        'elke bekende uitkomst heeft precies één laatste rij',
        (select count(*) filter (where is_bekend(uitkomst_nr)) from opslag.oordeel)
        - (
            select count(*) from opslag.telling
            where not verloop and status_nr <> status_niet_beoordeeld()
        )
    union all
    select
        'de woorden verliezen geen rij van de opvolging',
        (
            select count(*) from opslag.telling
            where not verloop
        ) - (select count(*) from opvolging
        )
    union all
    select
        'de woorden verliezen geen rij van het verloop',
        (
            select count(*) from opslag.telling
            where verloop
        ) - (select count(*) from verloop
        )
    union all
    select
        'de woorden verliezen geen rij van de stand',
        (select count(*) from opslag.stand) - (select count(*) from stand)
    union all
    select
        'de stand noemt elke aanpak en indicator één keer',
        (select count(*) - count(distinct row(aanpak_nr, begrip_nr)) from opslag.stand)
    union all
    select
        'alle bevindingen komen terug',
        (select count(*) from ruw.bevindingen) - (select count(*) from bevindingen)
)

select belofte, aantal from belofte
where aantal <> 0
