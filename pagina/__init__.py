"""What people see. A page is one file that reads as a table of contents; _<page>.py holds its own parts.

delen/ holds what pages share, uitvoer/ what leaves the house.
"""
