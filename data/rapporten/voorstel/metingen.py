"""The metingen of a voorstel: per aanpak and peiljaar one, of the store when it has it, else a new one."""

from __future__ import annotations

from data.rapporten.bekend import Bekend
from data.rapporten.gelezen import Herkend, Vondst
from data.rapporten.voorstel import model
from data.rapporten.voorstel.model import Rij, Voorstel
from data.rapporten.voorstel.namen import schoon, vrij

GEEN_DATUM = "In het rapport is geen datum van bezoek of onderzoek herkend, alleen het jaar."
#: What a meting in store and one in a voorstel share.
GEDEELD = (
    *("meting_id", "aanpak_id", "editie_id", "ronde_id", "peiljaar", "peiljaar_reden", "bezoek_op", "onderzoek_van"),
    *("onderzoek_tot", "bewijs", "dekking", "basis", "opmerking"),
)


def zorg_voor_meting(
    voorstel: Voorstel, aanpak: str, peiljaar: str, *, bekend: Bekend, herkend: Herkend | None = None
) -> Rij:
    """The meting of an aanpak (by printed name) in a year, made when the voorstel has none."""
    for meting in voorstel.metingen:
        if meting["aanpak"] == aanpak and meting["peiljaar"] == peiljaar:
            return meting
    meting = model.rij(model.METING, aanpak=aanpak, peiljaar=peiljaar)
    voorstel.metingen.append(meting)
    herken_in_store(voorstel, meting, bekend=bekend)
    if meting["nieuw"] == "ja":
        _vul(meting, herkend or Herkend())
    return meting


def herken_in_store(voorstel: Voorstel, meting: Rij, *, bekend: Bekend) -> None:
    """Tie a meting to its aanpak and editie as they are now: the one that the store has, or a new one."""
    if meting["nieuw"] == model.EIGEN:
        return  # it keeps its id, so that what refers to it still does
    aanpak_id = voorstel.aanpak(meting["aanpak"])["aanpak_id"]
    editie_id = voorstel.kop["editie_id"]
    kaders = {rij["editie_id"]: rij["kader_id"] for rij in bekend.tabel("edities")}
    kader_id = kaders.get(editie_id, "")
    daar = [
        rij
        for rij in bekend.metingen()
        if rij["aanpak_id"] == aanpak_id
        and rij["peiljaar"] == meting["peiljaar"]
        and kaders.get(rij["editie_id"], "") == kader_id
    ]
    if daar:
        # of two in one year the last: the earlier one was looked at again
        laatste = max(daar, key=lambda rij: (rij["bezoek_op"] or rij["onderzoek_tot"], rij["meting_id"]))
        meting.update({kolom: laatste[kolom] for kolom in GEDEELD}, nieuw="nee")
        return
    bezet = {rij["meting_id"] for rij in [*bekend.metingen(), *voorstel.metingen] if rij is not meting}
    stam = "-".join(deel for deel in (aanpak_id, meting["peiljaar"], kader_id) if deel)
    if meting["nieuw"] == "nee":
        # what was taken from the store is not a fact of this report
        meting.update(dict.fromkeys(GEDEELD[3:], "") | {"peiljaar": meting["peiljaar"]})
    meting.update(meting_id=vrij(stam, bezet), aanpak_id=aanpak_id, editie_id=editie_id, nieuw="ja")
    meting["ronde_id"] = meting["ronde_id"] or _ronde(voorstel, meting["peiljaar"], kader_id, bekend)
    meting["dekking"] = dekking(voorstel, meting, bekend)


def dekking(voorstel: Voorstel, meting: Rij, bekend: Bekend) -> str:
    """heel_kader when every indicator of a whole editie has its row here, else selectie."""
    editie = next((rij for rij in bekend.tabel("edities") if rij["editie_id"] == voorstel.kop["editie_id"]), None)
    alle = {i.indicator_id for i in bekend.indicatoren() if i.editie_id == voorstel.kop["editie_id"]}
    hier = {
        oordeel["indicator_id"]
        for oordeel in voorstel.gebruikt
        if (oordeel["aanpak"], oordeel["peiljaar"]) == (meting["aanpak"], meting["peiljaar"])
    }
    heel = editie is not None and editie["volledig"] == "ja" and bool(alle) and alle <= hier
    return "heel_kader" if heel else "selectie"


def _ronde(voorstel: Voorstel, peiljaar: str, kader_id: str, bekend: Bekend) -> str:
    """The round of research in which the gemeente is known to have taken part with this kader in this year, if one."""
    deelname = {
        rij["ronde_id"]
        for rij in bekend.tabel("ronde_deelname")
        if rij["gemeente_code"] == voorstel.kop["gemeente_code"]
    }
    rondes = [
        rij["ronde_id"]
        for rij in bekend.tabel("onderzoeksrondes")
        if rij["kader_id"] == kader_id
        and rij["ronde_id"] in deelname
        and rij["jaar_van"] <= peiljaar <= rij["jaar_tot"]
    ]
    return rondes[0] if len(rondes) == 1 else ""


def _vul(meting: Rij, herkend: Herkend) -> None:
    """What the running text says of this meting."""
    jaar = meting["peiljaar"]
    bezoek, van, tot = (_waarde(v) for v in (herkend.bezoek_op, herkend.onderzoek_van, herkend.onderzoek_tot))
    if bezoek.startswith(jaar):
        meting["bezoek_op"] = bezoek
    if (van or tot) and (van[:4] or tot[:4]) <= jaar <= (tot[:4] or van[:4]):
        meting.update(onderzoek_van=van, onderzoek_tot=tot)
    meting["bewijs"] = _waarde(herkend.bewijs.get(int(jaar))) if jaar.isdecimal() else ""
    if not any(meting[kolom] for kolom in ("bezoek_op", "onderzoek_van", "onderzoek_tot")):
        meting["peiljaar_reden"] = GEEN_DATUM


def _waarde(vondst: Vondst | None) -> str:
    return schoon(vondst.waarde) if vondst is not None else ""
