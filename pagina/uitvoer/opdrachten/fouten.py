"""What a command says when it cannot do what was asked."""

from __future__ import annotations

from pagina.uitvoer.inhoud.fouten import UitvoerGeweigerd


class VerkeerdGebruik(UitvoerGeweigerd):
    """The call itself is wrong: exit status 2. Its text is one Dutch sentence that names what is allowed."""
