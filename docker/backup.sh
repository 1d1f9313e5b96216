#!/bin/sh
# Keeps what a city must not lose, while it runs: Ronda's database, files included, and Keycloak's.
#
#   docker/backup.sh FOLDER
#
# makes FOLDER/ronda-<time in UTC> and says its name. Where the server is and who may read everything there: PGHOST,
# PGPORT, PGUSER and PGPASSWORD, as PostgreSQL's own programs take them; those programs must be as new as the server.
set -eu
umask 077
to="${1:?usage: docker/backup.sh FOLDER}/ronda-$(date -u +%Y%m%dT%H%M%SZ)"
mkdir -p "$1"
mkdir "$to.unfinished"
# in this order: whoever signs up between the two then has an account that becomes a participant with the next sign-in,
# and nobody is a participant without an account
pg_dump --format=custom --file="$to.unfinished/ronda.dump" "${RONDA_DATABASE:-ronda}"
pg_dump --format=custom --file="$to.unfinished/keycloak.dump" "${KEYCLOAK_DATABASE:-keycloak}"
(cd "$to.unfinished" && sha256sum ronda.dump keycloak.dump > SHA256SUMS)
mv "$to.unfinished" "$to"
echo "$to"
