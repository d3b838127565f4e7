-- the rows in the order of all columns
select * from antwoord
order by all;
