"""The version of the method by which figures are made; printed with every figure."""

#: Version of docs/methode.md as the derivation carries it out: data/macros.sql, lijn.sql, opvolging.sql, verloop.sql,
#: stand.sql and tellen.sql. tests/data/test_methode.py fails when one of those files changes and this does not.
METHODEVERSIE = "1"
