-- What a verdict rests on beside its test (data/afleiding/waarop.sql) is no part of the question: nothing, then.
create temp table rust_op (verloop boolean, oordeel_nr integer, toets_nr integer);
