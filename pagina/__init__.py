"""What people see: one file per page; delen/ holds what pages share, uitvoer/ what leaves the house."""
