"""Fictional leveringen for scale and demonstration: gemeenten, kaders and rapporten that do not exist."""

from data.voorbeeld.land import LAATSTE_JAAR, MEESTE_GEMEENTEN, MEESTE_JAREN
from data.voorbeeld.maken import maak

__all__ = ["LAATSTE_JAAR", "MEESTE_GEMEENTEN", "MEESTE_JAREN", "maak"]
