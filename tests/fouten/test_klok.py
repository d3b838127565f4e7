"""The clock set back: nothing disappears, the order stays, and a sentence says that the clock is behind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from data.aanvaarding import vastleggen
from data.aanvaarding.geschiedenis import geschiedenis
from data.aanvaarding.vastleggen import alles_versie
from data.aanvaarding.wijzigen import schrijf_levering, trek_in
from data.bouw.versies import reeks, versie_op
from data.levering.leveringen import zoek
from pagina.delen import klok
from pagina.delen.kop import klok_loopt_achter
from tests.data.winkeldoos import Winkeldoos, vervolg
from tests.fouten.conftest import Boek
from tests.fouten.test_beschadigd import bezoek
from tests.pagina.conftest import alles, waarden


def test_aanvaarden_met_een_klok_die_terugloopt(
    winkel: Winkeldoos, boek: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each next one earlier than the last by the clock: the ids, the order and every datasetversie are there."""
    moment = datetime(2026, 3, 1, 10, tzinfo=UTC)
    terug = (timedelta(), timedelta(minutes=30), timedelta(days=1), timedelta(days=400))
    versies, ids = [alles_versie()], []
    with winkel.zonder_bouwen():
        for nummer, stap in enumerate(terug):
            moment -= stap
            monkeypatch.setattr(vastleggen, "nu", lambda moment=moment: moment)
            if nummer % 2 == 0:
                ids.append(schrijf_levering(vervolg(f"vervolg-{nummer}"), door="i").name)
            else:
                ids.append(trek_in(ids[-1], reden="vergissing", door="i").name)
            versies.append(alles_versie())
    verloren = len(zoek([winkel.map])[1]) + (len({*ids}) != 4) + (len({*versies}) != 5)
    verloren += [stap.levering_id for stap in geschiedenis()][:4] != ids[::-1]
    # from each version to the next there is one levering, in the order in which they came
    stappen = reeks(versies[0], versies[-1])
    verloren += [(stap.versie, stap.leveringen[0].id) for stap in stappen] != [*zip(versies[1:], ids, strict=True)]
    verloren += versie_op(date(2026, 3, 1)) != versies[-1]
    boek("klok terug: aanvaarden en intrekken", geprobeerd=4, binnen=3, verloren=verloren)
    om = [lev.moment[1] for lev in sorted(zoek([winkel.map])[0], key=lambda lev: lev.moment)][-4:]
    assert om == [datetime(2026, 3, 1, 10, 0, seconde, tzinfo=UTC) for seconde in range(4)]


def test_de_wintertijd_draait_de_volgorde_niet_om(winkel: Winkeldoos, monkeypatch: pytest.MonkeyPatch) -> None:
    """At 02:50 summer time and twenty minutes later, at 02:10 winter time."""
    zomer, winter = (datetime.fromisoformat(f"2026-10-25T{om}") for om in ("02:50:00+02:00", "02:10:00+01:00"))
    with winkel.zonder_bouwen():
        monkeypatch.setattr(vastleggen, "nu", lambda: zomer)
        eerst = schrijf_levering(vervolg(), door="i").name
        monkeypatch.setattr(vastleggen, "nu", lambda: winter)
        later = trek_in("vervolg", reden="vergissing", door="i").name
    assert [stap.levering_id for stap in geschiedenis()][:2] == [later, eerst]


def test_een_dashboard_met_een_klok_die_achterloopt(
    winkel: Winkeldoos, boek: Boek, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every figure is there, and one sentence says what is the matter."""
    nu = bezoek()
    monkeypatch.setattr(klok, "vandaag", lambda: date(2025, 12, 31))
    toen = bezoek()
    zin = klok_loopt_achter(klok.dag(datetime.now(UTC)))
    assert zin.startswith("De klok van de server staat op 31 december 2025, maar deze gegevens zijn gemaakt op ")
    assert [waarde for waarde in waarden(toen.warning) if waarde not in waarden(nu.warning)] == [zin]

    def zonder_datum(tekst: str) -> list[str]:
        return [regel.rpartition("; vandaag is het ")[0] or regel for regel in tekst.splitlines() if regel != zin]

    verloren = zonder_datum(alles(toen)) != zonder_datum(alles(nu))
    boek("klok terug: dashboard", geprobeerd=1, binnen=1, verloren=int(verloren))
