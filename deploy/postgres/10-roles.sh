#!/bin/sh
# Runs once, when the database is made. The server's own role reads and writes rows; it cannot change the schema.
set -eu
PGPASSWORD="$(cat /run/secrets/postgres_password)"
export PGPASSWORD
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/kring_password)" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE kring LOGIN PASSWORD :'password';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE CREATE, TEMPORARY ON DATABASE kring FROM PUBLIC;
GRANT CONNECT ON DATABASE kring TO kring;
GRANT USAGE ON SCHEMA public TO kring;
-- To see how long others' transactions are open: docs/admin/monitor.md.
GRANT pg_read_all_stats TO kring;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO kring;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO kring;
SQL
# From here on nobody comes in without a password, from inside the container either.
printf '%s\n' 'local all all scram-sha-256' 'host all all all scram-sha-256' > "$PGDATA/pg_hba.conf"
