"""Frames of the shape that the figures take: the real reports, Zwolle, and one that is very large."""

import random

import pandas as pd

KOLOMMEN = [
    "gemeente_code",
    "gemeente",
    "kolom_id",
    "kolom",
    "indicator_id",
    "kort",
    "indicator",
    "thema",
    "thema_volgorde",
    "indicator_volgorde",
    "status",
    "was_verbeterpunt",
    "verteld",
    "overgenomen",
    "uitkomst_van",
    "uitkomst_naar",
    "jaar_van",
    "jaar_naar",
]
_INDICATOREN = [
    ("visie", "Beleid en visie voor GGSR", "Toeleiding", 1),
    ("doelen", "Gezamenlijke doelen van netwerkpartners", "Toeleiding", 1),
    ("macht", "Doorzettingsmacht voor de regisseur", "De aanpak", 3),
    ("niet-loslaten", "Gezin wordt niet losgelaten", "De aanpak", 3),
    ("opschaling", "Opschaling bij stagnatie", "Samenwerking", 4),
    ("afspraken", "Samenwerkingsafspraken over de aanpak", "Samenwerking", 4),
    ("bevoegdheid", "Beslisbevoegdheid van medewerkers", "Samenwerking", 4),
    ("informatie", "Afspraken over informatie delen", "Samenwerking", 4),
    ("beschikbaar", "Beschikbaarheid van zorg en ondersteuning", "Continu", 5),
    ("vervolg", "Afspraken over vervolg van de hulp", "Continu", 5),
]
_AANPAKKEN = {
    "HH": ("GM0361", "Alkmaar", "Helpende Hand in de Wijk"),
    "IG": ("GM0080", "Leeuwarden", "Interventieteam Gezinnen"),
    "VI": ("GM0080", "Leeuwarden", "Voorwaardelijke Interventie Gezinnen"),
}
_NAAR = {
    "opgepakt": ("verbeterpunt", "voldoet"),
    "niet_opgepakt": ("verbeterpunt", "verbeterpunt"),
    "deels_opgepakt": ("verbeterpunt", "gemengd"),
    "behouden": ("voldoet", "voldoet"),
    "teruggevallen": ("voldoet", "verbeterpunt"),
    "niet_beoordeeld": ("verbeterpunt", "niet_beoordeeld"),
    "nog_niet_hertoetst": ("verbeterpunt", None),
    "vervallen": ("verbeterpunt", None),
}
_VAKKEN = {
    "HH": {
        "visie": "niet_opgepakt",
        "doelen": "niet_beoordeeld",
        "macht": "niet_opgepakt",
        "niet-loslaten": "niet_opgepakt",
        "afspraken": "niet_opgepakt",
        "informatie": "niet_opgepakt",
    },
    "IG": dict.fromkeys(["macht", "opschaling", "afspraken", "bevoegdheid", "beschikbaar", "vervolg"], "opgepakt")
    | {"bevoegdheid": "behouden"},
    "VI": dict.fromkeys(["macht", "opschaling", "afspraken", "bevoegdheid", "beschikbaar", "vervolg"], "opgepakt")
    | {"vervolg": "behouden"},
}


