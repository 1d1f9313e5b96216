#!/bin/sh
# The role as which the application works: it may add to the ledger, never change it.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -v password="$RONDA_APP_PASSWORD" <<'SQL'
create role ronda_app login password :'password';
SQL
