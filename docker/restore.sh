#!/bin/sh
# Puts a backup into empty databases, while neither Ronda nor Keycloak runs.
#
#   docker/restore.sh FOLDER/ronda-20260101T000000Z
#
# The roles ronda_owner, ronda_app and keycloak and the two databases must be there, as docker/roles.sh makes them.
# PGHOST, PGPORT, PGUSER and PGPASSWORD name a superuser.
set -eu
from="${1:?usage: docker/restore.sh BACKUP}"
(cd "$from" && sha256sum --check --quiet SHA256SUMS)
for role in ronda_owner ronda_app keycloak; do
  if [ -z "$(psql -X -d postgres -Atc "select 1 from pg_roles where rolname = '$role'")" ]; then
    echo "there is no role $role: see docker/roles.sh" >&2
    exit 1
  fi
done
for database in "${RONDA_DATABASE:-ronda}" "${KEYCLOAK_DATABASE:-keycloak}"; do
  if [ "$(psql -X -d "$database" -Atc "select count(*) from pg_tables where schemaname = 'public'")" -ne 0 ]; then
    echo "the database $database is not empty: nothing was done" >&2
    exit 1
  fi
done
restore() {
  # all of it or nothing, with the owners and privileges that it had
  pg_restore --exit-on-error --single-transaction --dbname="$1" "$2"
  psql -X -q -d "$1" -c "analyze"
}
restore "${RONDA_DATABASE:-ronda}" "$from/ronda.dump"
restore "${KEYCLOAK_DATABASE:-keycloak}" "$from/keycloak.dump"
echo "put back from $from; before anybody is let in, verify the ledger as docs/operations.md says"
