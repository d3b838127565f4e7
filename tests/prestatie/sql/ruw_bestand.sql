-- one row per file with rapporten: the first row that came from it, and its levering (the name of its folder)
insert into ruw.bestand
select 'rapporten', min(rij), parse_filename(parse_dirpath(uit_bestand)) from ruw.rapporten
group by uit_bestand;
