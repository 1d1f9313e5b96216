#!/bin/sh
# The role as which the application works: it may add to the ledger, never change it. And Keycloak's own database.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v password="$RONDA_APP_PASSWORD" -v keycloak="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role ronda_app login password :'password';
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
SQL
