"""Inlezen: from a report to accepted facts. Offer a report, check what was read, accept."""

from pagina._inlezen import (
    aanpakken,
    aanvaarding,
    begin,
    bevindingen,
    oordelen,
    rapport,
    stap,
    twijfels,
    vergelijking,
    voorvertoning,
)
from pagina._inlezen.werk import gekozen, wat_bekend_is
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Inlezen",
    feiten,
    "Lees hier een rapport in, kijk na wat er is gelezen, en aanvaard het. Er verandert niets aan de cijfers totdat u "
    "aanvaardt.",
    hulp="Een rapport inlezen",
)
aanvaarding.aanvaard_zojuist()
werk = None if begin.lezen() else gekozen()

if werk is not None:
    stappen = stap.alle(werk, vergelijking.stap(werk), voorvertoning.stap(werk), aanvaarding.stap(werk))
    stap.meldingen(werk)
    stap.overzicht(werk, stappen)
    stap.kop(stappen["rapport"])
    rapport.toon(werk)
    aanpakken.toon(werk)
    stap.kop(stappen["vergelijking"])
    vergelijking.toon(werk)
    stap.kop(stappen["twijfels"])
    twijfels.toon(werk, twijfels.over_het_lezen(werk))
    stap.kop(stappen["oordelen"])
    oordelen.toon(werk)
    stap.kop(stappen["bevindingen"])
    bevindingen.toon(werk)
    stap.kop(stappen["persoonsgegevens"])
    twijfels.toon(werk, twijfels.over_privacy(werk))
    stap.kop(stappen["verandering"])
    voorvertoning.toon(werk)
    stap.kop(stappen["aanvaarden"])
    aanvaarding.toon(werk)
elif not begin.bezig():
    begin.verbeteren()
    begin.aanbieden()
    begin.openstaand()
    begin.met_de_hand()
    begin.sjablonen(wat_bekend_is())
voet(feiten)
