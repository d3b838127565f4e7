-- {tabel}: a table that is filled from the client
copy {tabel} from stdin;
