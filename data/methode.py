"""The version of the method by which figures are made; printed with every figure."""

#: Version of docs/methode.md as data/lijn.sql, opvolging.sql, verloop.sql and stand.sql carry it out.
#: A test fails when one of those files changes and this does not.
METHODEVERSIE = "1"