def alkmaar_leeuwarden() -> pd.DataFrame:
    """3 aanpakken × 10 indicatoren, 18 cells: 16 verbeterpunten, 2 behouden; what is known of Leeuwarden was told."""
    rijen = []
    for aanpak, vakken in _VAKKEN.items():
        code, gemeente, naam = _AANPAKKEN[aanpak]
        for nr, (indicator, kort, thema, thema_nr) in enumerate(_INDICATOREN):
            if (status := vakken.get(indicator)) is None:
                continue
            van, naar = _NAAR[status]
            lang = f"{kort}, zoals het kader het in een hele zin zegt"
            was = status not in {"behouden", "teruggevallen"}
            plek = (code, gemeente, aanpak, naam, indicator, kort, lang, thema, thema_nr, nr)
            rijen.append((*plek, status, was, gemeente == "Leeuwarden", False, van, naar, 2013, 2014))
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def zwolle() -> pd.DataFrame:
    """1 aanpak × 33 indicatoren without a later test: 22 voldoet, 10 verbeterpunt, 1 gemengd."""
    rijen = []
    for nr in range(33):
        van = "gemengd" if nr == 5 else "verbeterpunt" if nr % 3 == 1 and nr < 30 else "voldoet"
        thema = ["Toeleiding", "Gezin centraal", "De aanpak", "Samenwerking", "Continu"][nr // 7]
        kort = f"{['Regisseur heft stagnatie op', 'Sociaal netwerk in kaart', 'Outreachend'][nr % 3]} nummer {nr}"
        plek = ("GM0193", "Zwolle", "BD", "Bijzondere Doelgroepen", f"i{nr}", kort, kort, thema, nr // 7, nr)
        rijen.append((*plek, "nog_niet_hertoetst", van != "voldoet", False, False, van, None, 2013, None))
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def groot(kolommen: int = 342, indicatoren: int = 60) -> pd.DataFrame:
    """Fictional, per gemeente, about nine in ten cells filled; the same every time."""
    worp = random.Random(7)
    statussen = list(_NAAR)
    rijen = []
    for k in range(kolommen):
        for i in range(indicatoren):
            if worp.random() < 0.1:
                continue
            status = worp.choice(statussen)
            van, naar = _NAAR[status]
            naam = f"Verzonnen gemeente {k + 1:03}"
            plek = (f"GM9{k:03}", naam, f"g{k}", naam, f"i{i}", f"Indicator nummer {i + 1}")
            thema = f"Thema {i // 12 + 1}"
            was = status not in {"behouden", "teruggevallen"}
            rijen.append(
                (*plek, f"Indicator {i + 1}", thema, i // 12, i, status, was, False, False, van, naar, 2013, 2014)
            )
    return pd.DataFrame(rijen, columns=KOLOMMEN)


def per_gemeente() -> pd.DataFrame:
    """Shares by thema and gemeente: with a 0/N, an N/N, a cell without anything assessed, and a missing cell."""
    kolommen = ["rij", "rij_groep", "kolom", "opgepakt", "beoordeeld", "vastgesteld", "getoetst", "verteld"]
    rijen = [
        ("Toeleiding", "", "Alkmaar", 0, 1, 2, 0, 0),
        ("De aanpak", "", "Alkmaar", 0, 2, 2, 0, 0),
        ("De aanpak", "", "Leeuwarden", 2, 2, 2, 0, 2),
        ("De aanpak", "", "Voorbeeldstad", 1, 3, 4, 1, 0),
        ("Samenwerking", "", "Alkmaar", 0, 2, 2, 0, 0),
        ("Samenwerking", "", "Leeuwarden", 5, 5, 5, 0, 5),
        ("Samenwerking", "", "Voorbeeldstad", 2, 3, 3, 2, 0),
        ("Continu", "", "Leeuwarden", 3, 3, 3, 0, 3),
        ("Continu", "", "Voorbeeldstad", 0, 0, 2, 0, 0),
    ]
    return pd.DataFrame(rijen, columns=kolommen).assign(eerder_vastgesteld=0)


def themas() -> pd.DataFrame:
    """Verbeterpunten of the two real reports by thema and status; of Continu one was tested, which is not so."""
    rijen = [
        ("Toeleiding", 1, "niet_opgepakt", False, 1),
        ("Toeleiding", 1, "niet_beoordeeld", False, 1),
        ("De aanpak", 3, "opgepakt", True, 2),
        ("De aanpak", 3, "niet_opgepakt", False, 2),
        ("Samenwerking", 4, "opgepakt", True, 5),
        ("Samenwerking", 4, "niet_opgepakt", False, 2),
        ("Continu", 5, "opgepakt", False, 1),
        ("Continu", 5, "opgepakt", True, 2),
    ]
    return pd.DataFrame(rijen, columns=["thema", "thema_volgorde", "status", "verteld", "aantal"])
