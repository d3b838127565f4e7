"""A voorstel in Dutch lines: what was recognised, the verdicts per meting, every doubt with its place."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.document import Alinea
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import in_woorden
from data.rapporten.voorstel.vergelijken import vergelijk
from data.rapporten.woorden import in_het_kort

#: Widths of the table of verdicts, in characters.
BREED_THEMA, BREED_INDICATOR = 18, 72


def verslag(voorstel: Voorstel, bekend: Bekend) -> str:
    """The whole account, as `python -m data lees` prints it."""
    delen = [_herkend(voorstel, bekend)]
    if voorstel.kop["melding"]:
        delen.append([voorstel.kop["melding"]])
    zin = vergelijk(voorstel, bekend).zin
    if zin:
        delen.append([zin])
    delen += _oordelen(voorstel, bekend)
    delen.append(_twijfels(voorstel))
    return "\n\n".join("\n".join(regels) for regels in delen)


def _herkend(voorstel: Voorstel, bekend: Bekend) -> list[str]:
    """What was recognised, one line each."""
    kop = voorstel.kop
    gemeenten = {rij["gemeente_code"]: rij["gemeente"] for rij in bekend.gemeenten()}
    edities = {rij["editie_id"]: rij for rij in bekend.tabel("edities")}
    kaders = {rij["kader_id"]: rij for rij in bekend.tabel("kaders")}
    editie = edities.get(kop["editie_id"])
    kader = kaders.get(editie["kader_id"]) if editie else None
    daar = " (volgens de verzameling)" if kop["staat_in"] else ""
    regels = [
        ("Bestand", f"{kop['naam']} ({kop['vorm']})"),
        ("Titel", kop["titel"] + daar),
        ("Gemeente", gemeenten.get(kop["gemeente_code"], "")),
        ("Uitgever", kop["uitgever"] + daar),
        ("Gepubliceerd", in_woorden(kop["gepubliceerd"]) + daar if kop["gepubliceerd"] else ""),
        ("Kader", f"{kader['kader']} (niveau {kader['niveau']})" if kader else ""),
        *(("Aanpak", _aanpak(aanpak)) for aanpak in voorstel.aanpakken),
        *(("Opvolging", f"{rij['naar']} nam over van {rij['van']}") for rij in voorstel.opvolging),
    ]
    return [f"{naam + ':':<14}{waarde or 'niet gevonden'}" for naam, waarde in regels]


def _aanpak(aanpak: Rij) -> str:
    """An aanpak with whether the store has it."""
    if aanpak["nieuw"] == "nee":
        ander = "" if aanpak["naam"] == aanpak["aanpak"] else f" als {aanpak['naam']}"
        return f"{aanpak['aanpak']} (staat al in de verzameling{ander})"
    return f"{aanpak['aanpak']} (nieuw)"


def _oordelen(voorstel: Voorstel, bekend: Bekend) -> list[list[str]]:
    """Per meting a table of its verdicts."""
    kort = {i.indicator_id: i.kort for i in bekend.indicatoren()}
    metingen: dict[tuple[str, str], list[Rij]] = {}
    for meting in voorstel.metingen:
        metingen[meting["aanpak"], meting["peiljaar"]] = []
    for oordeel in voorstel.oordelen:
        metingen.setdefault((oordeel["aanpak"], oordeel["peiljaar"]), []).append(oordeel)
    delen = []
    for (aanpak, jaar), oordelen in metingen.items():
        regels = [
            f"{aanpak or 'aanpak onbekend'} {jaar or 'jaar onbekend'}: {_aantal(len(oordelen), 'oordeel', 'oordelen')}"
        ]
        for oordeel in oordelen:
            indicator = kort.get(oordeel["indicator_id"]) or f"? {oordeel['indicator_gedrukt']}"
            regels.append(
                f"  {in_het_kort(oordeel['thema_gedrukt'], BREED_THEMA):<{BREED_THEMA}}  "
                f"{in_het_kort(indicator, BREED_INDICATOR):<{BREED_INDICATOR}}  {oordeel['teken_gedrukt'] or '(leeg)'}"
            )
        delen.append(regels)
    return delen


def _twijfels(voorstel: Voorstel) -> list[str]:
    """Every doubt, with where it stands."""
    if not voorstel.twijfels:
        return ["Geen twijfels."]
    regels = [f"{_aantal(len(voorstel.twijfels), 'twijfel', 'twijfels')}:"]
    for twijfel in voorstel.twijfels:
        plek = plek_in_woorden(voorstel, twijfel)
        regels.append(f"  {twijfel['nr']}. {twijfel['zin']}" + (f" [{plek}]" if plek else ""))
    return regels


def plek_in_woorden(voorstel: Voorstel, twijfel: Rij) -> str:
    """Where a doubt stands: its oordeel's place in the report, else the page and the first words of the passage."""
    if twijfel["oordeel_nr"]:
        oordeel = voorstel.oordeel(twijfel["oordeel_nr"])
        pagina = f", p. {oordeel['pagina']}" if oordeel["pagina"] else ""
        return f"oordeel {oordeel['nr']}: {oordeel['vindplaats']}{pagina}"
    if not twijfel["blok"].isdecimal() or int(twijfel["blok"]) >= len(voorstel.document.blokken):
        return ""
    blok = voorstel.document.blokken[int(twijfel["blok"])]
    pagina = f"p. {blok.pagina}, " if blok.pagina else ""
    if isinstance(blok, Alinea):
        return f"{pagina}“{in_het_kort(blok.tekst, 60)}”"
    rij = f", rij {int(twijfel['rij']) + 1}" if twijfel["rij"].isdecimal() else ""
    return f"{pagina}tabel “{in_het_kort(' '.join(blok.rijen[0]) if blok.rijen else '', 40)}”{rij}"


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"
