-- nothing here outlives the process; sorting and temporary tables stay in memory
pragma journal_mode = off;
pragma synchronous = off;
pragma temp_store = memory;
pragma cache_size = -1000000;
