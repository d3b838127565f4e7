"""What can be wrong with a delivery, said in one Dutch sentence."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass

#: What a disk can refuse, in words that say what is the matter.
_SCHIJF = {
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.EACCES: "dit programma mag hier niet lezen of schrijven",
    errno.EPERM: "dit programma mag hier niet lezen of schrijven",
    errno.EIO: "de schijf geeft een fout",
    errno.EFBIG: "het bestand wordt te groot voor de schijf",
    errno.ENOTDIR: "hier staat een bestand waar een map hoort",
    errno.EEXIST: "hier staat een bestand waar een map hoort",  # what mkdir says of it
    errno.ENOENT: "het bestand of de map is er niet",
}


@dataclass(frozen=True, order=True)
class Fout:
    """One fault in one place. `regel` counts the header as line 1; 0 means the file as a whole."""

    bestand: str
    regel: int
    kolom: str
    mis: str
    verwacht: str

    def __str__(self) -> str:
        """The fault as one Dutch sentence: where, what is wrong, what was expected."""
        waar = [self.bestand]
        if self.regel:
            waar.append(f"regel {self.regel}")
        if self.kolom:
            waar.append(f"kolom {self.kolom}")
        return f"{', '.join(waar)}: {self.mis}; verwacht: {self.verwacht}."


class Weigering(Exception):
    """Something was not done, or not all of it. The text is Dutch, for who asked: what, where, what to do."""


class LeveringGeweigerd(Weigering):
    """The leveringen hold faults; nothing was built. `fouten` has every one, ordered by file and line."""

    def __init__(self, fouten: list[Fout]) -> None:
        """Keep the faults, sorted."""
        self.fouten = sorted(fouten)
        super().__init__("\n".join(str(fout) for fout in self.fouten))


def in_een_zin(fout: Exception) -> str:
    """What an exception says to a reader, in Dutch: of an OSError what the disk refused and where; ours say it."""
    if not isinstance(fout, OSError):
        return str(fout).replace("\n", " ")
    mis = _SCHIJF.get(fout.errno or 0, "lezen of schrijven lukt niet")
    return f"{mis[0].upper()}{mis[1:]}{f': {fout.filename}' if fout.filename else ''}."


def van_schijf(fout: Exception, bestand: str) -> OSError | None:
    """The same refusal where a library met it and tells of it in words of its own; None when it is something else."""
    nummer = next((nummer for nummer in _SCHIJF if os.strerror(nummer) in str(fout)), None)
    return None if nummer is None else OSError(nummer, os.strerror(nummer), bestand)


class NietTeOpenen(Weigering):
    """There is no built database to open, or it cannot be read."""


class Beschadigd(NietTeOpenen):
    """The built database is not what was built any more, or of another version of the product: it has to be rebuilt."""


class LakeDicht(NietTeOpenen):
    """The lake cannot be used as it is set up or as it stands. The text names no password."""


class LakeOnbereikbaar(LakeDicht):
    """The catalog of the lake does not answer; it may do so later."""


class NietGepubliceerd(Weigering):
    """Nothing was published; the lake is as it was."""


class Bezet(Weigering):
    """Somebody else is at work in the same folder."""


class Verouderd(Weigering):
    """The store is not what the editor looked at any more."""


class LeveringOnbekend(Weigering):
    """There is no such levering, or it cannot be used for this."""


class OnbekendeVersie(Weigering):
    """The leveringen that are here do not make this datasetversie."""


class NogInGebruik(Weigering):
    """Other leveringen refer to what would go; the text names them."""


class NietHerbouwd(Weigering):
    """The levering was accepted, but the databases could not be built anew."""


class ReservekopieGeweigerd(Weigering):
    """A backup cannot be made, or not be put back; nothing was changed."""


class LogboekDicht(Weigering):
    """The audit trail cannot be written or read. What cannot be logged is not done."""
