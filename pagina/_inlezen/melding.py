"""A message that may hold words of a report or a file: shown as text, never as Markdown, links or pictures."""

from __future__ import annotations

from pagina.delen import web


def fout(tekst: str) -> None:
    """Something went wrong, or cannot be; read aloud at once."""
    web.toon(web.melding("fout", tekst))


def goed(tekst: str) -> None:
    """Something was done."""
    web.toon(web.melding("goed", tekst))


def waarschuwing(tekst: str) -> None:
    """Something to know before going on."""
    web.toon(web.melding("waarschuwing", tekst))
