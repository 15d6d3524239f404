-- Who may do what in a store on PostgreSQL. Run it as the database's owner or a superuser, once the store has been made ready by
-- `amends store verify`, and again after each new release; it can be run as often as you like.
--
--   amends --store postgres://owner@host/training store verify
--   amends store roles | psql -v ON_ERROR_STOP=1 -1 postgres://owner@host/training
--
-- It is done as a whole or not at all (`-1`). An owner who is no superuser must be allowed to make roles, and be granted
-- `amends_operator` first, to whom the tables are handed over. A superuser does so once, with the login for `owner`:
--
--   CREATE ROLE amends_operator NOLOGIN; ALTER ROLE owner CREATEROLE; GRANT amends_operator TO owner;
--
-- Then give each laptop, reader and operator a login of their own:
--
--   CREATE ROLE front_desk_laptop LOGIN PASSWORD '…' IN ROLE amends_laptop;

DO $$
BEGIN
    IF to_regnamespace('amends') IS NULL THEN
        RAISE EXCEPTION 'There is no store here yet. Make it ready first: amends --store ADDRESS store verify';
    END IF;
    -- Adds attempts, goes on with its own, and reads nobody's, not even those.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'amends_laptop') THEN
        CREATE ROLE amends_laptop NOLOGIN;
    END IF;
    -- Reads for reports; writes down scores it made, which can be made again, and what it wrote for others.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'amends_reader') THEN
        CREATE ROLE amends_reader NOLOGIN;
    END IF;
    -- Whom the tables belong to: imports, rosters, forgetting, new releases.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'amends_operator') THEN
        CREATE ROLE amends_operator NOLOGIN;
    END IF;
END
$$;

DO $$
DECLARE
    thing record;
BEGIN
    ALTER SCHEMA amends OWNER TO amends_operator;
    FOR thing IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'amends' LOOP
        EXECUTE format('ALTER TABLE amends.%I OWNER TO amends_operator', thing.name);
    END LOOP;
    FOR thing IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'amends'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO amends_operator', thing.name);
    END LOOP;
END
$$;

REVOKE ALL ON SCHEMA amends FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA amends FROM PUBLIC, amends_laptop, amends_reader;

GRANT USAGE ON SCHEMA amends TO amends_laptop, amends_reader;
GRANT EXECUTE ON FUNCTION amends.take_down, amends.keep_text TO amends_laptop;
GRANT SELECT ON ALL TABLES IN SCHEMA amends TO amends_reader;
GRANT INSERT, DELETE ON amends.exports, amends.exported TO amends_reader;
GRANT INSERT, UPDATE ON amends.scores TO amends_reader;
