"""Uitleg."""

from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop("Uitleg", feiten)
voet(feiten)
