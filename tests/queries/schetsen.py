"""Fictional leveringen for what the shipped rapporten do not hold."""

from __future__ import annotations

from tests.queries.hulp import oordelen

GEMEENTEN = "gemeente_code|gemeente\nFG0001|Een\nFG0002|Twee\nFG0003|Drie\nFG0004|Vier"
RAPPORT = "rapport_id|titel\nr1|Een verzonnen rapport"

#: One kader, one edition, three indicatoren.
KADER = {
    "gemeenten": GEMEENTEN,
    "rapporten": RAPPORT,
    "kaders": "kader_id|kader|niveau\nfk|Verzonnen kader|beleid",
    "edities": "editie_id|kader_id|editie|volgorde\ned|fk|eerste|1",
    "themas": "thema_id|editie_id|thema|volgorde\nt|ed|Thema|1",
    "indicatoren": """
        indicator_id|editie_id|thema_id|indicator|kort|volgorde
        b1|ed|t|Indicator een|Een|1
        b2|ed|t|Indicator twee|Twee|2
        b3|ed|t|Indicator drie|Drie|3
    """,
    "onderwerpen": "onderwerp_id|onderwerp|volgorde\no|Verzonnen onderwerp|1",
    "indicator_onderwerp": "indicator_id|onderwerp_id\nb1|o\nb2|o\nb3|o",
}

#: One aanpak, three visits in one peiljaar.
DRIE_KEER_IN_EEN_JAAR = (
    KADER
    | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A"}
    | oordelen("a 2013-02-01 ed b1=X b2=V", "a 2013-06-01 ed b1=X b2=X", "a 2013-11-01 ed b1=V b2=V")
)

#: Three gemeenten tested again in 2015, and one of them alone in 2016.
KLEINE_HERTOETS = (
    KADER
    | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B\nc|FG0003|Aanpak C"}
    | oordelen(
        "a 2014-06-01 ed b1=X b2=X",
        "a 2015-06-01 ed b1=V b2=X",
        "a 2016-06-01 ed b2=V bewijs=hertoets_verbeterpunten",
        "b 2014-06-01 ed b1=X",
        "b 2015-06-01 ed b1=X",
        "c 2014-06-01 ed b1=X b2=X b3=X",
        "c 2015-06-01 ed b1=V b2=V b3=-",
    )
)

#: In Een the one aanpak was told to have picked it up, the other was tested: not.
VERTELD_EN_GETOETST = (
    KADER
    | {"aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B"}
    | oordelen(
        "a 2013-06-01 ed b1=X",
        "a 2014-06-01 ed b1=V bewijs=mondelinge_rapportage",
        "b 2013-06-01 ed b1=X",
        "b 2014-06-01 ed b1=X bewijs=hertoets_verbeterpunten",
    )
)

#: FG0001 merged into FG0002, that into FG0003; part of FG0003 went to FG0004. The line a → b → c
#: crosses both mergers.
FUSIES = (
    KADER
    | {
        "gebiedswijzigingen": """
            van|naar|datum|soort
            FG0001|FG0002|2014-01-01|opgegaan_in
            FG0002|FG0003|2015-01-01|opgegaan_in
            FG0003|FG0004|2015-06-01|deel_naar
        """,
        "aanpakken": """
            aanpak_id|gemeente_code|aanpak
            a|FG0001|Aanpak A
            b|FG0002|Aanpak B
            c|FG0003|Aanpak C
            d|FG0003|Aanpak D
            e|FG0004|Aanpak E
        """,
        "aanpak_opvolging": "van|naar\na|b\nb|c",
    }
    | oordelen(
        "a 2013-06-01 ed b1=X",
        "b 2014-06-01 ed b2=X",
        "c 2016-06-01 ed b1=V b2=X dekking=selectie",
        "d 2016-06-01 ed b1=X",
        "e 2016-06-01 ed b1=X",
    )
)
#: a was split into b and c: of b it was told in 2020, in a rapport that prints a selectie, and c was tested in 2021.
SPLITSING_VERTELD = KADER | {
    "rapporten": "rapport_id|titel|gepubliceerd\nr1|Eerste|2019-12\nr2|Tweede|2020-12\nr3|Derde|2021-12",
    "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B\nc|FG0001|Aanpak C",
    "aanpak_opvolging": "van|naar\na|b\na|c",
    "metingen": """
        meting_id|aanpak_id|editie_id|peiljaar|bezoek_op|dekking|bewijs
        m1|a|ed|2019|2019-06-01|heel_kader|volledige_toets
        m2|b|ed|2020|2020-06-01|selectie|mondelinge_rapportage
        m3|c|ed|2021|2021-06-01|heel_kader|volledige_toets
    """,
    "meting_rapport": "meting_id|rapport_id\nm1|r1\nm2|r2\nm3|r3",
    "oordelen": """
        meting_id|indicator_id|rapport_id|uitkomst|teken_gedrukt|vindplaats
        m1|b1|r1|verbeterpunt|X|Tabel A
        m2|b1|r2|voldoet|✓|Tabel B
        m3|b1|r3|voldoet|✓|Tabel C
    """,
}

