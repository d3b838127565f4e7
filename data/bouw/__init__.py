"""Building: from the tables of leveringen to a database that was checked, also as it was in an old version."""
