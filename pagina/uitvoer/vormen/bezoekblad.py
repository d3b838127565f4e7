"""The Bezoekblad: one gemeente on a sheet of paper for an inspector's next visit, as one self-contained HTML file.

Pure: rows in, bytes out, the same bytes every time. Whatever comes from the data is escaped; the file has no script
and asks nothing of any address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from pagina.beeld.status import BEVINDING, STAND_ACTIE, UITKOMST, bewijswoord
from pagina.beeld.zinnen import datum, deeldatum, getal, hoofd, meervoud, slak, telwoord, thema_in_rapport

Rij = Mapping[str, Any]

STIJL = Markup("""
@page { size: A4; margin: 12mm 13mm 13mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; max-width: 190mm; padding: 4mm; background: #fff; color: #000;
  font: 9pt/1.32 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
@media print { body { padding: 0; max-width: none; } }
h1 { font-size: 15pt; margin: 0 0 1mm; line-height: 1.15; }
h2 { font-size: 11pt; margin: 3.5mm 0 1mm; padding-bottom: .5mm; border-bottom: .4mm solid #000; break-after: avoid; }
h3 { font-size: 9.5pt; margin: 2mm 0 .5mm; break-after: avoid; }
p { margin: 0 0 .8mm; }
ul { margin: 0 0 1mm; padding-left: 4.5mm; }
li { margin-bottom: .5mm; break-inside: avoid; }
.stil { color: #3a3a3a; font-size: 8pt; }
.let-op { border: .6mm solid #000; padding: 1.5mm 2mm; font-weight: 700; margin: 0 0 2mm; }
.punt { break-inside: avoid; border: .25mm solid #777; border-radius: 1mm; padding: 1mm 2mm 1.6mm; margin: 0 0 1.3mm; }
.punt h3 { margin: 0 0 .4mm; }
.lijn { height: 5.6mm; border-bottom: .2mm solid #777; } .lijn.eerste { height: 4.4mm; }
.twee { columns: 2; column-gap: 5mm; }
footer { margin-top: 3mm; padding-top: 1mm; border-top: .25mm solid #777; }
""")
#: Of these kinds somebody is to act.
_ACTIE = ("aanbeveling", "verbeterpunt")
_BELOFTE = ("toezegging", "reactie")
_STERK = ("sterk_punt", "kans")
_ANDERS = ("oordeel", "kan_beter", "risico", "verklaring")


@dataclass(frozen=True)
class Blad:
    """What stands on the sheet: rows of the queries gemeente_*.sql, and what file this is."""

    gemeente: str
    code: str
    vandaag: dt.date
    datasetversie: str
    methodeversie: str
    kennisdatum: dt.date
    #: The warning over what is made up; empty where nothing is.
    fictief: str
    gebied: Sequence[Rij]
    #: Its own, and those elsewhere on which something rests that is open here.
    metingen: Sequence[Rij]
    stand: Sequence[Rij]
    bevindingen: Sequence[Rij]
    #: In which way these are not the public facts as known now, in sentences.
    peil: Sequence[str] = ()
    #: The number of this export, and the address that shows the same facts.
    exportnummer: str = ""
    link: str = ""


def bezoekblad_naam(blad: Blad) -> str:
    """A name that every file system takes: 'bezoekblad-alkmaar-gm0361_3f9a1c.html'."""
    return f"bezoekblad-{slak(f'{blad.gemeente} {blad.code}')}_{blad.datasetversie}.html"


def bezoekblad(blad: Blad) -> bytes:
    """The sheet as a file of HTML, in UTF-8, made for A4."""
    titel = f"Bezoekblad {blad.gemeente}"
    delen = [
        _let_op(blad),
        Markup("<h1>{}</h1>").format(titel),
        _gebied(blad),
        _open(blad),
        _actiepunten(blad),
        _bevindingen(blad, _BELOFTE, "Toegezegd en geantwoord"),
        _wie(blad),
        _bevindingen(blad, _ANDERS, "Risico’s, verklaringen en wat beter kan, uit het rapport"),
        _bevindingen(blad, _STERK, "Sterk, en kansen"),
        _voet(blad),
    ]
    return str(
        Markup(
            '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{}</title>\n'
            "<style>{}</style>\n</head>\n<body>\n<main>\n{}\n</main>\n</body>\n</html>\n"
        ).format(titel, STIJL, Markup("\n").join(deel for deel in delen if deel))
    ).encode("utf-8")


def _let_op(blad: Blad) -> Markup:
    """In which way these are not the facts of the country as they are known to all."""
    return Markup("").join(Markup('<p class="let-op">{}</p>').format(zin) for zin in [blad.fictief, *blad.peil] if zin)


def _gebied(blad: Blad) -> Markup:
    """Code and province, and the boundary changes that a visitor must know of."""
    regels = [f"{blad.gebied[0]['gemeente_code']} · {blad.gebied[0]['provincie']} · gedrukt op {datum(blad.vandaag)}"]
    if len(namen := list(_rapporten(blad).values())) == 1:
        regels.append(f"Alle vindplaatsen staan in: {namen[0]}.")
    for rij in blad.gebied:
        if rij["richting"] is None:
            continue
        wanneer = datum(rij["datum"])
        heel = rij["soort"] == "opgegaan_in"
        if rij["richting"] == "erbij":
            wie = rij["ander"] if heel else f"een deel van {rij['ander']}"
            regels.append(
                hoofd(f"{wie} kwam op {wanneer} bij {blad.gemeente}: reeksen lopen daarover niet zuiver door.")
            )
        else:
            hoe = f"ging op {wanneer} op in" if heel else f"gaf op {wanneer} een deel van zijn gebied aan"
            regels.append(f"{blad.gemeente} {hoe} {rij['ander']}.")
    return Markup("").join(Markup('<p class="stil">{}</p>').format(regel) for regel in regels)


def _open(blad: Blad) -> Markup:
    """Per kader and aanpak: what is open, with room to write; and what is not known, or not assessed at all."""
    uit = Markup("")
    for kader_id, kader in {rij["kader_id"]: rij["kader"] for rij in [*blad.metingen, *blad.stand]}.items():
        stand = [rij for rij in blad.stand if rij["kader_id"] == kader_id]
        uit += _kader(blad, kader_id, kader, stand)
    return uit or Markup("<h2>Open</h2><p>{}</p>").format("Van deze gemeente is geen meting in deze verzameling.")


def _kader(blad: Blad, kader_id: str, kader: str, stand: list[Rij]) -> Markup:
    open_ = [rij for rij in stand if rij["open"]]
    onbekend = [rij["kort"] for rij in stand if rij["open"] is None]
    metingen = [m for m in blad.metingen if m["kader_id"] == kader_id]
    if not stand:
        zonder = "Het rapport drukt geen oordeel per indicator af; zie de actiepunten."
        elders = "Wat nu open staat, telt bij de gemeente die de aanpak heeft overgenomen."
        kop, lijf = kader, Markup("<p>{}</p>").format(elders if any(m["oordelen"] for m in metingen) else zonder)
    else:
        woord = meervoud(len(open_), "verbeterpunt", "verbeterpunten")
        kop = f"{kader}: {getal(len(open_))} {woord} open" if open_ else f"{kader}: geen verbeterpunt open"
        lijf = Markup("").join(
            _aanpak(naam, list(groep), blad) for naam, groep in groupby(open_, key=lambda rij: str(rij["aanpak"]))
        )
    if onbekend:
        lijf += Markup("<p>{} {}.</p>").format("Onbekend of het open staat:", "; ".join(onbekend))
    return Markup("<h2>{}</h2>").format(kop) + lijf + _basis(blad, metingen, open_)


def _aanpak(naam: str, rijen: list[Rij], blad: Blad) -> Markup:
    punten = Markup("").join(_punt(blad, rij) for rij in rijen)
    return Markup('<p class="stil">Aanpak: {}{}</p><div class="twee">{}</div>').format(
        naam, _elders(blad, rijen[0]), punten
    )


def _elders(blad: Blad, rij: Rij) -> str:
    """The gemeente of an aanpak, where that is another than the one of the sheet."""
    return f" ({rij['gemeente']})" if rij["gemeente_code"] != blad.code else ""


def _punt(blad: Blad, rij: Rij) -> Markup:
    """One open verbeterpunt: since when, how last seen, the last text, where it stands, and lines to write on."""
    bezoek = f", bezoek {datum(rij['bezoek_op'])}" if rij["bezoek_op"] is not None else ""
    later = " Daarna wel hertoetst, maar niet beoordeeld." if rij["later_niet_beoordeeld"] else ""
    weg = " Niet meer in het kader." if rij["niet_meer_in_kader"] else ""
    hoe = f"{UITKOMST[rij['uitkomst']].woord} ({bewijswoord(rij['bewijs'])}{bezoek})"
    gezien = f"Open sinds {rij['sinds']}. Laatst gezien in {rij['peiljaar']}: {hoe}.{later}{weg}{_gemeld(rij)}"
    let_op = Markup("<p>Let op: {}</p>").format(rij["opmerking"]) if rij["opmerking"] else ""
    return Markup(
        '<section class="punt"><h3>{}</h3><p>{}</p><p>{}</p>{}<p class="stil">{}</p>'
        '<div class="lijn eerste"></div><div class="lijn"></div></section>'
    ).format(
        rij["kort"],
        gezien,
        rij["toelichting"] or "Het rapport geeft geen toelichting.",
        let_op,
        " ".join(filter(None, [f"{rij['thema']} · {_bron(blad, rij)}.", thema_in_rapport(rij)])),
    )


def _gemeld(rij: Rij) -> str:
    """That the gemeente says it was done, and where; empty text where it does not."""
    if not rij["gemeld_in"]:
        return ""
    waar = f"{rij['gemeld_rapport']}, {deeldatum(rij['gemeld_op'])}"
    return f" {STAND_ACTIE['gemeld'].teken} {hoofd(STAND_ACTIE['gemeld'].woord)} ({waar})."


def _rapporten(blad: Blad) -> dict[str, str]:
    """Every rapport behind the sheet, with its date."""
    rijen = [*blad.metingen, *blad.stand, *blad.bevindingen]
    return {rij["rapport"]: f"{rij['rapport']} ({deeldatum(rij['gepubliceerd'])})" for rij in rijen}


def _bron(blad: Blad, rij: Rij) -> str:
    """Where it stands; the name of the rapport too, unless there is only one, which the head of the sheet names."""
    rapport = f"{_rapporten(blad)[rij['rapport']]}, " if len(_rapporten(blad)) > 1 else ""
    return f"{rapport}{rij['vindplaats']}" + (f", p. {rij['pagina']}" if rij["pagina"] is not None else "")


def metingen_onder(stand: Iterable[Rij]) -> set[str]:
    """The ids of the metingen on which rests what is open; of what branches say together, all of theirs."""
    return {meting for rij in stand if rij["open"] for meting in rij["metingen"].split(" + ")}


def _basis(blad: Blad, metingen: list[Rij], open_: list[Rij]) -> Markup:
    """On what the metingen rest that the open points come from; without open points, the latest of each aanpak."""
    onder = metingen_onder(open_)
    telt = [m for m in metingen if m["meting_id"] in onder] or list({m["aanpak_id"]: m for m in metingen}.values())
    if not telt:
        return Markup("")
    regels = (
        f"{m['peiljaar']}, {m['aanpak']}{_elders(blad, m)} ({bewijswoord(m['bewijs'])}): {m['basis']}"
        + (" Een selectie van het kader is afgedrukt." if m["dekking"] == "selectie" else "")
        for m in telt
    )
    return Markup("<h3>Waarop dit rust</h3>") + _lijst(regels)


def _actiepunten(blad: Blad) -> Markup:
    """What was recommended, for whom, and when follow-up was announced."""
    punten = [b for b in blad.bevindingen if b["soort"] in _ACTIE and b["stand"] in ("open", "gemeld")]
    if not punten:
        return Markup("")
    kop = f"Actiepunten die niet zijn afgerond: {telwoord(len(punten))}"
    kaarten = Markup("").join(_actiepunt(blad, punt) for punt in punten)
    return Markup('<h2>{}</h2><div class="twee">{}</div>').format(kop, kaarten)


def _actiepunt(blad: Blad, punt: Rij) -> Markup:
    wie = f"Voor: {punt['voor_wie']}. " if punt["voor_wie"] else ""
    return Markup(
        '<section class="punt"><h3>{}</h3><p>{}</p><p>{}{}</p><p class="stil">{}, {}</p>'
        '<div class="lijn eerste"></div></section>'
    ).format(punt["titel"], punt["tekst"], wie, _termijn(blad, punt), _stand(punt), _bron(blad, punt))


def _stand(punt: Rij) -> str:
    waar = f" ({punt['gemeld_rapport']}, {deeldatum(punt['gemeld_op'])})" if punt["gemeld_in"] else ""
    return hoofd(f"{BEVINDING[punt['soort']].een}: {STAND_ACTIE[punt['stand']].woord}{waar}")


def _termijn(blad: Blad, rij: Rij) -> str:
    van, tot = (deeldatum(rij[f"opvolging_verwacht_{kant}"]) for kant in ("van", "tot"))
    if not van and not tot:
        return ""
    wanneer = f"{van} tot en met {tot}" if van and tot and van != tot else van or tot
    voorbij = rij["uiterste_dag"] is not None and rij["uiterste_dag"] < blad.vandaag
    return f"Opvolging aangekondigd voor {wanneer}" + (" (termijn voorbij)." if voorbij else ".")


def _bevindingen(blad: Blad, soorten: tuple[str, ...], kop: str) -> Markup:
    """Findings of these kinds with their text and place; nothing where there are none."""
    rijen = [b for b in blad.bevindingen if b["soort"] in soorten]
    if not rijen:
        return Markup("")
    vorm = "een" if soorten == _BELOFTE else "twee"
    return Markup('<h2>{}</h2><div class="{}">{}</div>').format(kop, vorm, _lijst(_bevinding(blad, b) for b in rijen))


def _bevinding(blad: Blad, rij: Rij) -> Markup:
    tekst = " ".join(filter(None, [rij["tekst"], _termijn(blad, rij)]))
    let_op = f" Let op: {rij['opmerking']}" if rij["opmerking"] else ""
    return Markup('<strong>{}</strong> ({}). {}{} <span class="stil">{}</span>').format(
        rij["titel"], BEVINDING[rij["soort"]].een, tekst, let_op, _bron(blad, rij)
    )


def _wie(blad: Blad) -> Markup:
    """Whom to ask: for whom the reports meant it; with whom was spoken stands under each kader."""
    namen = list(dict.fromkeys(b["voor_wie"] for b in blad.bevindingen if b["voor_wie"]))
    regels = namen or ["De rapporten zeggen niet voor wie de open punten zijn."]
    slot = "Met wie de inspecties eerder spraken, staat bij ‘Waarop dit rust’."
    return Markup('<h2>Aan wie te vragen</h2>{}<p class="stil">{}</p>').format(_lijst(regels), slot)


def _lijst(regels: Iterable[object]) -> Markup:
    return Markup("<ul>{}</ul>").format(
        Markup("").join(Markup("<li>{}</li>").format(escape(regel)) for regel in regels)
    )


def _voet(blad: Blad) -> Markup:
    """What file this is, so that it can be made again."""
    return Markup('<footer class="stil">{}</footer>').format(
        f"Datasetversie {blad.datasetversie} · methodeversie {blad.methodeversie} · bekend tot en met "
        f"{datum(blad.kennisdatum)} · gedrukt op {datum(blad.vandaag)}. Niet bekend is nooit nul: wat hier niet staat, "
        "staat niet in de rapporten van deze verzameling."
        + (f" Exportnummer {blad.exportnummer}" if blad.exportnummer else "")
        + (f", dezelfde feiten: {blad.link}" if blad.link else "")
    )
