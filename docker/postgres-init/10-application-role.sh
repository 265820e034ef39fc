#!/bin/sh
# Runs once, when the database is first made: migrations come as the owner of the database, who is
# no superuser; the application comes as a user that owns nothing, and gets its rights from the migrations.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres --set=password="$DATABASE_PASSWORD" --set=app_password="$APP_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE juke LOGIN PASSWORD :'password';
CREATE ROLE juke_app LOGIN PASSWORD :'app_password';
CREATE DATABASE juke OWNER juke;
REVOKE CONNECT ON DATABASE juke FROM PUBLIC;
SQL
