"""Personal data in a toelichting is found by form and check digit; figures that are none are left alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from data.rapporten.privacy import WEGGEHAALD, SoortGegeven, zoek_persoonsgegevens, zonder_weggehaald

BSN, IBAN, EMAIL = SoortGegeven.BSN, SoortGegeven.IBAN, SoortGegeven.EMAIL
TELEFOON, ADRES = SoortGegeven.TELEFOON, SoortGegeven.ADRES


# 111222333: 9·1+8·1+7·1+6·2+5·2+4·2+3·3+2·3-3 = 66 = 6·11. 10000046 is 010000046: 8·1+3·0+2·4-6 = 10, so no BSN;
# 10000045 is 8+2·4-5 = 11, and is one.
@pytest.mark.parametrize(
    ("tekst", "soort", "stuk"),
    [
        ("Het gezin met nummer 111222333 is bekend.", BSN, "111222333"),
        ("Nummer 111.222.333 is bekend.", BSN, "111.222.333"),
        ("Nummer 1112.22.333.", BSN, "1112.22.333"),
        ("Nummer 10000045 is bekend.", BSN, "10000045"),
        ("BSN: 123456789 (verkeerd overgenomen)", BSN, "123456789"),
        ("Rekening NL91 ABNA 0417 1643 00 van moeder.", IBAN, "NL91 ABNA 0417 1643 00"),
        ("rekening nl91abna0417164300", IBAN, "nl91abna0417164300"),
        ("Rekening GB29NWBK60161331926819, in Engeland", IBAN, "GB29NWBK60161331926819"),
        ("Mail naar j.de.vries+thuis@voorbeeld.example.", EMAIL, "j.de.vries+thuis@voorbeeld.example"),
        ("Bel 06-12345678.", TELEFOON, "06-12345678"),
        ("Bel 06 12 34 56 78 na zes uur", TELEFOON, "06 12 34 56 78"),
        ("Bel 0612345678", TELEFOON, "0612345678"),
        ("Bel (0251) 123456", TELEFOON, "(0251) 123456"),
        ("Bel 020-123 45 67", TELEFOON, "020-123 45 67"),
        ("Bel +31 6 12345678", TELEFOON, "+31 6 12345678"),
        ("Bel +31 (0)20 1234567", TELEFOON, "+31 (0)20 1234567"),
        ("Bel 0031612345678", TELEFOON, "0031612345678"),
        ("Zij woont op 1234 AB 12.", ADRES, "1234 AB 12"),
        ("Zij woont op 1234AB 12a", ADRES, "1234AB 12a"),
        ("Zij woont op Voorbeeldlaan 12-3, 1234 AB", ADRES, "12-3, 1234 AB"),
    ],
)
def test_gevonden(tekst: str, soort: SoortGegeven, stuk: str) -> None:
    (treffer,) = zoek_persoonsgegevens(tekst)
    assert (treffer.soort, tekst[treffer.begin : treffer.einde]) == (soort, stuk)
    assert stuk not in treffer.zin


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "In 2013 en 2014 zijn 80 gezinnen geholpen.",
        "De reeks 2013 2014 2015 2016 is volledig.",
        "Versie 20150618 en versie 18062015.",
        "Nummer 111222334 en nummer 10000046.",
        "Het dossier 1112223331 is langer.",
        "Bedrag: € 111222333 of 111.222.333 euro.",
        "Totaal 111.222.333,50.",
        "KvK 10000045.",
        "Gemeente GM0361, wijk WK036101.",
        "Rekening NL92 ABNA 9417 1643 00.",
        "som 60184f607402b1c610862188cc6a7eddc4e984662636d34b84f7b906c7095d87",
        "Op 01-01-2015 12 gezinnen; van 05-03-2014 tot 01-09-2014.",
        "Bel 0800-1234567 of 0900 1234567.",
        "Zie www.voorbeeld.example of @voorbeeld.",
        "Postbus 19201, 3501 DE Utrecht.",
        "IN 2014 EN 2015 ZIJN 12 GEZINNEN GEHOLPEN.",
        "In 2013 en 14 gezinnen later.",
        "Paragraaf 4.1, p. 14; artikel 1234 lid 2.",
        "Zij had 1500 SS 12 nodig.",
    ],
)
def test_niet_gevonden(tekst: str) -> None:
    assert zoek_persoonsgegevens(tekst) == []


def test_alles_in_volgorde_en_elke_plek_een_keer() -> None:
    tekst = "BSN 111222333, rekening NL91ABNA0417164300, tel. 06-12345678, a@b.example, 1234 AB 5."
    gevonden = zoek_persoonsgegevens(tekst)
    assert [treffer.soort for treffer in gevonden] == [BSN, IBAN, TELEFOON, EMAIL, ADRES]
    assert all(een.einde <= ander.begin for een, ander in pairwise(gevonden))


def test_een_lange_tekst_kost_geen_tijd() -> None:
    tekst = "1234 5678 AB12 0612 a.b@ (0) " * 2_000
    begin = time.process_time()
    zoek_persoonsgegevens(tekst)
    assert time.process_time() - begin < 2.0


@pytest.mark.parametrize(
    ("voor", "na", "verwacht"),
    [
        ("Bel Jan op 06-12345678.", "Bel de gemeente.", WEGGEHAALD),
        ("Bel Jan op 06-12345678.", "", WEGGEHAALD),
        # one of the two went, and what stays was let through: the text goes whole
        ("Bel 06-12345678 of mail jan@voorbeeld.nl.", "Bel 06-12345678.", WEGGEHAALD),
        # the editor let it stand, and changed something else
        ("Bel de gemente op 06-12345678.", "Bel de gemeente op 06-12345678.", "Bel de gemente op 06-12345678."),
        ("Er is een plan.", "Er is beleid.", "Er is een plan."),
        ("", "Bel 06-12345678.", ""),
    ],
)
def test_wat_is_weggehaald_wordt_niet_verteld(voor: str, na: str, verwacht: str) -> None:
    assert zonder_weggehaald(voor, na) == verwacht
