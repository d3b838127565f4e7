"""Geschiedenis: every levering, who accepted it when, what it replaced and why, and what it changed."""

from pagina._geschiedenis import lijst, stap
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Geschiedenis",
    feiten,
    "Elke levering die ooit is aanvaard, de nieuwste eerst. Niets wordt overschreven: een verbetering is een nieuwe "
    "levering die een oude vervangt.",
    hulp="Verbeteren of intrekken",
)
stappen = lijst.alle()
lijst.melding_van_net()
gekozen = lijst.kies(stappen)
if gekozen is not None:
    stap.toon(feiten, gekozen, stappen)
lijst.toon(stappen)
voet(feiten)
