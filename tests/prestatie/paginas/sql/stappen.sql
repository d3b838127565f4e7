-- the steps or courses of a pair of years, for the oracle: gemeente_nr, begrip_nr, status_nr, was_verbeterpunt
select gemeente_nr, begrip_nr, status_nr, was_verbeterpunt
from opslag.telling
where
    verloop = $verloop and kader_nr = $kader_nr and jaar_van = $jaar_van and jaar_naar is not distinct from $jaar_naar
