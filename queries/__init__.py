"""What we ask: one .sql per question, and one small runner. `bron()` gives the database that is current now."""

from queries.lijst import vragen
from queries.loper import Bron, bron, bron_op, bron_versie, heeft_concept

__all__ = ["Bron", "bron", "bron_op", "bron_versie", "heeft_concept", "vragen"]
