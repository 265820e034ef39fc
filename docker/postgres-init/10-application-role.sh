#!/bin/sh
# Runs once, when the database is first made: the application owns its database and is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --set=password="$DATABASE_PASSWORD" <<'SQL'
CREATE ROLE juke LOGIN PASSWORD :'password';
CREATE DATABASE juke OWNER juke;
REVOKE CONNECT ON DATABASE juke FROM PUBLIC;
SQL
