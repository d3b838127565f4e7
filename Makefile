# Everything one types here. Plain Python does the same without make: see the README.

PYTHON ?= python3
POORT ?= 8501
NAAR ?= reservekopieen
BESTAND ?=
MAAT ?= S1
DEEL ?= opvolging paginas bouw browser
SESSIES ?= 1 10 25 50 100
PROCESSEN ?= 1
MINUTEN ?= 10

OMGEVING := .venv
PY := $(OMGEVING)/bin/python
# what is used is compiled when it is used; compiling all of it takes as long as installing it
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-compile
# uv installs the same packages in a fraction of the time. Where it cannot be had, where the packages come from a place
# that only pip was told of, or where it fails, pip does it.
UV := -r requirements-installatie.txt
installeer = if $(PY) -m pip config list | grep -qE '[.](index-url|no-index)='; then $(PIP) $(1); \
	else { $(PIP) $(UV) && $(PY) -m uv pip install --quiet --no-cache --python $(PY) $(1); } 2>/dev/null || $(PIP) $(1); fi
CFG := $(OMGEVING)/pyvenv.cfg
# a machine that keeps nothing compiled would compile everything anew for each process that a test starts
unexport PYTHONDONTWRITEBYTECODE
# stamps: an installation is done again only when the requirements are newer
KLAAR := $(OMGEVING)/.klaar
KLAAR_TEST := $(OMGEVING)/.klaar-test
KLAAR_BENCHMARK := $(OMGEVING)/.klaar-benchmark
# an environment that is half made, or whose Python has since been upgraded, is made anew
$(shell $(PY) -c 'import pip' 2>/dev/null || rm -f $(CFG))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help dashboard backup terugzetten test check benchmark belasting handleiding opmaak haken dekking toets-opmaak toets-lint toets-typen toets-sql toets-typen-en-sql toets-python toets-browser duurtest pakketten pakketten-nieuw toets-pakketten schoon

help:
	@echo 'make dashboard  zet alles klaar, bouwt de database en toont het dashboard op http://localhost:$(POORT)'
	@echo 'make test       zet alles klaar en draait alle controles en toetsen (make check is hetzelfde)'
	@echo 'make benchmark  meet hoe snel het product is, naast wat men anders zou nemen (MAAT="S1 S2 S3" DEEL=opvolging)'
	@echo 'make belasting  meet hoeveel lezers tegelijk het dashboard aankan (SESSIES="1 50" MINUTEN=10 PROCESSEN=2)'
	@echo 'make handleiding maakt de afbeeldingen en de PDF van de handleiding opnieuw (pagina Uitleg)'
	@echo 'make duurtest   draait de toetsen die lang duren'
	@echo 'make backup     bewaart leveringen, voorstellen en logboek in één bestand (NAAR=map)'
	@echo 'make terugzetten BESTAND=reservekopie.zip  zet een reservekopie terug'
	@echo 'make toets-pakketten  zoekt op of er van de pakketten kwetsbaarheden bekend zijn, en onder welke licentie ze staan'
	@echo 'make pakketten  legt na een wijziging in pyproject.toml opnieuw vast welke bestanden mogen worden geïnstalleerd'
	@echo 'make pakketten-nieuw  neemt van elk pakket de nieuwste versie, behalve van DuckDB, en legt die vast'
	@echo 'make toets-…    een van de controles van make test: opmaak, lint, typen, sql, python, browser'
	@echo 'make dekking    meet welke regels en takken van de code geen toets raakt (build/dekking)'
	@echo 'make opmaak     zet de code in de afgesproken opmaak'
	@echo 'make haken      laat git zelf de snelle controles draaien bij elke commit, en de andere bij elke push'
	@echo 'make schoon     gooit weg wat hier is gemaakt: $(OMGEVING), de database en de tussenresultaten'
	@echo
	@echo 'Andere poort: make dashboard POORT=8600. Andere Python: make test PYTHON=python3.12.'

