#!/bin/sh
# Een opdracht van het product, met de instellingen van de dienst:  sudo -u verbeterpunten verbeterpunten bouw
set -a
. "${VERBETERPUNTEN_INSTELLINGEN:-/etc/verbeterpunten/instellingen}"
set +a
cd "${VERBETERPUNTEN_PRODUCT:-/opt/verbeterpunten}" && exec .venv/bin/python -m data "$@"
