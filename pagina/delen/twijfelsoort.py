"""The kinds of doubt in words: where they are settled, and where it is told that they were."""

from __future__ import annotations

SOORT = {
    "lege_cel": "lege cel",
    "twee_tekens": "twee tekens in één cel",
    "geen_teken": "geen teken",
    "teken_en_tekst": "teken en tekst verschillen",
    "onzeker_teken": "onzeker teken",
    "kolom_onzeker": "kolom onzeker",
    "kop_ontbreekt": "kop ontbreekt",
    "gesplitst": "gesplitste tabel",
    "indicator_onzeker": "indicator onzeker",
    "indicator_onbekend": "indicator onbekend",
    "dubbel": "dubbel",
    "ander_thema": "ander thema",
    "herkenning": "over het rapport",
    "verschil": "verschil met de verzameling",
    "privacy": "persoonsgegevens",
}
