"""A day to choose, which a link carries as 2018-03-01."""

from __future__ import annotations

import contextlib
import datetime as dt

import streamlit as st

from pagina.beeld import zinnen

#: The days that can be chosen: of the years that a levering may name.
VROEGST, LAATST = dt.date(1900, 1, 1), dt.date(2099, 12, 31)


def _telt(tekst: str) -> bool:
    """Whether the widget takes it: what it then shows cannot be said not to count. It reads 2018/3/1 too."""
    for vorm in ("%Y-%m-%d", "%Y/%m/%d"):
        with contextlib.suppress(ValueError):
            return VROEGST <= dt.datetime.strptime(tekst, vorm).replace(tzinfo=dt.UTC).date() <= LAATST
    return False


def kies(sleutel: str, naam: str, begin: dt.date | None) -> dt.date | None:
    """Draw the choice of a day: `begin` until the reader or a link chooses.

    What a link says that does not count is named. Of several days the first counts, as Streamlit takes it; with
    anything beside them that is no day, none does.
    """
    in_link = [tekst for tekst in st.query_params.get_all(sleutel) if tekst]
    telt = in_link[:1] if all(map(_telt, in_link)) else []
    if vreemd := [tekst for tekst in in_link if tekst not in telt]:
        waarden = zinnen.letterlijk(zinnen.genoemd(vreemd))
        st.warning(
            f"De keuze {waarden} in de link voor ‘{naam}’ telt niet mee. Kies één dag van {VROEGST.year} tot en met "
            f"{LAATST.year}, geschreven als 2018-03-01.",
            icon=":material/warning:",
        )
    return st.date_input(
        naam, begin, min_value=VROEGST, max_value=LAATST, format="DD-MM-YYYY", key=sleutel, bind="query-params"
    )
