"""The dashboard behind nginx as docs/server/nginx.conf has it: what works, what is shut, which headers there are."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from pagina.venster.wacht import BESTAND, KOPPEN, Wacht
from tests.browser.bezoek import Waarnemingen
from tests.browser.bladzijden import ga
from tests.browser.conftest import wacht_rustig, wacht_tot
from tests.browser.test_paginas import download
from tests.nginx import Voordeur, nginx

EEN_JAAR = "max-age=31536000; includeSubDomains"


@pytest.fixture(scope="module")
def voordeur(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Voordeur]:
    with nginx(tmp_path_factory.mktemp("server") / "nginx", [server]) as gestart:
        yield gestart


@dataclass
class Klant:
    """Somebody who asks without a browser, from an address of this computer."""

    voordeur: Voordeur
    vanaf: str = "127.0.0.1"

    def vraag(self, pad: str, methode: str = "GET", **koppen: str) -> tuple[int, http.client.HTTPMessage]:
        """Status and headers of the answer."""
        poort = urlsplit(self.voordeur.adres).port
        vertrouwt = ssl.create_default_context(cafile=str(self.voordeur.certificaat))
        lijn = http.client.HTTPSConnection(
            "localhost", poort, context=vertrouwt, source_address=(self.vanaf, 0), timeout=30
        )
        lijn.putrequest(methode, pad)
        for naam, waarde in koppen.items():
            lijn.putheader(naam.replace("_", "-"), waarde)
        lijn.endheaders()
        with lijn.getresponse() as antwoord:
            antwoord.read()
        lijn.close()
        return antwoord.status, antwoord.headers


def test_in_de_browser_werkt_alles_binnen_het_beleid(voordeur: Voordeur, nieuwe_pagina: Callable[..., Page]) -> None:
    """Over https, with figure, map, components, table, download; a breach of the policy is an error on the console."""
    page = nieuwe_pagina(base_url=voordeur.adres, ignore_https_errors=True)
    ga(page, "/")
    expect(page.get_by_test_id("stMetricValue").first).to_be_visible()
    ga(page, "/opvolging?gemeente=Alkmaar")
    expect(page.get_by_role("application")).to_be_visible()
    page.get_by_text("Tabel", exact=True).click()
    wacht_rustig(page)
    assert download(page, "CSV (internationale norm)")[1].startswith(b"Gemeente,Aanpak,")
    koekjes = page.context.cookies()
    assert {koekje["name"] for koekje in koekjes} >= {"replica", "_streamlit_xsrf"}
    assert all(koekje["secure"] and koekje["sameSite"] == "Lax" for koekje in koekjes)


def test_een_script_dat_er_niet_hoort_draait_niet(
    voordeur: Voordeur, nieuwe_pagina: Callable[..., Page], waarnemingen: Waarnemingen
) -> None:
    """Whatever got into the page: the browser refuses to run it, to fetch from elsewhere, or to be framed."""
    page = nieuwe_pagina(base_url=voordeur.adres, ignore_https_errors=True)
    ga(page, "/uitleg")
    page.evaluate(
        """() => {
            window.__geraakt = [];
            document.addEventListener('securitypolicyviolation', e => window.__geraakt.push(e.effectiveDirective));
            const zet = (naam, kenmerken) => document.body.append(
                Object.assign(document.createElement(naam), kenmerken));
            zet('script', {textContent: 'window.__gedraaid = 1'});
            zet('script', {src: 'https://elders.example/x.js'});
            zet('img', {src: 'https://elders.example/x.png'});
            zet('iframe', {src: '/'});
            document.body.insertAdjacentHTML('beforeend', '<a id="kwaad" href="javascript:window.__gedraaid=2">x</a>');
            document.querySelector('#kwaad').click();
            fetch('https://elders.example/').catch(() => {});
            try { new WebSocket('wss://elders.example/'); } catch (e) { window.__geraakt.push('connect-src'); }
            setTimeout('window.__gedraaid = 3');
        }"""
    )
    verwacht = ["connect-src", "frame-src", "img-src", "script-src", "script-src-elem"]
    wacht_tot(page, "verwacht => verwacht.every(w => window.__geraakt.includes(w))", verwacht)
    assert page.evaluate("window.__gedraaid") is None
    # each refusal is an error on the console, and what was asked for is named though it never left
    waarnemingen.fouten.clear()
    waarnemingen.buiten.clear()


@pytest.mark.parametrize("pad", ["/", "/opvolging", "/favicon.png", "/_stcore/health"])
def test_elk_antwoord_heeft_de_koppen_elk_een_keer(voordeur: Voordeur, pad: str) -> None:
    status, gekregen = Klant(voordeur).vraag(pad)
    assert status == 200
    koppen = KOPPEN | {"strict-transport-security": EEN_JAAR, "content-security-policy": Wacht(None).beleid}  # type: ignore[arg-type]
    assert {naam: gekregen.get_all(naam) for naam in koppen} == {n: [w] for n, w in koppen.items()}
    assert gekregen["Server"] == "nginx"
    assert all("secure" in koekje.lower() for koekje in gekregen.get_all("set-cookie", []))


def test_een_bestand_voor_de_lezer_doet_niets_als_pagina(voordeur: Voordeur) -> None:
    _, koppen = Klant(voordeur).vraag("/media/bestaat-niet.html")
    assert koppen.get_all("content-security-policy") == [BESTAND]


@pytest.mark.parametrize(
    ("pad", "methode"),
    [
        ("/_stcore/metrics", "GET"),
        ("/_stcore/agent/openapi.json", "GET"),
        ("/_stcore/agent/interact", "POST"),
        ("/_stcore/agent/mcp", "POST"),
        ("/_stcore/script-health-check", "GET"),
    ],
)
def test_wat_dicht_is_is_dicht(voordeur: Voordeur, pad: str, methode: str) -> None:
    status, koppen = Klant(voordeur).vraag(pad, methode, Content_Length="0")
    assert status == 404
    assert koppen["strict-transport-security"] == EEN_JAAR
    assert koppen["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"


def test_alleen_de_bewaking_ziet_de_gezondheid(voordeur: Voordeur) -> None:
    assert Klant(voordeur).vraag("/gezondheid")[0] == 200
    assert Klant(voordeur, vanaf="127.0.0.2").vraag("/gezondheid")[0] == 403


def test_te_groot_en_te_vaak(voordeur: Voordeur) -> None:
    """Refused by its declared size, before a byte of it comes in; and signing in goes only so often."""
    assert Klant(voordeur).vraag("/_stcore/upload_file/a/b", "PUT", Content_Length=str(52 * 1024**2))[0] == 413
    ander = Klant(voordeur, vanaf="127.0.0.3")
    assert any(ander.vraag("/auth/login")[0] == 429 for _ in range(500))
    assert ander.vraag("/")[0] == 200, "who asks for a page is not kept out by it"


def test_alleen_onder_onze_naam_en_over_https(voordeur: Voordeur) -> None:
    delen = urlsplit(voordeur.http)
    lijn = http.client.HTTPConnection("localhost", delen.port, timeout=30)
    lijn.request("GET", "/opvolging?gemeente=Alkmaar", headers={"Host": "elders.example"})
    antwoord = lijn.getresponse()
    assert (antwoord.status, antwoord.headers["location"]) == (301, f"{voordeur.adres}/opvolging?gemeente=Alkmaar")
    lijn.close()
    blind = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    blind.check_hostname, blind.verify_mode = False, ssl.CERT_NONE
    poort = urlsplit(voordeur.adres).port
    anders = http.client.HTTPSConnection("127.0.0.1", poort, context=blind, timeout=30)
    with pytest.raises(ssl.SSLError, match=r"(?i)unrecognized"):
        anders.request("GET", "/")
    oud = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    oud.check_hostname, oud.verify_mode = False, ssl.CERT_NONE
    oud.set_ciphers("AES256-SHA256:@SECLEVEL=0")
    oud.maximum_version = ssl.TLSVersion.TLSv1_2
    with pytest.raises(ssl.SSLError):
        http.client.HTTPSConnection("localhost", poort, context=oud, timeout=30).request("GET", "/")
