"""Open data: every public view as files for anyone, with what data.overheid.nl wants to know of them."""
