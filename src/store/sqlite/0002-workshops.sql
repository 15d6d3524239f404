-- What comes from other machines, and what is known of people beside what they played.
-- Facts of the store itself: its own name (`id`) and the salt of its tombstones (`salt`).
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE people (
    name TEXT PRIMARY KEY,
    code TEXT,
    cohort TEXT
);

-- What a facilitator said of an attempt.
CREATE TABLE labels (
    attempt INTEGER NOT NULL REFERENCES attempts (place) ON DELETE CASCADE,
    cohort TEXT NOT NULL,
    facilitator TEXT NOT NULL,
    PRIMARY KEY (attempt, cohort, facilitator)
);

-- Other versions of an attempt that is kept: its lines, joined by line feeds, under their SHA-256.
CREATE TABLE conflicts (
    attempt INTEGER NOT NULL REFERENCES attempts (place) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (attempt, digest)
);

-- Lines that could not be read, as they came.
CREATE TABLE damaged (
    digest TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    line INTEGER NOT NULL,
    why TEXT NOT NULL,
    bytes BLOB NOT NULL
);

-- Who asked to be forgotten, as a salted hash, and when (microseconds since 1970).
CREATE TABLE tombstones (
    salt TEXT NOT NULL,
    digest TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (salt, digest)
);

-- Files that were written for others, and which attempts went with them.
CREATE TABLE exports (
    place INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    made TEXT NOT NULL,
    -- `export` or `backup`.
    kind TEXT NOT NULL
);
CREATE TABLE exported (
    export INTEGER NOT NULL REFERENCES exports (place) ON DELETE CASCADE,
    attempt INTEGER NOT NULL REFERENCES attempts (place) ON DELETE CASCADE,
    PRIMARY KEY (export, attempt)
) WITHOUT ROWID;
