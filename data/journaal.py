"""What the server says of itself: one line of JSON per event on stderr, with nothing in it about a person.

It is not the logboek (data/logboek/), which says who did what and is kept. A line names what happened, to which
datasetversie or levering, how long it took, and of a fault its class and place. It never holds the text of an
exception, a value that somebody chose or typed, or what stands in a report: those may name people.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
import threading
import time
import traceback
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, Unpack

PRODUCT = Path(__file__).resolve().parent.parent

#: How a line names how bad it is.
ERNST = {logging.DEBUG: "info", logging.INFO: "info", logging.WARNING: "let_op"}
#: What may name somebody in the words of a library: an address on the network, one of mail, what stands in quotes.
_PERSOONLIJK = re.compile(
    r"""\S+@\S+ | \b\d{1,3}(?:\.\d{1,3}){3}\b | \b[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}\b
    | '[^']*' | "[^"]*" """,
    re.VERBOSE,
)
LANGSTE_TEKST = 300
#: Frames of a stack that are told; the last ones say most.
DIEPSTE = 40


class _InEenZin(logging.Handler):
    """In a command, which speaks Dutch to whoever gave it: the sentence of an event that has one, and no lines."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it."""
        if zin := getattr(record, "zin", ""):
            sys.stderr.write(f"{zin}\n")


_log = logging.getLogger("verbeterpunten")
_in_een_opdracht = _InEenZin()
_log.addHandler(_in_een_opdracht)
# said on import, when there is no line yet to say it in, and no news: the server has not started
logging.getLogger("streamlit.runtime.caching.cache_data_api").addFilter(
    lambda regel: not str(regel.msg).startswith("No runtime found")
)


class Velden(TypedDict, total=False):
    """All that a line of ours may hold beside what happened: ids, versions, counts and durations."""

    datasetversie: str
    met_concept: bool
    levering: str
    vraag: str
    soort: str
    duur_ms: int
    aantal: int
    foutnummer: str
    fout: str
    plaats: str


def meld(wat: str, **velden: Unpack[Velden]) -> None:
    """Write that something happened."""
    _log.info(wat, extra={"velden": velden})


def waarschuw(wat: str, zin: str = "", **velden: Unpack[Velden]) -> None:
    """Write that something happened at which an administrator should look.

    `zin` is what a command says of it to whoever gave it, in Dutch; it is no part of the line.
    """
    _log.warning(wat, extra={"velden": velden, "zin": zin})


def onverwacht(wat: str, fout: BaseException) -> str:
    """Write that something went wrong which nobody foresaw, with where; returns the number under which it stands."""
    nummer = secrets.token_hex(3).upper()
    _log.error(wat, exc_info=fout, extra={"velden": {"foutnummer": nummer}})
    return nummer


class Klok:
    """Takes the time from when it is made."""

    def __init__(self) -> None:
        """Begin."""
        self._begin = time.perf_counter()

    @property
    def ms(self) -> int:
        """Milliseconds since then."""
        return round((time.perf_counter() - self._begin) * 1000)


def begin() -> None:
    """From now on everything that this process logs, our libraries too, is a line of JSON on stderr.

    For a server, once. Streamlit's own loggers print `%(message)s` by .streamlit/config.toml.
    """
    logging.setLogRecordFactory(Regel)
    logging.basicConfig()
    warnings.showwarning = _uit_python  # type: ignore[assignment]
    _log.setLevel(logging.INFO)
    _log.removeHandler(_in_een_opdracht)
    for naam in [None, *logging.root.manager.loggerDict]:
        for uitgang in logging.getLogger(naam).handlers:
            uitgang.setFormatter(logging.Formatter("%(message)s"))
    # what the door says of a fault on a page, with its number, Streamlit would say a second time
    logging.getLogger("streamlit.error_util").addFilter(lambda regel: regel.msg != "Uncaught app execution")
    threading.excepthook = _uit_een_draad


def _uit_een_draad(geval: threading.ExceptHookArgs) -> None:
    if geval.exc_value is not None:
        onverwacht("fout_in_draad", geval.exc_value)


def _uit_python(_: Warning | str, soort: type[Warning], bestand: str, regel: int, *rest: object) -> None:
    del rest
    waarschuw("waarschuwing", soort=soort.__name__, plaats=_plek(bestand, regel))


class Regel(logging.LogRecord):
    """A record of any logger whose message is the whole line: no handler can add what we keep out."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Keep the exception to tell of, and take it from who would print all of it."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.gevallen = self.exc_info[1] if self.exc_info else None
        self.exc_info = self.exc_text = self.stack_info = None

    def getMessage(self) -> str:  # noqa: N802
        """The line."""
        tijd = datetime.fromtimestamp(self.created, UTC).isoformat(timespec="milliseconds")
        inhoud: dict[str, object] = {"tijd": tijd.replace("+00:00", "Z"), "ernst": ERNST.get(self.levelno, "fout")}
        velden = getattr(self, "velden", None)
        if velden is not None:
            inhoud |= {"wat": self.msg, **velden}
        else:
            inhoud |= {"wat": "bericht", "van": self.name, "plaats": f"{self.module}:{self.lineno}"}
            if self.args:
                # what it always says, without what was filled in; a text that is whole may hold anything, and the place
                # tells which it was
                inhoud["tekst"] = _PERSOONLIJK.sub("…", str(self.msg))[:LANGSTE_TEKST]
        if self.gevallen is not None:
            inhoud |= beschrijf(self.gevallen)
        return json.dumps(inhoud, ensure_ascii=False)


def beschrijf(fout: BaseException) -> dict[str, object]:
    """An exception without its text: its class, the number of the system's own error, its place and the stack.

    What caused it comes after it, in the same form, under `oorzaak`.
    """
    stapel = [
        f"{_plek(kader.filename, kader.lineno)} {kader.name}" for kader in traceback.extract_tb(fout.__traceback__)
    ]
    velden: dict[str, object] = {"fout": f"{type(fout).__module__}.{type(fout).__qualname__}".removeprefix("builtins.")}
    if isinstance(fout, OSError) and fout.errno is not None:
        velden["errno"] = fout.errno
    velden |= {"plaats": stapel[-1] if stapel else "", "stapel": stapel[-DIEPSTE:]}
    oorzaak = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
    if oorzaak is not None:
        velden["oorzaak"] = beschrijf(oorzaak)
    return velden


def _plek(bestand: str, regel: int | None) -> str:
    """A line of code, without the folders above the product or the library: those may name a user of the machine."""
    pad = Path(bestand)
    if pad.is_relative_to(PRODUCT) and "site-packages" not in pad.parts:
        return f"{pad.relative_to(PRODUCT).as_posix()}:{regel}"
    return f"{'/'.join(pad.parts[-2:])}:{regel}"
