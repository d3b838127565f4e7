"""A login service of one's own for tests: oidc-provider-mock, which can also be told to do wrong.

`python tests/browser/aanbieder.py POORT`. Who someone is, a test puts at /users/<sub>. A claim that begins with `_` is
not passed on: `_aud` is the audience of the token, `_azp` the party it says it was given to, `_vreemd` has it signed by
another key, `_iat` moves the moment of login by so many seconds.
"""

from __future__ import annotations

import os
import re
import sys
import time
import warnings
from typing import Any

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
warnings.simplefilter("ignore")

import flask  # noqa: E402
import oidc_provider_mock  # noqa: E402
import werkzeug.serving  # noqa: E402
from authlib.jose import RSAKey, jwt  # noqa: E402
from oidc_provider_mock import _app  # noqa: E402

VREEMD = RSAKey.generate_key(is_private=True)


class Bedrieger(_app.OpenIDCode):  # type: ignore[misc]
    """Issues the token that the claims of a user ask for."""

    def encode_id_token(self, token: dict[str, Any], request: Any) -> str:  # noqa: ANN401 - what authlib hands over
        """The token, made over where the user says so."""
        echt = super().encode_id_token(token, request)
        eigen = {naam: waarde for naam, waarde in request.user.claims.items() if naam.startswith("_")}
        claims = {naam: waarde for naam, waarde in _inhoud(echt).items() if not naam.startswith("_")}
        claims |= {naam: eigen[f"_{naam}"] for naam in ("aud", "azp") if f"_{naam}" in eigen}
        claims["iat"] = int(time.time()) + int(eigen.get("_iat", 0))
        sleutel = VREEMD if eigen.get("_vreemd") else _app.storage.jwk
        return str(jwt.encode({"alg": "RS256"}, claims, sleutel).decode())


def _inhoud(token: str) -> dict[str, Any]:
    return dict(jwt.decode(token, _app.storage.jwk))


def zonder_opmaak(antwoord: flask.Response) -> flask.Response:
    """The page without its style sheet, which comes from outside."""
    if antwoord.mimetype == "text/html":
        antwoord.set_data(re.sub(r"<link[^>]*>", "", antwoord.get_data(as_text=True)))
    return antwoord


if __name__ == "__main__":
    _app.OpenIDCode = Bedrieger
    aanbieder = oidc_provider_mock.app()
    aanbieder.after_request(zonder_opmaak)
    aanbieder.add_url_rule("/favicon.ico", view_func=lambda: ("", 204))
    werkzeug.serving.run_simple("127.0.0.1", int(sys.argv[1]), aanbieder, threaded=True)
