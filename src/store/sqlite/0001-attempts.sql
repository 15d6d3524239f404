-- What was played. The truth of an attempt are the lines of its events; the columns of `attempts` are what is searched.
CREATE TABLE attempts (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    scenario TEXT NOT NULL,
    hash TEXT NOT NULL,
    mode TEXT NOT NULL,
    trainee TEXT,
    -- The cohort its own record names, and the one it counts for.
    own_cohort TEXT,
    cohort TEXT,
    -- Microseconds since 1970.
    started BIGINT NOT NULL,
    -- `finished`, `left`, `interrupted`, or nothing while it has no end.
    ended TEXT
);
CREATE INDEX attempts_in_order ON attempts (started, id);
CREATE INDEX attempts_of_scenario ON attempts (scenario);

-- Each line as it would stand in a file, whatever its kind.
CREATE TABLE events (
    attempt INTEGER NOT NULL REFERENCES attempts (place) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (attempt, n)
) WITHOUT ROWID;

-- The text of each scenario that was played, under its hash.
CREATE TABLE scenarios (
    hash TEXT PRIMARY KEY,
    text TEXT NOT NULL
);

-- Scores are recomputed from attempts; a kept one carries the rules that made it.
CREATE TABLE scores (
    attempt INTEGER PRIMARY KEY REFERENCES attempts (place) ON DELETE CASCADE,
    rules TEXT NOT NULL,
    card BLOB NOT NULL
);
