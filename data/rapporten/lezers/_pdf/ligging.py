"""How a page lies: from the measure of the PDF (from below, unturned) to that of the reader (from above, as shown)."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium


@dataclass(frozen=True, slots=True)
class Ligging:
    """The part of the sheet that is shown, and how far it is turned clockwise (0, 90, 180, 270)."""

    links: float
    onder: float
    rechts: float
    boven: float
    draai: int

    @classmethod
    def van(cls, bladzijde: pdfium.PdfPage) -> Ligging:
        """How this page lies."""
        links, onder, rechts, boven = bladzijde.get_bbox()
        return cls(links, onder, rechts, boven, bladzijde.get_rotation() % 360)

    @property
    def breedte(self) -> float:
        """The width as shown, in points."""
        return self.boven - self.onder if self.draai in (90, 270) else self.rechts - self.links

    @property
    def hoogte(self) -> float:
        """The height as shown, in points."""
        return self.rechts - self.links if self.draai in (90, 270) else self.boven - self.onder

    def punt(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF as the reader sees it: from the left, from above."""
        if self.draai == 90:
            return y - self.onder, x - self.links
        if self.draai == 180:
            return self.rechts - x, y - self.onder
        if self.draai == 270:
            return self.boven - y, self.rechts - x
        return x - self.links, self.boven - y

    def vak(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box of the PDF as the reader sees it: left, top, right, bottom."""
        ax, ay = self.punt(x0, y0)
        bx, by = self.punt(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
