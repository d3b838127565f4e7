-- vraag: which facts and which method does this database hold?
-- korrel: exactly one row
-- parameters: none
select datasetversie, methodeversie, kennisdatum, gebouwd_op, bevat_fictief, bevat_concept, laatst_aanvaard
from dataset
