-- {tabel}: a table; {vragen}: a question mark for each column
insert into {tabel} values ({vragen});
