"""The content of a file from the answer to a query or view: the same for the page's button and the command. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pagina.uitvoer.inhoud.herkomst import Herkomst, Rapportbron, bewerkingsnoot, bronnoot
from pagina.uitvoer.inhoud.rijen import Rij, rijen
from pagina.uitvoer.inhoud.selectie import Selectie
from pagina.uitvoer.inhoud.stuk import Stuk
from pagina.uitvoer.inhoud.tabel import Tabel
from pagina.uitvoer.inhoud.uit_vraag import tabel_van
from pagina.uitvoer.inhoud.velden import NAUWER
from pagina.uitvoer.inhoud.vrager import Vrager

#: What a query must be given for its rapporten to be found by queries/selectie_rapporten.sql.
_SELECTIE = frozenset({"kader", "periode", "verloop", *NAUWER})
#: Columns that hold the ids of rapporten, one or several ('a + b').
_RAPPORTKOLOMMEN = frozenset({"rapport_id", "rapport_van", "rapport_naar", "gemeld_in"})


def stuk_van(vrager: Vrager, vraag: str, parameters: Mapping[str, Any], *, adres: str = "") -> Stuk:
    """The answer to a query or view as a file holds it, with where it comes from.

    parameters: every parameter of the query by its own name, in codes (None: no restriction). `adres`: where the
    dashboard stands, for the link. Raises UitvoerGeweigerd where there is no such query or view.
    """
    selectie = Selectie(vrager, vraag, parameters)
    tabel = tabel_van(vrager, vraag, parameters)
    herkomst = Herkomst(
        vraag=vraag,
        parameters=selectie.parameters,
        selectie=(("Tabel", tabel.titel), *selectie.in_woorden),
        pad=selectie.pad,
        opdracht=selectie.opdracht,
        adres=adres,
        datasetversie=vrager.datasetversie,
        methodeversie=vrager.methodeversie,
        kennisdatum=vrager.laatst_aanvaard,
        telling=selectie.telling,
        fictief=vrager.bevat_fictief,
        niet_openbaar=vrager.bevat_concept,
        rapporten=tuple(_rapporten(vrager, tabel, parameters)),
    )
    noten = (*(bronnoot(rapport) for rapport in herkomst.rapporten), bewerkingsnoot(herkomst))
    return Stuk(tabel.titel, tabel, herkomst, noten)


def _rapporten(vrager: Vrager, tabel: Tabel, parameters: Mapping[str, Any]) -> Iterable[Rapportbron]:
    """The rapporten behind a table: those of its selection, else those that it names, else all there are."""
    if parameters.keys() >= _SELECTIE:
        return [_rapport(rij) for rij in rijen(vrager, "selectie_rapporten", **parameters)]
    if parameters.keys() >= _SELECTIE - {"periode"}:
        return [_rapport(rij) for rij in rijen(vrager, "selectie_rapporten", **parameters, periode=None)]
    alle = rijen(vrager, "rapporten")
    genoemd = _genoemd(tabel)
    return [_rapport(rij) for rij in alle if genoemd is None or rij["rapport_id"] in genoemd]


def _genoemd(tabel: Tabel) -> set[str] | None:
    """The ids of the rapporten that a table names; None where it has no column for them."""
    plekken = [nr for nr, kolom in enumerate(tabel.kolommen) if kolom.naam in _RAPPORTKOLOMMEN]
    if not plekken:
        return None
    namen = {str(rij[nr]) for rij in tabel.rijen() for nr in plekken if rij[nr]}
    return {deel for naam in namen for deel in naam.split(" + ")}


def _rapport(rij: Rij) -> Rapportbron:
    plekken = tuple(rij.get("vindplaatsen", ()))
    return Rapportbron(rij["rapport_id"], rij["titel"], rij["uitgever"], rij["gepubliceerd"] or "", plekken)
