"""Doubts about the report as a whole: what the running text leaves open, and what is needed and was not found."""

from __future__ import annotations

from collections.abc import Iterator

from data.rapporten.bekend import Bekend
from data.rapporten.document import Alinea
from data.rapporten.gelezen import Gelezen, Herkend, Soort, Vondst
from data.rapporten.herkenning.koppelen import EditieKeuze
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import ZELFDE_NAAM, bekende_uitgever, beste, in_woorden, opsomming, schoon
from data.rapporten.voorstel.vragen import twijfel

#: What a levering cannot do without, and how to ask for it.
NODIG_IN_KOP = {
    "gemeente_code": "Over welke gemeente het rapport gaat, is niet gevonden: kies de gemeente.",
    "titel": "De titel van het rapport is niet gevonden: vul de titel in.",
    "uitgever": "Wie het rapport heeft uitgegeven, is niet gevonden: vul de uitgever in.",
    "gepubliceerd": "Wanneer het rapport is gepubliceerd, is niet gevonden: vul het jaar, de maand of de dag in.",
    "editie_id": "Welk kader het rapport gebruikt, is niet gevonden: kies het kader.",
}
NODIG_IN_METING = {
    "bewijs": "Hoe de oordelen van {} zijn vastgesteld (het bewijs), is niet gevonden: kies dat.",
    "basis": "Waarop de oordelen van {} rusten (gesprekken, dossiers, aantallen), is niet gelezen: vul dat in.",
}
#: What the finder may doubt, where the voorstel holds it, and what to say when the finder gives no sentence.
VONDSTEN = (
    ("titel", "kop.titel", "De titel is niet zeker: “{}”."),
    ("gemeente_code", "kop.gemeente_code", "De gemeente is niet zeker: {}."),
    ("gepubliceerd", "kop.gepubliceerd", "De datum van publicatie is niet zeker: {}."),
    ("kader_id", "kop.editie_id", "Het kader is niet zeker: {}."),
    ("niveau", "kop.editie_id", "Het niveau van het kader is niet zeker: {}."),
    ("bezoek_op", "metingen.bezoek_op", "De datum van het bezoek is niet zeker: {}."),
    ("onderzoek_van", "metingen.onderzoek_van", "Het begin van het onderzoek is niet zeker: {}."),
    ("onderzoek_tot", "metingen.onderzoek_tot", "Het einde van het onderzoek is niet zeker: {}."),
)


def herkenning(voorstel: Voorstel, gelezen: Gelezen, *, keuze: EditieKeuze, bekend: Bekend) -> list[Rij]:
    """The doubts HERKENNING of a voorstel, in the order in which an editor fills it in.

    What the store says of a rapport that it has already needs no look here.
    """
    rijen = [
        *(_vraag(opmerking, "bestand") for opmerking in gelezen.document.opmerkingen),
        *_niet_zeker(gelezen.herkend, bekend),
        *_kader(voorstel, gelezen, keuze, bekend),
        *_ontbreekt_in_kop(voorstel),
        *_aanpakken(voorstel, gelezen, bekend),
        *_peiljaren(voorstel, gelezen),
        *_metingen(voorstel, gelezen),
    ]
    if voorstel.kop["staat_in"]:
        rijen = [rij for rij in rijen if not rij["over"].startswith("kop.") or rij["over"] == "kop.gemeente_code"]
    # what both the text and the tables leave open is asked once, where the text says it
    uniek = {rij["zin"]: rij for rij in reversed(rijen)}
    return list(reversed(uniek.values()))


def _vraag(zin: str, over: str, vondst: Vondst | None = None) -> Rij:
    """A doubt; with a Vondst it stands where that was found, in its own words when it has any."""
    eigen = (vondst.zin if vondst else "") or zin
    return twijfel(Soort.HERKENNING, eigen, over=over, plek=vondst.plek if vondst else None)


def _niet_zeker(herkend: Herkend, bekend: Bekend) -> Iterator[Rij]:
    """What was found in the text and may be something else; a code by its name, a date in words."""
    namen = {rij["gemeente_code"]: rij["gemeente"] for rij in bekend.gemeenten()}
    namen |= {rij["kader_id"]: rij["kader"] for rij in bekend.tabel("kaders")}
    for veld, over, zin in VONDSTEN:
        vondst: Vondst | None = getattr(herkend, veld)
        if vondst is not None and not vondst.zeker:
            waarde = namen.get(vondst.waarde, schoon(vondst.waarde))
            yield _vraag(zin.format(waarde if veld == "titel" else in_woorden(waarde)), over, vondst)
    for vondst in herkend.aanpakken:
        if not vondst.zeker:
            yield _vraag(f"De naam van de aanpak is niet zeker: “{schoon(vondst.waarde)}”.", "aanpakken", vondst)


