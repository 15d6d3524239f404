-- What a laptop may do that may read nothing: take down a line of an attempt, and the text of a scenario. Both run with the rights of
-- whom the tables belong to, for whoever may call them; see `assets/store/roles.sql`.

-- Takes down one line of an attempt, unless it is there; of a start, what the attempt is found by comes too. Gives whether there is
-- such an attempt, and it is this login's own.
CREATE FUNCTION take_down(
    its_attempt text, its_kind text, its_line text, its_ended text,
    its_scenario text, its_hash text, its_mode text, its_trainee text, its_cohort text, its_started bigint
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = amends, pg_temp AS $$
DECLARE
    here bigint;
BEGIN
    IF its_started IS NOT NULL THEN
        INSERT INTO attempts (id, scenario, hash, mode, trainee, own_cohort, cohort, started)
        VALUES (
            its_attempt, its_scenario, its_hash, its_mode, its_trainee, its_cohort,
            COALESCE(its_cohort, (SELECT MIN(cohort) FROM people WHERE name = its_trainee OR code = its_trainee)),
            its_started
        )
        ON CONFLICT (id) DO NOTHING;
    END IF;
    SELECT place INTO here FROM attempts
        WHERE id = its_attempt AND (recorded_by = session_user OR pg_has_role(session_user, current_user, 'MEMBER'))
        FOR UPDATE;
    IF here IS NULL THEN
        RETURN 0;
    END IF;
    INSERT INTO events (attempt, n, kind, line)
        SELECT here, COALESCE(MAX(n), 0) + 1, its_kind, its_line FROM events WHERE attempt = here
        HAVING NOT EXISTS (SELECT 1 FROM events WHERE attempt = here AND line = its_line);
    UPDATE attempts SET ended = its_ended WHERE place = here AND its_ended IS NOT NULL;
    DELETE FROM scores WHERE attempt = here;
    RETURN 1;
END
$$;

-- Keeps a text under its hash. Of texts that differ in comments only, the same one is kept on every machine; but who may only add
-- replaces none.
CREATE FUNCTION keep_text(its_hash text, its_text text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = amends, pg_temp AS $$
    INSERT INTO scenarios (hash, text) VALUES (its_hash, its_text)
    ON CONFLICT (digest(hash)) DO UPDATE SET text = excluded.text
        WHERE excluded.text < scenarios.text AND pg_has_role(session_user, current_user, 'MEMBER')
$$;

REVOKE ALL ON FUNCTION take_down, keep_text FROM PUBLIC;
