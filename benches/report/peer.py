"""The tables of `amends report`, computed with pandas and pingouin from the same attempts: what an analyst would use instead.

    peer.py prepare FOLDER           attempts.csv and decisions.csv to Parquet, once; not counted
    peer.py report FOLDER OUT.json   the tables; prints seconds and the greatest memory of this process
    peer.py compare OUT.json PAGE    whether they are those of `amends report --json`

Needs pandas, pyarrow and pingouin.
"""

import json
import resource
import sys
import time

BEGAN = time.perf_counter()
COMPETENCIES = ["listening", "apology", "accountability", "follow-through"]
OUTCOMES = ["ReturnsAndRefers", "Passive", "Complains", "WalksAway", "GoesPublic"]
PROMISES = ["kept", "broken", "lapsed", "overdue", "dateless", "open"]
DEVIATE = 1.959963984540054
LEAST_DECISIONS = 3
STANDARD = 65.0
DRAWS = 2000


def prepare(folder):
    import pandas as pd

    for name in ("attempts", "decisions"):
        pd.read_csv(f"{folder}/{name}.csv", low_memory=False).to_parquet(f"{folder}/{name}.parquet")


def wilson(k, n):
    p, z2 = k / n, DEVIATE * DEVIATE
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = DEVIATE * (p * (1 - p) / n + z2 / (4 * n * n)) ** 0.5 / (1 + z2 / n)
    return centre - half, centre + half


def mean(values):
    middle, error = float(values.mean()), float(values.sem())
    return {"mean": middle, "low": middle - DEVIATE * error, "high": middle + DEVIATE * error, "people": len(values)}


def ratio(k, n):
    """A share of all that people did; its interval treats a person as one (Cochran 1977, 6.4)."""
    share = float(k.sum() / n.sum())
    error = float((((k - share * n) ** 2).sum()) ** 0.5 / n.sum())
    return {"share": 100 * share, "low": 100 * (share - DEVIATE * error), "high": 100 * (share + DEVIATE * error)}


