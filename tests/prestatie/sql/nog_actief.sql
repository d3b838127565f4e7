-- how many oordelen still look for their next test
select count(*) from actief;
