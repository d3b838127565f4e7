"""A small notation for hand-made worlds, so that a test shows its case in a few lines."""

import calendar
from datetime import date

from tests.orakel.wereld import (
    GEMENGD,
    NIET_BEOORDEELD,
    VERBETERPUNT,
    VOLDOET,
    Aanpak,
    Editie,
    Indicator,
    Meting,
    Oordeel,
    Wereld,
)

TEKENS = {"V": VOLDOET, "X": VERBETERPUNT, "M": GEMENGD, "-": NIET_BEOORDEELD}


def schets(
    metingen: str,
    *,
    opvolging: str = "",
    einden: str = "",
    edities: dict[str, str] | None = None,
    gemeenten: dict[str, str] | None = None,
    namen: dict[str, str] | None = None,
) -> Wereld:
    """Make a world of lines like `A 2013-06-30 XV-. peil=2012 bewijs=casusonderzoek rapport=r editie=K.2`.

    One sign per indicator of the edition, in its order: V, X, M (gemengd), - (an empty cell), . (no row).
    `opvolging` is like "A>C B>C", `einden` like "A=2014 B=2014-06-30". A date that is a year means its
    last day. `edities` gives an edition its begrippen ("b1 b2"); "K.2" is the second edition of kader K.
    Without it there is one, "K.1", with as many begrippen (b1, b2, …) as the longest row of signs.
    Without a gemeente an aanpak is in "G"; without a name it is called by its id.
    """
    regels = [regel.split() for regel in metingen.splitlines() if regel.strip()]
    pijlen = [tuple(pijl.split(">")) for pijl in opvolging.split()]
    eind = dict(deel.split("=") for deel in einden.split())
    if edities is None:
        breedte = max([len(regel[2]) for regel in regels], default=0)
        edities = {"K.1": " ".join(f"b{i + 1}" for i in range(breedte))}
    aanpakken = sorted({regel[0] for regel in regels} | {a for pijl in pijlen for a in pijl} | set(eind))
    alle_metingen: list[Meting] = []
    oordelen: list[Oordeel] = []
    for a, wanneer, tekens, *extra in regels:
        opties = dict(deel.split("=") for deel in extra)
        editie = opties.get("editie", "K.1")
        moment = _datum(wanneer)
        meting = Meting(
            id=f"{a} {moment} {editie}",
            aanpak=a,
            kader=editie.split(".")[0],
            editie=editie,
            peiljaar=int(opties.get("peil", moment.year)),
            moment=moment,
            bewijs=opties.get("bewijs", "volledige_toets"),
            rapport=opties.get("rapport", f"r{moment.year}"),
        )
        alle_metingen.append(meting)
        begrippen = edities[editie].split()
        oordelen += [
            Oordeel(meting.id, f"{editie}:{begrip}", TEKENS[teken])
            for begrip, teken in zip(begrippen, tekens, strict=True)
            if teken != "."
        ]
    return Wereld(
        aanpakken=tuple(
            Aanpak(
                id=a,
                gemeente=(gemeenten or {}).get(a, "G"),
                naam=(namen or {}).get(a, a),
                einde=_datum(eind[a]) if a in eind else None,
            )
            for a in aanpakken
        ),
        opvolging=tuple((van, naar) for van, naar in pijlen),
        edities=tuple(Editie(e, e.split(".")[0], int(e.split(".")[1])) for e in edities),
        indicatoren=tuple(Indicator(f"{e}:{b}", e, b) for e, bs in edities.items() for b in bs.split()),
        metingen=tuple(alle_metingen),
        oordelen=tuple(oordelen),
    )


def _datum(tekst: str) -> date:
    """A date; of a month or a year, the last day."""
    jaar, maand, dag = ([int(deel) for deel in tekst.split("-")] + [0, 0])[:3]
    maand = maand or 12
    return date(jaar, maand, dag or calendar.monthrange(jaar, maand)[1])
