-- the tables that a run made
select name from sqlite_temp_master
where type = 'table';
