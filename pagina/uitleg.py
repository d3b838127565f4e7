"""Uitleg: how one works with this dashboard, what the numbers mean, how they are counted, what they do not say."""

from pagina._uitleg import hoofdstukken
from pagina.delen.gegevens import gegevens
from pagina.delen.kop import kop, voet

feiten = gegevens()
kop(
    "Uitleg",
    feiten,
    "Hoe u met dit dashboard werkt, wat ‘opgepakt’ betekent, hoe wordt geteld, en wat de cijfers niet zeggen.",
)
hoofdstukken.document_knop()
hoofdstukken.inhoud()
hoofdstukken.alles()
voet(feiten)
