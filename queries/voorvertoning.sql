-- vraag: what does the follow-up come to in each gemeente? Asked with and without a proposal, to show what it changes
-- korrel: one row per gemeente × kader × pair of years (jaar_naar null: no later test)
-- parameters: none
select
    gemeente_code, gemeente, kader_id, kader, opslag.periode(jaar_van, jaar_naar) as periode, jaar_van, jaar_naar,
    unnest(
        opslag.geteld(
            status, was_verbeterpunt, status = 'opgepakt' and bewijs_naar = 'mondelinge_rapportage'
        )
    )
from opvolging
group by gemeente_code, gemeente, kader_id, kader, jaar_van, jaar_naar
order by gemeente asc, gemeente_code asc, kader_id asc, jaar_van asc, jaar_naar asc nulls last
