"""Writes reference_small_cohort.json (an entry of the reference computed by R's psych) and reference_more.json: figures that the R
reference leaves out, by scipy and statsmodels, and Henderson's method 1 by the traces of its quadratic forms (numpy).
    python more.py PATH/TO/reference_ctt.json        numpy 2.4.6, scipy 1.17.1, statsmodels 0.15.0"""
import json, os, sys
import numpy as np
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests

os.chdir(os.path.dirname(os.path.abspath(__file__)))
ctt = json.load(open(sys.argv[1]))
small = {"versions": ctt["versions"], "conventions": ctt["conventions"], "datasets": {"small_cohort": ctt["datasets"]["small_cohort"]}}
json.dump(small, open("reference_small_cohort.json", "w"), indent=1)
ref = json.load(open("reference_intervals.json"))
rng = np.random.default_rng(20251122)
out = {}

out["feldt"] = dict(implementation="scipy.stats.f.ppf", cases=[
    dict(alpha=a, people=n, items=k, confidence=c, interval=[float(1 - (1 - a) * stats.f.ppf(1 - (1 - c) / 2, n - 1, (n - 1) * (k - 1))),
        float(1 - (1 - a) * stats.f.ppf((1 - c) / 2, n - 1, (n - 1) * (k - 1)))])
    for a in (-.3, .1, .83, .99) for n, k in ((2, 2), (6, 4), (40, 12), (873, 20), (2000, 100), (20000, 30)) for c in (.5, .95, .99)])

# a value for each of 2,500 people, made by a rule so that it need not be stored: (37 i mod 101) earned of 50 + (i mod 60)
i = np.arange(2500); earned = (37 * i % 101).astype(float); best = 50.0 + i % 60
at = stats.t.ppf(.975, 2499)
ratio = earned.sum() / best.sum(); residual = (earned - ratio * best) / best.mean()
out["large"] = dict(implementation="scipy.stats.t, ttest_ind(equal_var=False), numpy",
    mean=[float(earned.mean() - at * stats.sem(earned)), float(earned.mean() + at * stats.sem(earned))],
    ratio=[float(ratio - at * stats.sem(residual)), float(ratio + at * stats.sem(residual))],
    difference=[float(v) for v in stats.ttest_ind(earned, best, equal_var=False).confidence_interval(.95)])

out["theil_sen"] = dict(implementation="scipy.stats.theilslopes(method='separate')", cases=[])
series = [(c["x"], c["y"]) for c in ref["ols_slope"]["cases"] + ref["kendall_tau_b"]["cases"]]
series.append((list(range(30)), [round(float(v), 2) for v in 0.1 * np.arange(30) + rng.normal(size=30)]))
for x, y in series:
    for conf in (.95, .90):
        r = stats.theilslopes(y, x, conf, method="separate")
        out["theil_sen"]["cases"].append(dict(x=x, y=y, confidence=conf, slope=float(r.slope), intercept=float(r.intercept), interval=[float(r.low_slope), float(r.high_slope)]))

out["holm"] = dict(implementation="statsmodels multipletests(method='holm')", cases=[
    dict(p=c["p"], adjusted=[float(v) for v in multipletests(c["p"], method="holm")[1]]) for c in ref["benjamini_hochberg"]["cases"]])

out["mantel_haenszel"] = dict(implementation="statsmodels StratifiedTable: oddsratio_pooled, logodds_pooled_se, test_null_odds(correction=True)", cases=[])
for shift in (0, 0.4, 1.1):
    strata = []
    for level in (-1.2, -.3, .4, 1.3):
        n = rng.integers(30, 70, size=2)
        r = rng.binomial(n[0], 1 / (1 + np.exp(-level))); f = rng.binomial(n[1], 1 / (1 + np.exp(-(level - shift))))
        strata.append([[int(r), int(n[0] - r)], [int(f), int(n[1] - f)]])
    t = StratifiedTable([np.array(s) for s in strata]); test = t.test_null_odds(correction=True)
    out["mantel_haenszel"]["cases"].append(dict(strata=strata, odds_ratio=float(t.oddsratio_pooled), log_error=float(t.logodds_pooled_se), chi_squared=float(test.statistic), p=float(test.pvalue)))

out["henderson_1"] = dict(implementation="numpy: quadratic forms y'Ay of Henderson's method 1, expected by traces", cases=[])
for people, situations, keep in ((6, 4, 1.0), (8, 6, .6), (20, 12, .4), (40, 10, .7)):
    p, s = np.meshgrid(range(people), range(situations), indexing="ij")
    mask = (rng.random((people, situations)) < keep).ravel()
    mask[: situations] = True
    i, j = p.ravel()[mask], s.ravel()[mask]
    y = np.round(500 + 80 * rng.normal(size=people)[i] + 40 * rng.normal(size=situations)[j] + 90 * rng.normal(size=len(i)))
    kept = sorted(set(i)); i = np.array([kept.index(v) for v in i]); n = len(y)
    Zp, Zs, one = np.eye(len(kept))[i], np.eye(situations)[j], np.ones((n, 1))
    proj = lambda Z: Z @ np.linalg.inv(Z.T @ Z) @ Z.T
    T = dict(p=proj(Zp), s=proj(Zs), m=proj(one), o=np.eye(n))
    forms = [T["p"] - T["m"], T["s"] - T["m"], T["o"] - T["p"] - T["s"] + T["m"]]
    left = np.array([[np.trace(A @ Z @ Z.T) for Z in (Zp, Zs, np.eye(n))] for A in forms])
    parts = np.linalg.solve(left, [float(y @ A @ y) for A in forms])
    counts = np.bincount(i)
    out["henderson_1"]["cases"].append(dict(person=i.tolist(), situation=j.tolist(), score=y.tolist(), parts=parts.tolist(), harmonic=float(len(counts) / np.sum(1 / counts))))

boot = [round(float(v), 3) for v in rng.gamma(2, 1, size=40)]
b = stats.bootstrap((np.array(boot),), np.mean, n_resamples=400_000, method="BCa", rng=np.random.default_rng(7))
two = [round(float(v), 3) for v in rng.gamma(3, 1, size=25)]
d = stats.bootstrap((np.array(boot), np.array(two)), lambda a, b, axis=-1: np.mean(a, axis) - np.mean(b, axis), n_resamples=400_000, method="BCa", rng=np.random.default_rng(8))
q = stats.bootstrap((np.array(boot[:15]),), np.mean, n_resamples=400_000, method="percentile", rng=np.random.default_rng(9))
out["bootstrap"] = dict(implementation="scipy.stats.bootstrap, 400,000 draws", values=boot, second=two,
    bca=[float(b.confidence_interval.low), float(b.confidence_interval.high)],
    difference=[float(d.confidence_interval.low), float(d.confidence_interval.high)],
    percentile_of_first_15=[float(q.confidence_interval.low), float(q.confidence_interval.high)])
json.dump(out, open("reference_more.json", "w"))
