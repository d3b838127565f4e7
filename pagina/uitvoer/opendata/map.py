"""The folder with open data: every view as CSV with CSVW and as Parquet, with a catalogue and a LEESMIJ."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pagina.beeld import zinnen
from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd
from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron, bewerkingsnoot, bronnoot
from pagina.uitvoer.inhoud.rijen import rijen
from pagina.uitvoer.inhoud.selectie import PROGRAMMA
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.uit_vraag import tabel_van
from pagina.uitvoer.inhoud.vrager import Vrager
from pagina.uitvoer.opendata import dcat, parquet
from pagina.uitvoer.opendata.beheer import INVULLEN, Beheer
from pagina.uitvoer.opendata.delen import DELEN, Deel
from pagina.uitvoer.vormen import csv, csvw

#: The name of this command, and of what it makes in `Herkomst.vraag`.
VRAAG = "open-data"
_HAP = 1 << 20


def schrijf_map(
    vrager: Vrager, naar: Path, beheer: Beheer, *, vrijgeven: Callable[[], None] = lambda: None
) -> list[Path]:
    """Write the folder, whole or not at all, and give the files in it, by name.

    The same facts give the same bytes. `vrijgeven` is called when it is whole, before it gets its name; what
    it raises stops it. Raises UitvoerGeweigerd where the folder is not empty or the facts are not all public, OSError
    where it cannot be written.
    """
    if vrager.bevat_concept:
        raise UitvoerGeweigerd("Open data is openbaar: kies gegevens zonder wat nog niet openbaar is.")
    if naar.exists() and (not naar.is_dir() or any(naar.iterdir())):
        raise UitvoerGeweigerd(f"{naar} bestaat al en is geen lege map; er is niets gemaakt.")
    naar.absolute().parent.mkdir(parents=True, exist_ok=True)
    naast = Path(tempfile.mkdtemp(prefix=f".{naar.name}.", dir=naar.absolute().parent))
    try:
        _vul(vrager, naast, beheer)
        # made for its owner alone; what is public anyone may read
        naast.chmod(0o755)
        vrijgeven()
        if naar.exists():
            naar.rmdir()
        naast.rename(naar)
    finally:
        shutil.rmtree(naast, ignore_errors=True)
    return sorted(naar.iterdir())


def open_stuk(vrager: Vrager, deel: Deel, rapporten: tuple[Rapportbron, ...]) -> Stuk:
    """One view as open data: its table without running text, with where it comes from."""
    tabel = tabel_van(vrager, deel.view, {}, titel=deel.titel, kolommen=deel.kolommen)
    herkomst = Herkomst(
        vraag=VRAAG,
        parameters={"view": deel.view},
        selectie=(("Tabel", deel.titel), ("Kolommen", "alle, zonder de lopende tekst van rapporten")),
        pad="",
        opdracht=f"{PROGRAMMA} {VRAAG} --naar {VRAAG}",
        adres="",
        datasetversie=vrager.datasetversie,
        methodeversie=vrager.methodeversie,
        kennisdatum=vrager.laatst_aanvaard,
        fictief=vrager.bevat_fictief,
        rapporten=rapporten,
    )
    return Stuk(deel.titel, tabel, herkomst, (*(bronnoot(rapport) for rapport in rapporten), bewerkingsnoot(herkomst)))


def _vul(vrager: Vrager, map_: Path, beheer: Beheer) -> None:
    rapporten = tuple(
        # where in a rapport something stands is free text too
        Rapportbron(rij["rapport_id"], rij["titel"], rij["uitgever"], rij["gepubliceerd"] or "", vindplaatsen=())
        for rij in rijen(vrager, "rapporten")
    )
    sets = [_schrijf_deel(open_stuk(vrager, deel, rapporten), deel, map_) for deel in DELEN]
    (map_ / "herkomst.json").write_bytes(csvw.als_bytes({een.deel.view: een.herkomst.als_json() for een in sets}))
    (map_ / "LEESMIJ.txt").write_bytes(_leesmij(sets, beheer).encode("utf-8"))
    jaren = sorted({rij["peiljaar"] for rij in rijen(vrager, "metingen")})
    graaf = dcat.catalogus(sets, beheer, (jaren[0], jaren[-1]) if jaren else None)
    (map_ / "dcat.ttl").write_bytes(dcat.als_turtle(graaf))
    (map_ / "dcat.jsonld").write_bytes(dcat.als_jsonld(graaf))


def _schrijf_deel(stuk: Stuk, deel: Deel, map_: Path) -> dcat.Gegevensset:
    tabel, plat = map_ / f"{deel.view}.csv", map_ / f"{deel.view}.parquet"
    uitleg = f"{tabel.name}{csvw.ACHTER}"
    with tabel.open("wb") as naar:
        csv.schrijf_tabel(stuk, "rfc4180", naar)
    (map_ / uitleg).write_bytes(csvw.als_bytes(csvw.metadata(stuk, "rfc4180", tabel.name)))
    parquet.schrijf(stuk, plat)
    bestanden = (
        _bestand(tabel, titel="CSV", soort="CSV", mime="text/csv", schema=uitleg),
        _bestand(plat, titel="Parquet", soort="PARQUET", mime="application/vnd.apache.parquet"),
    )
    return dcat.Gegevensset(deel, stuk.herkomst, bestanden)


def _bestand(pad: Path, *, titel: str, soort: str, mime: str, schema: str = "") -> dcat.Bestand:
    som = hashlib.sha256()
    with pad.open("rb") as bestand:
        while hap := bestand.read(_HAP):
            som.update(hap)
    return dcat.Bestand(pad.name, titel, soort, mime, pad.stat().st_size, som.hexdigest(), schema)


def _leesmij(sets: Sequence[dcat.Gegevensset], beheer: Beheer) -> str:
    """What is in the folder and what to do with it; lines of Dutch text."""
    herkomst = sets[0].herkomst
    delen = [[dcat.TITEL, "=" * len(dcat.TITEL), "", dcat.OVER]]
    if herkomst.fictief:
        delen.append([dcat.LET_OP])
    delen += [[f"{een.deel.view}: {een.deel.titel}", een.deel.omschrijving] for een in sets]
    delen.append(
        [
            "Bestanden",
            "",
            "- NAAM.csv: de tabel (RFC 4180, UTF-8); NAAM.csv-metadata.json: wat haar kolommen betekenen (CSVW).",
            "- NAAM.parquet: dezelfde tabel voor programma's, zonder de kolommen met de herkomst.",
            "- dcat.ttl en dcat.jsonld: beschrijving voor data.overheid.nl (DCAT-AP-NL 3.0).",
            "- herkomst.json: waar elke tabel vandaan komt, voor programma's.",
        ]
    )
    if beheer.ontbreekt:
        delen.append([onvolledig(beheer)])
    delen.append(["Een lege cel betekent: niet bekend. Het is nooit nul."])
    delen.append(["Bronnen", "", *(bronnoot(rapport) for rapport in herkomst.rapporten)])
    feiten = dict(herkomst.paren)
    delen.append(
        [f"{naam}: {feiten[naam]}" for naam in ("Datasetversie", "Methodeversie", "Bekend tot en met", "Opdracht")]
    )
    delen.append([f"De tabellen zijn vrij te gebruiken (CC0 1.0, {dcat.CC0}).", "De rapporten zijn van hun uitgevers."])
    return "\r\n\r\n".join("\r\n".join(deel) for deel in delen) + "\r\n"


def onvolledig(beheer: Beheer) -> str:
    """That the catalogue must be completed before it is uploaded, and how."""
    opties = zinnen.opsomming(beheer.ontbreekt)
    return (
        f"Let op: dcat.ttl en dcat.jsonld zijn nog niet klaar voor data.overheid.nl. Er staat ‘{INVULLEN}’ in. "
        f"Maak de map opnieuw met {opties}, of vul het in beide bestanden in voordat u ze uploadt."
    )
