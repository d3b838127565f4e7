"""A report under review: the folder of a voorstel, its doubts, its edits, and the levering that it becomes.

model         what a voorstel holds, and the columns of its files
map           the folder: open, keep (never over somebody else's work), list, remove
maken         from a report as read to a voorstel, with every doubt
bewerken      what an editor does: change, add, leave out, settle a doubt, choose kader, aanpak and lineage
bevindingen   what an editor records by hand: bevindingen, and what a gemeente reports (gemeld)
vergelijken   is this rapport in store already, and does it say the same
bezwaren      what still stands in the way of acceptance
tabellen      the tables of the levering; onderdelen: what is new in them
correctie     a levering in store as a voorstel, to be put right; verbeteren: the same levering with what was changed
kennis        what the store knows for a voorstel
openbaar      what readers go on seeing of a levering that a concept replaces
"""

from data.rapporten.voorstel.bevindingen import (
    laat_bevinding_weg,
    meld_actiepunt,
    meld_indicator,
    trek_melding_in,
    voeg_bevinding_toe,
    wijzig_bevinding,
)
from data.rapporten.voorstel.bewerken import (
    handel_af,
    heropen,
    laat_weg,
    neem_op,
    voeg_oordeel_toe,
    wijzig_oordeel,
)
from data.rapporten.voorstel.bezwaren import bezwaren
from data.rapporten.voorstel.correctie import uit_levering
from data.rapporten.voorstel.indelen import (
    kies_kader,
    laat_meting_weg,
    laat_opvolging_weg,
    voeg_meting_toe,
    voeg_opvolging_toe,
    wijzig_aanpak,
    wijzig_kop,
    wijzig_meting,
)
from data.rapporten.voorstel.maken import maak
from data.rapporten.voorstel.map import alle, bewaar, nieuwe_map, open_voorstel, verwijder
from data.rapporten.voorstel.model import (
    CelVergelijking,
    Kopje,
    OngeldigeWaarde,
    Rij,
    Vergelijking,
    Voorstel,
    VoorstelKapot,
    VoorstelVerouderd,
)
from data.rapporten.voorstel.openbaar import blijft_openbaar
from data.rapporten.voorstel.tabellen import bewerkingen, tabellen
from data.rapporten.voorstel.vergelijken import ander_rapport, kies, vergelijk, zelfde_rapport

__all__ = [
    "CelVergelijking",
    "Kopje",
    "OngeldigeWaarde",
    "Rij",
    "Vergelijking",
    "Voorstel",
    "VoorstelKapot",
    "VoorstelVerouderd",
    "alle",
    "ander_rapport",
    "bewaar",
    "bewerkingen",
    "bezwaren",
    "blijft_openbaar",
    "handel_af",
    "heropen",
    "kies",
    "kies_kader",
    "laat_bevinding_weg",
    "laat_meting_weg",
    "laat_opvolging_weg",
    "laat_weg",
    "maak",
    "meld_actiepunt",
    "meld_indicator",
    "neem_op",
    "nieuwe_map",
    "open_voorstel",
    "tabellen",
    "trek_melding_in",
    "uit_levering",
    "vergelijk",
    "verwijder",
    "voeg_bevinding_toe",
    "voeg_meting_toe",
    "voeg_oordeel_toe",
    "voeg_opvolging_toe",
    "wijzig_aanpak",
    "wijzig_bevinding",
    "wijzig_kop",
    "wijzig_meting",
    "wijzig_oordeel",
    "zelfde_rapport",
]
