"""The version of the method by which figures are made; printed with every figure."""

#: Version of docs/methode.md as the SQL of this room carries it out (in the order of data/bouw/maken.py).
#: tests/data/afleiding/test_methode.py fails when that changes and this does not.
METHODEVERSIE = "2"