def _kader(voorstel: Voorstel, gelezen: Gelezen, keuze: EditieKeuze, bekend: Bekend) -> Iterator[Rij]:
    """Another editie that is as likely, and a text that names another kader than the indicators point to."""
    if keuze.twijfel is not None:
        yield _vraag(keuze.twijfel.zin, "kop.editie_id")
    genoemd = gelezen.herkend.kader_id
    kaders = {rij["editie_id"]: rij["kader_id"] for rij in bekend.tabel("edities")}
    namen = {rij["kader_id"]: rij["kader"] for rij in bekend.tabel("kaders")}
    gekozen = kaders.get(voorstel.kop["editie_id"])
    if genoemd is not None and gekozen is not None and genoemd.waarde != gekozen:
        zin = (
            f"De tekst noemt het kader {namen.get(genoemd.waarde, genoemd.waarde)}, maar de afgedrukte indicatoren "
            f"zijn die van {namen[gekozen]}."
        )
        yield _vraag(zin, "kop.editie_id", Vondst(genoemd.waarde, genoemd.plek))


def _ontbreekt_in_kop(voorstel: Voorstel) -> Iterator[Rij]:
    """What the kop needs and does not have, and a publisher that nobody knows yet."""
    for kolom, zin in NODIG_IN_KOP.items():
        heeft_kader_nodig = kolom != "editie_id" or voorstel.oordelen or voorstel.metingen
        if not voorstel.kop[kolom] and heeft_kader_nodig:
            yield _vraag(zin, f"kop.{kolom}")
    uitgever = voorstel.kop["uitgever"]
    if uitgever and not bekende_uitgever(uitgever):
        yield _vraag(f"De uitgever “{uitgever}” is de eerste regel van het rapport; kijk of dat klopt.", "kop.uitgever")


def _aanpakken(voorstel: Voorstel, gelezen: Gelezen, bekend: Bekend) -> Iterator[Rij]:
    """Columns without an aanpak, names that are not quite the store's, and new names where the store has others."""
    if any(not oordeel["aanpak"] for oordeel in voorstel.oordelen) or not (voorstel.oordelen or voorstel.aanpakken):
        yield _vraag("Over welke aanpak het rapport gaat, is niet gevonden: vul de naam in.", "aanpakken")
    yield from _naamloos(gelezen)
    yield from _alleen_boven_een_kolom(voorstel, gelezen)
    verbonden = {rij[kant] for rij in voorstel.opvolging for kant in ("van", "naar")}
    for aanpak in voorstel.aanpakken:
        hier, daar = aanpak["aanpak"], aanpak["naam"]
        if aanpak["nieuw"] == "nee" and beste(hier, [daar])[1] < 100:
            zin = f"De aanpak “{hier}” lijkt op “{daar}”, die er al is. Gelezen als dezelfde: klopt dat?"
            yield _vraag(zin, f"aanpak.{aanpak['aanpak_id']}")
        anderen = [rij["aanpak"] for rij in bekend.aanpakken() if rij["gemeente_code"] == aanpak["gemeente_code"]]
        if aanpak["nieuw"] == "ja" and anderen and aanpak["aanpak_id"] not in verbonden:
            zin = (
                f"De aanpak “{hier}” is nieuw. De verzameling kent hier ook {opsomming(anderen)}: leg vast "
                "of de een de ander heeft overgenomen, of kies dezelfde aanpak."
            )
            yield _vraag(zin, f"aanpak.{aanpak['aanpak_id']}")


def _alleen_boven_een_kolom(voorstel: Voorstel, gelezen: Gelezen) -> Iterator[Rij]:
    """New names that only a column head gives: what stands there may be something else than an aanpak."""
    blokken = gelezen.document.blokken
    tekst = " ".join(blok.tekst for blok in blokken if isinstance(blok, Alinea)).casefold()
    koppen = {schoon(cel.kolom.aanpak) for cel in gelezen.tabellen.cellen}
    for aanpak in voorstel.aanpakken:
        naam = aanpak["aanpak"]
        if aanpak["nieuw"] == "ja" and naam in koppen and naam.casefold() not in tekst:
            zin = f"“{naam}” staat alleen boven een kolom en nergens in de tekst: is dit de naam van een aanpak?"
            yield _vraag(zin, f"aanpak.{aanpak['aanpak_id']}")


