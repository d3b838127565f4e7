-- make room for the next wrong query
drop table fout;
