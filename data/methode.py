"""The version of the method by which figures are made; printed with every figure."""

#: Version of docs/methode.md as the derivation carries it out: data/macros.sql, and the files that a build runs to
#: derive and to show (data/maken.py). tests/data/test_methode.py fails when one of those changes and this does not.
METHODEVERSIE = "1"
