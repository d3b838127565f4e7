-- vraag: which metingen behind a selection print only some rows of their kader?
-- korrel: one row per meting with dekking 'selectie' under the kader, among the chosen gemeenten
-- parameters: kader, gemeenten (null: all)
select gemeente, aanpak, peiljaar, bewijs
from metingen
where
    kader_id = $kader and dekking = 'selectie'
    and ($gemeenten is null or list_contains($gemeenten::varchar[], gemeente_code))
order by gemeente, peiljaar, aanpak
