-- vraag: which facts and which method does this database hold?
-- korrel: exactly one row
-- parameters: none
select
    datasetversie, methodeversie, kennisdatum, gebouwd_op, bevat_fictief, bevat_concept, laatst_aanvaard,
    -- no rapport that counts came with a levering of real facts; the lists of the country are real beside any of them
    bevat_fictief and not exists (
        select r.rapport_nr from opslag.rapport as r
        inner join opslag.levering as l using (levering_id)
        where not l.fictief
    ) as alles_fictief
from dataset