def _naamloos(gelezen: Gelezen) -> Iterator[Rij]:
    """A column without a name, where the text names more than one aanpak that stands over no column."""
    koppen = sorted({schoon(cel.kolom.aanpak) for cel in gelezen.tabellen.cellen if cel.kolom.aanpak.strip()})
    naamloos = any(not cel.kolom.aanpak.strip() for cel in gelezen.tabellen.cellen)
    genoemd = list(dict.fromkeys(schoon(vondst.waarde) for vondst in gelezen.herkend.aanpakken))
    vrij = [naam for naam in genoemd if beste(naam, koppen)[1] < ZELFDE_NAAM] or genoemd
    if naamloos and len(vrij) > 1:
        zin = f"Boven een kolom staat geen aanpak; gelezen als “{vrij[0]}”. De tekst noemt ook {opsomming(vrij[1:])}."
        yield _vraag(zin, "aanpakken")


def _peiljaren(voorstel: Voorstel, gelezen: Gelezen) -> Iterator[Rij]:
    """Columns without a year: none in the text, more than one, or one that is not sure."""
    if not voorstel.oordelen and gelezen.tabellen.kaderregels and not voorstel.metingen:
        zin = "Over welk jaar het onderzoek gaat (het peiljaar), is niet gevonden: voeg een meting toe."
        yield _vraag(zin, "oordelen.peiljaar")
        return
    zonder = [cel for cel in gelezen.tabellen.cellen if cel.kolom.peiljaar is None]
    jaren = list(dict.fromkeys(vondst.waarde for vondst in gelezen.herkend.peiljaren))
    if not zonder and (voorstel.oordelen or all(meting["peiljaar"] for meting in voorstel.metingen)):
        onzeker = [] if voorstel.oordelen or not voorstel.metingen else gelezen.herkend.peiljaren[:1]
    elif not jaren:
        yield _vraag(
            "Over welk jaar de oordelen gaan (het peiljaar), is niet gevonden: vul het in.", "oordelen.peiljaar"
        )
        return
    else:
        onzeker = [vondst for vondst in gelezen.herkend.peiljaren if not vondst.zeker][:1]
        if len(jaren) > 1:
            gekozen = next((oordeel["peiljaar"] for oordeel in voorstel.oordelen), jaren[0])
            zin = f"Boven een kolom staat geen jaar; gelezen als {gekozen}. De tekst noemt {opsomming(jaren)}."
            yield _vraag(zin, "oordelen.peiljaar")
    for vondst in onzeker:
        if not vondst.zeker:
            yield _vraag(f"Het peiljaar is niet zeker: {vondst.waarde}.", "oordelen.peiljaar", vondst)


def _metingen(voorstel: Voorstel, gelezen: Gelezen) -> Iterator[Rij]:
    """What the new metingen still need, an unsure bewijs, and another date than the store has of a meting."""
    nieuw = [meting for meting in voorstel.metingen if meting["nieuw"] == "ja"]
    for kolom, zin in NODIG_IN_METING.items():
        mist = [_meting_naam(meting) for meting in nieuw if not meting[kolom]]
        if mist:
            yield _vraag(zin.format(opsomming(mist)), f"metingen.{kolom}")
    for jaar, vondst in sorted(gelezen.herkend.bewijs.items()):
        if not vondst.zeker and any(meting["peiljaar"] == str(jaar) for meting in nieuw):
            yield _vraag(f"Hoe in {jaar} is getoetst (het bewijs), is niet zeker.", "metingen.bewijs", vondst)
    bezoek = gelezen.herkend.bezoek_op
    for meting in voorstel.metingen:
        daar = meting["bezoek_op"]
        if meting["nieuw"] == "ja" or bezoek is None or not bezoek.waarde.startswith(meting["peiljaar"]):
            continue
        if daar and daar != bezoek.waarde:
            zin = (
                f"De verzameling heeft van {_meting_naam(meting)} een bezoek op {in_woorden(daar)}; dit rapport noemt "
                f"{in_woorden(bezoek.waarde)}. Gelezen als dezelfde meting: klopt dat?"
            )
            yield _vraag(zin, "metingen.bezoek_op", Vondst(bezoek.waarde, bezoek.plek))


def _meting_naam(meting: Rij) -> str:
    """A meting in words."""
    return f"{meting['aanpak']} {meting['peiljaar']}"
