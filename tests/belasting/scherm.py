"""What a browser makes of the messages of Streamlit: the elements by their place, and the widgets with their values.

As the frontend of Streamlit 1.67 does it: what a run did not send again is gone when it ends, large elements are kept
by their hash and not sent twice, and the state of a widget lasts as long as it is in view.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

#: Widgets of which one thing is chosen; of the others several.
ENKEL = ("selectbox", "radio")
SOORTEN = (*ENKEL, "multiselect", "date_input")
GOED = (
    ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY,
    ForwardMsg.ScriptFinishedStatus.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class Mislukt(Exception):
    """A run that did not give the answer: what went wrong, in one line."""


@dataclass(frozen=True)
class Widget:
    """A list to choose from. `sleutel`: its name in the URL, empty where it is not there."""

    id: str
    soort: str
    sleutel: str
    naam: str
    opties: tuple[str, ...]
    begin: tuple[str, ...]
    fragment: str
    uit: bool


@dataclass
class _Plek:
    """What stands in one place: a message, and the run that sent it."""

    bericht: ForwardMsg
    run: str


class Scherm:
    """One page as a reader sees it."""

    def __init__(self) -> None:
        """Nothing is there yet."""
        self.paginas: dict[str, str] = {}
        self.pagina = ""
        self.waarden: dict[str, list[str]] = {}
        self._plekken: dict[tuple[int, ...], _Plek] = {}
        self._bewaard: dict[str, tuple[ForwardMsg, int]] = {}
        self._run = ""
        self._fragmenten: frozenset[str] = frozenset()
        self._runs, self._bewaar = 0, 2

    def verwerk(self, bericht: ForwardMsg) -> bool:
        """Take in one message; true when it ends a run that gave its answer. Raises Mislukt."""
        soort = bericht.WhichOneof("type")
        if soort == "new_session":
            self._run = bericht.metadata.run.script_run_id
            self._fragmenten = frozenset(bericht.metadata.run.fragment_ids)
            self._bewaar = bericht.new_session.config.max_cached_message_age
        elif soort == "navigation":
            self.pagina = bericht.navigation.page_script_hash
            self.paginas = {deel.url_pathname: deel.page_script_hash for deel in bericht.navigation.app_pages}
        elif soort == "ref_hash":
            self._zet(self._uit_bewaring(bericht), bericht)
        elif soort == "delta":
            if bericht.metadata.cacheable:
                self._bewaard[bericht.hash] = bericht, self._runs
            self._zet(bericht, bericht)
        elif soort == "page_not_found":
            raise Mislukt("de pagina bestaat niet")
        elif soort == "script_finished":
            return self._klaar(bericht)
        return False

    def _uit_bewaring(self, verwijzing: ForwardMsg) -> ForwardMsg:
        if verwijzing.ref_hash not in self._bewaard:
            raise Mislukt("een verwijzing naar een bericht dat hier niet is")
        bericht, _ = self._bewaard[verwijzing.ref_hash]
        self._bewaard[verwijzing.ref_hash] = bericht, self._runs
        return bericht

    def _zet(self, bericht: ForwardMsg, plaats: ForwardMsg) -> None:
        delta = bericht.delta
        if delta.new_element.WhichOneof("type") == "exception":
            raise Mislukt(f"een fout op de pagina: {delta.new_element.exception.message[:200]}")
        self._plekken[tuple(plaats.metadata.delta_path)] = _Plek(bericht, self._run)
        widget = _widget(bericht)
        if widget is None:
            return
        element = getattr(delta.new_element, widget.soort)
        if element.set_value:
            self.waarden[widget.id] = _gezet(element, widget.soort)
        elif widget.id not in self.waarden:
            self.waarden[widget.id] = list(widget.begin)

    def _klaar(self, bericht: ForwardMsg) -> bool:
        """Clear what this run did not draw again; a run that was overtaken by the next is no end."""
        if bericht.script_finished == ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN:
            return False
        if bericht.script_finished not in GOED:
            raise Mislukt("de pagina is niet te lezen")
        for plek, wat in list(self._plekken.items()):
            van_deze = not self._fragmenten or wat.bericht.delta.fragment_id in self._fragmenten
            if van_deze and wat.run != self._run:
                del self._plekken[plek]
        in_beeld = {widget.id for widget in self.widgets()}
        self.waarden = {id_: waarde for id_, waarde in self.waarden.items() if id_ in in_beeld}
        self._runs += 1
        self._bewaard = {h: (b, n) for h, (b, n) in self._bewaard.items() if self._runs - n <= self._bewaar}
        return True

    @property
    def bewaard(self) -> list[str]:
        """The hashes of what the server need not send again."""
        return list(self._bewaard)

    def elementen(self, soort: str) -> list[Element]:
        """The elements of one kind, from top to bottom."""
        gesorteerd = (self._plekken[plek].bericht.delta for plek in sorted(self._plekken))
        return [delta.new_element for delta in gesorteerd if delta.new_element.WhichOneof("type") == soort]

    def tekst(self) -> str:
        """The sentences and small tables of the page, one under the other."""
        delen = [element.markdown.body for element in self.elementen("markdown")]
        return "\n".join([*delen, *(element.html.body for element in self.elementen("html"))])

    def widgets(self) -> Iterator[Widget]:
        """The widgets in view."""
        for plek in sorted(self._plekken):
            if (widget := _widget(self._plekken[plek].bericht)) is not None:
                yield widget

    def keuze(self) -> dict[str, tuple[str, ...]]:
        """What is chosen, by the names in the URL."""
        return {widget.sleutel: tuple(self.waarden[widget.id]) for widget in self.widgets() if widget.sleutel}

    def link(self) -> str:
        """What stands behind the question mark in the address: what is not as it was at first."""
        anders = {w.sleutel: self.waarden[w.id] for w in self.widgets() if w.sleutel}
        begin = {w.sleutel: list(w.begin) for w in self.widgets() if w.sleutel}
        return urlencode({naam: waarde or [""] for naam, waarde in anders.items() if waarde != begin[naam]}, doseq=True)

    def toestand(self) -> list[WidgetState]:
        """What the browser says of every widget with each click."""
        return [_toestand(widget, self.waarden[widget.id]) for widget in self.widgets()]

    def ga_weg(self) -> None:
        """To another page: nothing of this one is told there."""
        self._plekken, self.waarden = {}, {}


def _widget(bericht: ForwardMsg) -> Widget | None:
    soort = bericht.delta.new_element.WhichOneof("type")
    if soort not in SOORTEN:
        return None
    element = getattr(bericht.delta.new_element, soort)
    opties = tuple(getattr(element, "options", ()))
    return Widget(
        id=element.id,
        soort=soort,
        sleutel=element.query_param_key,
        naam=element.label,
        opties=opties,
        begin=_begin(element, soort, opties),
        fragment=bericht.delta.fragment_id,
        uit=element.disabled,
    )


def _begin(element: object, soort: str, opties: tuple[str, ...]) -> tuple[str, ...]:
    """The value that a widget has until somebody chooses."""
    standaard = getattr(element, "default")  # noqa: B009 - the messages have no type in common
    if soort == "date_input":
        return tuple(standaard)
    if soort == "multiselect":
        return tuple(opties[nummer] for nummer in standaard)
    gekozen = element.HasField("default")  # type: ignore[attr-defined]
    return (opties[standaard],) if gekozen and opties else ()


def _gezet(element: object, soort: str) -> list[str]:
    """The value that the server gives a widget."""
    veld = {"multiselect": "raw_values", "date_input": "value"}.get(soort)
    if veld is not None:
        return list(getattr(element, veld))
    return [element.raw_value] if element.HasField("raw_value") else []  # type: ignore[attr-defined]


def _toestand(widget: Widget, waarde: list[str]) -> WidgetState:
    toestand = WidgetState(id=widget.id)
    if widget.soort not in ENKEL:
        toestand.string_array_value.data.extend(waarde)
        toestand.string_array_value.SetInParent()
    elif waarde:
        toestand.string_value = waarde[0]
    return toestand