dashboard: $(KLAAR)
	@$(PY) -c "import socket; socket.create_server(('127.0.0.1', $(POORT))).close()" 2>/dev/null || { \
		echo 'Poort $(POORT) is al in gebruik. Stop wat daar draait, of kies een andere: make dashboard POORT=8600.' >&2; \
		exit 1; }
	@echo 'De database wordt gebouwd uit de leveringen ...'
	@$(PY) -m data bouw
	@echo 'Het dashboard start op http://localhost:$(POORT), alleen bereikbaar vanaf deze computer. Stoppen: Ctrl-C.'
	@VERBETERPUNTEN_ADRES="$${VERBETERPUNTEN_ADRES:-http://localhost:$(POORT)}" exec \
		$(PY) -m streamlit run dashboard.py --server.port $(POORT)

backup: $(KLAAR)
	@$(PY) -m data reservekopie --naar '$(NAAR)'

terugzetten: $(KLAAR)
	@test -n '$(BESTAND)' || { echo 'Welke? make terugzetten BESTAND=reservekopieen/….zip' >&2; exit 2; }
	@$(PY) -m data terugzetten '$(BESTAND)'

test: toets-opmaak toets-lint toets-typen-en-sql toets-python toets-browser
	@echo 'Alles is goed.'

check: test

# Not part of the tests: it takes minutes, and PostgreSQL 15 has to be there.
benchmark: $(KLAAR_BENCHMARK)
	@$(PY) -m tests.prestatie --maat $(MAAT) --deel $(DEEL)

# Not part of the tests either: so many minutes for each number of sessions, on a machine that does nothing else.
belasting: $(KLAAR_TEST)
	@$(PY) -m tests.belasting --sessies $(SESSIES) --minuten $(MINUTEN) --processen $(PROCESSEN)

# What the page Uitleg shows of the product, photographed anew; Chromium has to be there.
handleiding: $(KLAAR_TEST)
	@$(PY) -m tests.handleiding

opmaak: $(KLAAR_TEST)
	@echo 'De code wordt in de afgesproken opmaak gezet ...'
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix-only --quiet .

toets-opmaak: $(KLAAR_TEST)
	@echo '1/6 Opmaak van de Python-code (ruff format) ...'
	@$(PY) -m ruff format --diff --quiet . || { echo 'Herstel dit met: make opmaak' >&2; exit 1; }

toets-lint: $(KLAAR_TEST)
	@echo '2/6 Regels voor Python-code (ruff check) ...'
	@$(PY) -m ruff check --quiet .

toets-typen: $(KLAAR_TEST)
	@echo '3/6 Typen (mypy) ...'
	@$(PY) -m mypy --no-error-summary

toets-sql: $(KLAAR_TEST)
	@echo '4/6 Regels voor SQL (sqlfluff) ...'
	@$(PY) -m sqlfluff lint --nocolor --disable-progress-bar --processes 0 data queries

# mypy uses one core and sqlfluff the other; what mypy says waits until sqlfluff is done
toets-typen-en-sql: $(KLAAR_TEST)
	@echo '3/6 en 4/6 Typen (mypy), en daarnaast regels voor SQL (sqlfluff) ...'
	@gezegd=$$(mktemp); \
	$(PY) -m mypy --no-error-summary >"$$gezegd" 2>&1 & typen=$$!; \
	$(PY) -m sqlfluff lint --nocolor --disable-progress-bar --processes 1 data queries; sql=$$?; \
	wait $$typen; typen=$$?; cat "$$gezegd"; rm -f "$$gezegd"; \
	[ $$sql -eq 0 ] && [ $$typen -eq 0 ]

toets-python: $(KLAAR_TEST)
	@echo '5/6 Toetsen zonder browser (pytest) ...'
	@$(PY) -m pytest -q --durations=10 -n auto --maxprocesses 4 --dist worksteal -m 'not browser and not duur'

duurtest: $(KLAAR_TEST)
	@echo 'Toetsen die lang duren (pytest) ...'
	@VERBETERPUNTEN_VOORBEELDEN=20 $(PY) -m pytest -q -p tests.fouten.tafel -n auto --maxprocesses 4 -m duur

# worksteal: each process begins with a stretch of its own, so that what a file sets up is mostly set up once.
# Apart from the others: each process has a dashboard and a browser of its own, and two of those are enough for any machine.
toets-browser: $(KLAAR_TEST)
	@echo '6/6 Toetsen in de browser (pytest, Chromium) ...'
	@$(PY) -m pytest -q --durations=10 -n 2 --dist worksteal -m 'browser and not duur' tests/browser