def report(folder):
    import numpy as np
    import pandas as pd
    import pingouin as pg

    attempts = pd.read_parquet(f"{folder}/attempts.parquet")
    decisions = pd.read_parquet(f"{folder}/decisions.parquet")
    tables = {}

    assessed = attempts[(attempts["mode"] == "Assessment") & (attempts["finished"] == 1)]
    firsts = assessed.sort_values(["started", "attempt"]).drop_duplicates(["trainee", "scenario"])
    tables["counts"] = [
        len(firsts),
        len(assessed) - len(firsts),
        int(((attempts["mode"] == "Practice") & (attempts["finished"] == 1)).sum()),
        int((attempts["finished"] == 0).sum()),
    ]

    people = firsts.groupby("trainee")
    tables["profile"] = {}
    for one in COMPETENCIES:
        points = people[[f"{one}_earned", f"{one}_best", f"{one}_decisions"]].sum()
        enough = points[points[f"{one}_decisions"] >= LEAST_DECISIONS]
        scores = 100 * enough[f"{one}_earned"] / enough[f"{one}_best"]
        reach = int((scores >= STANDARD).sum())
        low, high = wilson(reach, len(scores))
        dots = np.quantile(scores, (np.arange(100) + 0.5) / 100)
        tables["profile"][one] = {**mean(scores), "reach": reach, "reach_low": low, "reach_high": high, "dots": list(dots)}

    played = firsts.groupby("scenario")
    columns = [f"{one}_score" for one in COMPETENCIES]
    heat = played[["overall", *columns]].agg(["mean", "count"])
    tables["heat"] = {
        scenario: {one: [row[(f"{one}_score", "mean")] / 10, int(row[(f"{one}_score", "count")])] for one in COMPETENCIES}
        for scenario, row in heat.iterrows()
    }

    met = decisions.drop_duplicates(["attempt", "beat"])
    met = met[met["attempt"].isin(firsts["attempt"])]
    met = met.assign(wrong=2 * met["earned"] < met["best"])
    counts = met.groupby(["shape", "beat"]).agg(people=("wrong", "size"), wrong=("wrong", "sum"))
    counts["low"], counts["high"] = wilson(counts["wrong"], counts["people"])
    said = met[met["wrong"]].groupby(["shape", "beat", "given"]).size()
    worst = counts[counts["wrong"] >= 5].sort_values("low", ascending=False).head(10)
    tables["decisions"] = [
        {
            "people": int(row["people"]),
            "share": 100 * row["wrong"] / row["people"],
            "low": 100 * row["low"],
            "high": 100 * row["high"],
            "said": said[key].idxmax(),
        }
        for key, row in worst.iterrows()
    ]

    ended = pd.crosstab(firsts["trainee"], firsts["outcome"]).reindex(columns=OUTCOMES, fill_value=0)
    tables["endings"] = {one: ratio(ended[one], ended.sum(axis=1)) for one in OUTCOMES}
    made = people[PROMISES].sum()
    tables["promises"] = {one: ratio(made[one], made.sum(axis=1)) for one in PROMISES}

    scored = firsts.dropna(subset=["overall"])
    months = pd.to_datetime(scored["started"], unit="us").dt.strftime("%Y-%m")
    by_month = (scored["overall"] / 10).groupby([months, scored["trainee"]]).mean()
    tables["months"] = {month: mean(values) for month, values in by_month.groupby(level=0)}

    before = scored[scored["stage"] == "before"].set_index("trainee")
    after = scored[scored["stage"] == "after"].set_index("trainee")
    both = before.join(after, lsuffix="_before", rsuffix="_after", how="inner")
    tables["change"] = {}
    for one in ["overall", *columns]:
        enough = both if one == "overall" else both[
            (both[one.replace("_score", "_enough_before")] == 1) & (both[one.replace("_score", "_enough_after")] == 1)
        ]
        pair = enough[[f"{one}_before", f"{one}_after"]].dropna() / 10
        test = pg.ttest(pair[f"{one}_after"], pair[f"{one}_before"], paired=True)
        effect = pg.compute_effsize(pair[f"{one}_after"], pair[f"{one}_before"], paired=True, eftype="hedges")
        change = mean(pair[f"{one}_after"] - pair[f"{one}_before"])
        tables["change"][one] = {**change, "p": float(test.iloc[0]["p_val" if "p_val" in test else "p-val"]), "g": float(effect)}

    sums = scored.groupby("trainee")["overall"].agg(["count", "sum", "var"]).query("count >= 2")
    n, total, scatter = (np.asarray(one, dtype=float) for one in (sums["count"], sums["sum"], sums["var"] * (sums["count"] - 1)))

    def dependability(rows):
        m, t, s = n[rows], total[rows], scatter[rows]
        within = s.sum() / (m.sum() - len(m))
        between = (m * (t / m - t.sum() / m.sum()) ** 2).sum() / (len(m) - 1)
        size = (m.sum() - (m * m).sum() / m.sum()) / (len(m) - 1)
        person = max(0.0, (between - within) / size)
        return person / (person + within / (len(m) / (1 / m).sum()))

    chance = np.random.default_rng(1)
    drawn = [dependability(chance.integers(0, len(n), len(n))) for _ in range(DRAWS)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    tables["dependable"] = {"value": dependability(np.arange(len(n))), "low": low, "high": high}

    heard = attempts.dropna(subset=["confident"])
    months = pd.to_datetime(heard["started"], unit="us").dt.strftime("%Y-%m")
    tables["confident"] = {month: mean(one) for month, one in heard["confident"].groupby([months, heard["trainee"]]).mean().groupby(level=0)}
    named = attempts.dropna(subset=["obstacle"]).drop_duplicates(["trainee", "scenario", "obstacle"])
    tables["obstacles"] = {" ".join(key): int(count) for key, count in named.groupby(["scenario", "obstacle"]).size().items()}
    return tables


def compare(tables, page):
    """Largest differences; both are told as they stand, unrounded."""
    far = {}

    def look(what, ours, theirs):
        far[what] = max(far.get(what, 0.0), abs(ours - theirs))

    for one in page["profile"]:
        theirs = tables["profile"][one["competency"]]
        look("profile: people", one["people"], theirs["people"])
        look("profile: mean", one["mean"], theirs["mean"])
        look("profile: interval", one["interval"]["lower"], theirs["low"])
        look("profile: interval", one["interval"]["upper"], theirs["high"])
    ours = sorted(cell["score"] for row in page["heat"]["rows"] for cell in row["cells"] if cell["score"] is not None)
    theirs = sorted(mean for row in tables["heat"].values() for mean, people in row.values() if people)
    look("heat: cells", len(ours), len(theirs))
    for one, other in zip(ours, theirs):
        look("heat: mean", one, other)
    for one, other in zip(page["decisions"], tables["decisions"]):
        look("decisions: people", one["people"], other["people"])
        if one.get("share") is not None:
            look("decisions: share", one["share"], other["share"])
    for what, names in (("endings", OUTCOMES), ("promises", PROMISES)):
        for one, name in zip(page[what], names):
            if one["share"] is not None:
                look(f"{what}: share", one["share"], tables[what][name]["share"])
                look(f"{what}: interval", one["interval"]["lower"], tables[what][name]["low"])
    for one in page["change"]["months"]:
        look("months: mean", one["mean"], tables["months"][one["month"]]["mean"])
    for one, name in zip(page["change"]["rows"], tables["change"]):
        look("change: people", one["people"], tables["change"][name]["people"])
        look("change: mean", one["change"], tables["change"][name]["mean"])
    for what, most in far.items():
        print(f"{what}: at most {most:.2g} apart")
    return all(most < 1e-6 for what, most in far.items() if "interval" not in what)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", folder]:
            prepare(folder)
        case ["report", folder, out]:
            with open(out, "w") as file:
                json.dump(report(folder), file, default=float)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{time.perf_counter() - BEGAN:.1f} s, {memory:.0f} MiB")
        case ["compare", tables, page]:
            with open(tables) as one, open(page) as other:
                sys.exit(0 if compare(json.load(one), json.load(other)) else 1)
        case _:
            sys.exit(__doc__)
