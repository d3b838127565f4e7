-- One row per file with rapporten: the first row that came from it, and its levering.
insert into ruw.bestand values ('rapporten', ?, ?);