# The tests without a browser: a server that a browser looks at is stopped before it writes down what was reached.
dekking: $(KLAAR_TEST)
	@echo 'Regels en takken die een toets raakt (pytest, coverage) ...'
	@mkdir -p build
	@COVERAGE_FILE=build/.coverage $(PY) -m pytest -q -n auto --maxprocesses 4 --dist worksteal \
		-m 'not browser and not duur' --cov --cov-report=term --cov-report=html:build/dekking

haken: $(KLAAR_TEST)
	@$(PY) -m pre_commit install

# Every file of requirements anew from pyproject.toml: what stands there stays as it is where it can, each with the sums
# of all its files. To take a newer version of one: change it in pyproject.toml; of all: make pakketten-nieuw.
LEG_VAST = $(PY) -m uv pip compile --quiet --universal --no-header --python-version 3.11 --generate-hashes
pakketten: $(CFG)
	@$(PIP) $(UV)
	@$(LEG_VAST) pyproject.toml -o requirements.txt
	@$(LEG_VAST) --group dev -c requirements.txt -o requirements-dev.txt
	@$(LEG_VAST) --group ducklake -c requirements.txt -o requirements-ducklake.txt
	@$(LEG_VAST) --group benchmark -c requirements.txt -c requirements-dev.txt -o requirements-benchmark.txt
	@$(LEG_VAST) --group nazicht -c requirements.txt -c requirements-dev.txt -o requirements-nazicht.txt
	@$(LEG_VAST) --group installatie -o requirements-installatie.txt
	@echo 'Vastgelegd in requirements*.txt; kijk na wat er veranderde met: git diff --stat'

# DuckDB stays: its version is part of what was measured and of the files that others made (docs/besluiten/0004-duckdb-1.5.5.md).
pakketten-nieuw: $(CFG)
	@$(PIP) $(UV)
	@$(PY) -m tests.pakketten.nieuw
	@$(MAKE) --no-print-directory pakketten LEG_VAST='$(LEG_VAST) --upgrade'

# What looks vulnerabilities up has an environment of its own; without a network it says that it could not look.
NAZICHT := $(OMGEVING)/nazicht
toets-pakketten: $(KLAAR_TEST)
	@[ -x $(NAZICHT)/bin/pip-audit ] || { $(PY) -m venv $(NAZICHT) && $(NAZICHT)/bin/python -m pip install --quiet \
		--disable-pip-version-check --no-compile -r requirements-nazicht.txt; } >/dev/null 2>&1 || true
	@$(PY) -m tests.pakketten $(NAZICHT)/bin/pip-audit

schoon:
	@echo 'Weggegooid: $(OMGEVING), build en de tussenresultaten.'
	@rm -rf $(OMGEVING) build .hypothesis .pytest_cache .mypy_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One pass over everything; what the dashboard needs is then there too.
$(KLAAR_TEST): requirements.txt requirements-dev.txt requirements-ducklake.txt $(CFG)
	@echo 'De pakketten voor dashboard en toetsen worden geïnstalleerd (eenmalig, een paar minuten) ...'
	@$(call installeer,-r requirements.txt -r requirements-dev.txt -r requirements-ducklake.txt)
	@touch $(KLAAR) $(KLAAR_TEST)

$(KLAAR_BENCHMARK): requirements-benchmark.txt $(KLAAR_TEST)
	@echo 'De pakketten voor de benchmark worden geïnstalleerd (eenmalig) ...'
	@$(call installeer,-r requirements-benchmark.txt)
	@touch $(KLAAR_BENCHMARK)

$(KLAAR): requirements.txt $(CFG)
	@echo 'De pakketten voor het dashboard worden geïnstalleerd (eenmalig, een paar minuten) ...'
	@$(call installeer,-r requirements.txt)
	@touch $(KLAAR)

$(CFG):
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo 'Python ontbreekt: installeer Python 3.11 of nieuwer.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Deze Python is te oud ($$($(PYTHON) --version 2>&1)): installeer Python 3.11 of nieuwer." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python mist het onderdeel venv. Op Debian en Ubuntu: sudo apt install python3-venv' >&2; exit 1; }
	@echo 'Een eigen Python-omgeving wordt gemaakt in $(OMGEVING) ...'
	@$(PYTHON) -m venv --clear $(OMGEVING)
