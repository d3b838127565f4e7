"""The name of an offered file becomes one that every system takes, and stays the name that people know."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.bestandsnaam import veilige_naam


@pytest.mark.parametrize(
    ("naam", "veilig"),
    [
        ("Rapport drie (versie 2).pdf", "Rapport drie (versie 2).pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\rapport.PDF", "rapport.PDF"),
        ("..", "bestand"),
        ("", "bestand"),
        (".htaccess", "htaccess"),
        ("a\nb\x00<script>.pdf", "a_b__script_.pdf"),
        ("NUL.txt", "_NUL.txt"),
        ("rapport", "rapport"),
        ("Coo\u0308peratie.docx", "Co\u00f6peratie.docx"),
        ("x" * 300 + ".pdf", "x" * 136 + ".pdf"),
        # two bytes each, three, four: as many as fit, and none by half
        ("é" * 300 + ".pdf", "é" * 68 + ".pdf"),
        ("x" + "€" * 300 + ".pdf", "x" + "€" * 45 + ".pdf"),
        ("𝒜" * 300 + ".pdf", "𝒜" * 34 + ".pdf"),
        ("Jeugd & gezin's plan; 100%.pdf", "Jeugd & gezin's plan; 100%.pdf"),
        ('a:b*c?d|e"f.pdf', "a_b_c_d_e_f.pdf"),
        ("fdp.\u202etropppar.pdf", "fdp._tropppar.pdf"),
        ("half \ud800 teken.pdf", "half _ teken.pdf"),
        ("Versie 1. Het hele rapport", "Versie 1. Het hele rapport"),
        (".pdf", "pdf"),
        ("com1.x.pdf", "_com1.x.pdf"),
        ("console.pdf", "console.pdf"),
        ("con  .pdf", "_con.pdf"),
        ("con" + " " * 200 + "x.pdf", "con x.pdf"),
        ("a . pdf", "a . pdf"),
        ("rapport.pdf. ", "rapport.pdf"),
    ],
)
def test_een_veilige_naam(tmp_path: Path, naam: str, veilig: str) -> None:
    assert veilige_naam(naam) == veilig == veilige_naam(veilig)
    assert len(veilig.encode()) <= 140
    (tmp_path / veilig).touch()
