-- The leveringen that a schema of the lake knows and a built file does not: publishing it would lose them.
-- One row per levering.
select p.levering_id
from lake.{schema}.levering as p -- noqa: PRS
anti join {bestand}.opslag.levering using (levering_id)
order by p.levering_id;