#: A reactie of the gemeente of a and b1, and of one of two actiepunten. Open are b1 and b2 of a, and b1 of b.
GEMELD = (
    KADER
    | {
        "rapporten": "rapport_id|titel|gepubliceerd\nr1|Een verzonnen rapport|2020\nr2|De reactie van Een|2021-05",
        "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0002|Aanpak B",
        "bevindingen": """
            bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats|stand
            p1|r1|FG0001|aanbeveling|Doe iets|Verzonnen|p. 1|open
            p2|r1|FG0001|aanbeveling|Doe meer|Verzonnen|p. 2|open
            g1|r2|FG0001|reactie|Wij deden iets|Verzonnen|p. 3|
        """,
        "gemeld_actiepunt": "bevinding_id|actiepunt_id\ng1|p1",
        "gemeld_indicator": "bevinding_id|aanpak_id|indicator_id\ng1|a|b1",
    }
    | oordelen("a 2019-06-01 ed b1=X b2=X", "b 2019-06-01 ed b1=X")
)
#: Two editions: oud-1 = nieuw-1 (in another thema), oud-2 was dropped, nieuw-3 is new.
EDITIES = {
    "gemeenten": GEMEENTEN,
    "rapporten": RAPPORT,
    "kaders": "kader_id|kader|niveau\nfk|Verzonnen kader|beleid",
    "edities": "editie_id|kader_id|editie|volgorde\noud|fk|eerste|1\nnieuw|fk|tweede|2",
    "themas": """
        thema_id|editie_id|thema|volgorde
        t-oud|oud|Oud thema|1
        t-nieuw|nieuw|Nieuw thema|1
        t-elders|nieuw|Ander thema|2
    """,
    "indicatoren": """
        indicator_id|editie_id|thema_id|indicator|kort|volgorde
        oud-1|oud|t-oud|Oude naam|Oud een|1
        oud-2|oud|t-oud|Geschrapt|Oud twee|2
        nieuw-1|nieuw|t-nieuw|Nieuwe naam|Nieuw een|1
        nieuw-3|nieuw|t-elders|Erbij|Nieuw drie|2
    """,
    "indicator_gelijk": "van|naar\noud-1|nieuw-1",
    "onderwerpen": "onderwerp_id|onderwerp|volgorde\no|Verzonnen onderwerp|1",
    "indicator_onderwerp": "indicator_id|onderwerp_id\noud-1|o\noud-2|o\nnieuw-1|o\nnieuw-3|o",
    "aanpakken": "aanpak_id|gemeente_code|aanpak\na|FG0001|Aanpak A\nb|FG0001|Aanpak B",
} | oordelen(
    "a 2015-06-01 oud oud-1=X oud-2=X",
    "a 2016-06-01 nieuw nieuw-1=V nieuw-3=V",
    "b 2015-06-01 nieuw nieuw-1=X",
    "b 2016-06-01 nieuw nieuw-1=X",
)
#: Kaders with much, with a meting and no verdict (ak), and with nothing (zk); a gemeente of which three aanpakken were
#: never measured; two rapporten of which nothing was taken. Names and places are shared, so that only an id parts them.
#: Open since 2013: b2, b3 and c1 of a; since 2014: b1 of b and of c; since 2016: b2 of b.
TWEE_VAN_ALLES = {
    "gemeenten": "gemeente_code|gemeente\nFG0001|Een\nFG0002|Een\nFG0003|Drie",
    "rapporten": "rapport_id|titel|gepubliceerd\nr1|Rapport|2016\nr2|Zonder feiten|2016\nr3|Ook zonder|2015",
    "weergaven": f"""
        weergave_id|rapport_id|bestand|sha256|vorm
        w1|r1|een.pdf|{"1" * 64}|pdf
        w2|r1|twee.txt|{"2" * 64}|tekst
    """,
    "kaders": """
        kader_id|kader|niveau
        fk|Verzonnen kader|beleid
        gk|Tweede kader|casus
        ak|Kader zonder oordelen|stelsel
        zk|Kader zonder metingen|stelsel
    """,
    "edities": "editie_id|kader_id|editie|volgorde\ned|fk|een|1\neg|gk|een|1\nea|ak|een|1\nez|zk|een|1",
    "themas": "thema_id|editie_id|thema|volgorde\nt|ed|Thema|1\ns|ed|Ander thema|1\ng|eg|Thema|1",
    "indicatoren": """
        indicator_id|editie_id|thema_id|indicator|kort|volgorde
        b1|ed|t|Indicator een|Een|1
        b2|ed|t|Indicator twee|Twee|1
        b3|ed|s|Indicator drie|Drie|1
        c1|eg|g|Indicator vier|Vier|1
    """,
    "onderwerpen": "onderwerp_id|onderwerp|volgorde\no|Verzonnen onderwerp|1",
    "indicator_onderwerp": "indicator_id|onderwerp_id\nb1|o\nb2|o\nb3|o\nc1|o",
    "aanpakken": """
        aanpak_id|gemeente_code|aanpak
        a|FG0001|Aanpak
        b|FG0001|Aanpak
        c|FG0002|Aanpak
        d|FG0001|Ongemeten
        e|FG0001|Ongemeten
        f|FG0001|Nooit gemeten
        g|FG0003|Aanpak
    """,
    "bevindingen": """
        bevinding_id|rapport_id|gemeente_code|soort|titel|tekst|vindplaats|onderwerp_id|stand
        p1|r1|FG0001|aanbeveling|Doe iets|Verzonnen|p. 1|o|open
        p2|r1|FG0001|verbeterpunt|Doe meer|Verzonnen|p. 2|o|vervallen
        p3|r1|FG0002|aanbeveling|Doe dit|Verzonnen|p. 3||open
        p4|r1|FG0001|risico|Let op|Verzonnen|p. 4|o|
    """,
} | oordelen(
    "a 2013-06-01 ed b1=X b2=X b3=X",
    "a 2016-06-01 ed b1=V b2=X b3=X",
    "a 2013-06-02 eg c1=X",
    "b 2014-06-01 ed b1=X",
    "b 2016-03-01 ed b1=X b2=X",
    "c 2014-06-01 ed b1=X",
    "c 2015-06-01 ed b1=X",
    "g 2015-06-01 ea",
)
#: a became three: c was visited first, b and d on one later day of that year. Together they are the test of a.
GESPLITST = (
    KADER
    | {
        "aanpakken": """
            aanpak_id|gemeente_code|aanpak
            a|FG0001|Aanpak A
            b|FG0001|Aanpak B
            c|FG0001|Aanpak C
            d|FG0001|Aanpak A2
        """,
        "aanpak_opvolging": "van|naar\na|b\na|c\na|d",
    }
    | oordelen("a 2013-06-01 ed b1=X", "b 2015-06-01 ed b1=V", "c 2015-03-01 ed b1=X", "d 2015-06-01 ed b1=V")
)
#: The thema of oud-2 and of nieuw-1 has one name; it stood third in the old edition and stands first in the new one.
GEDEELD_THEMA = (
    EDITIES
    | {
        "themas": """
            thema_id|editie_id|thema|volgorde
            t-oud|oud|Gedeeld thema|3
            t-nieuw|nieuw|Gedeeld thema|1
            t-elders|nieuw|Ander thema|2
        """
    }
    | oordelen("a 2015-06-01 oud oud-1=X oud-2=X", "a 2016-06-01 nieuw nieuw-1=X nieuw-3=X")
)
