"""Computes the measures of fellowship.stats once more, with libraries that are not ours.

Takes one file of JSON lines: a random table and what we made of it; null where we say that there is no number. Prints for
each measure how many tables were compared, how many of them have no number (on both sides), and the worst difference, as a
share of numbers greater than 1. Ends with 1 where a difference is above 1e-9, or where one side has a number and the other
has none.
"""

import collections
import itertools
import json
import math
import statistics
import sys
import warnings

import krippendorff
import numpy as np
import scipy.integrate
import scipy.optimize
import scipy.sparse.csgraph
import scipy.special
import scipy.stats
import sklearn.metrics
import statsmodels.api as sm
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa
from statsmodels.stats.proportion import proportion_confint

BOUND = 1e-9
warnings.filterwarnings("ignore")
np.seterr(all="ignore")


class Tally:
    def __init__(self):
        self.tables = collections.Counter()
        self.absent = collections.Counter()
        self.worst = collections.defaultdict(float)
        self.source = {}
        self.wrong = []

    def compare(self, measure, source, ours, theirs, line):
        self.source[measure] = source
        self.tables[measure] += 1
        ours, theirs = flat(ours), flat(theirs)
        if ours is None and theirs is None:
            self.absent[measure] += 1
            return
        if ours is None or theirs is None or len(ours) != len(theirs):
            self.worst[measure] = math.inf
            self.wrong.append((measure, ours, theirs, line))
            return
        for a, b in zip(ours, theirs):
            off = (0.0 if a == b else math.inf) if isinstance(a, str) or isinstance(b, str) else (
                abs(a - b) / max(1.0, abs(b)))
            self.worst[measure] = max(self.worst[measure], off)
            if not off <= BOUND:
                self.wrong.append((measure, a, b, line))

    def report(self):
        rows = [("measure", "by", "tables", "no number", "worst difference")]
        rows += [(m, self.source[m], str(self.tables[m]), str(self.absent[m]), f"{self.worst[m]:.1e}") for m in self.tables]
        widths = [max(len(row[i]) for row in rows) for i in range(5)]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
        for measure, ours, theirs, line in self.wrong[:10]:
            print(f"WRONG {measure}: ours {ours}, theirs {theirs}, of {json.dumps(line)[:1500]}")
        print(f"{sum(self.tables.values())} comparisons, {len(self.wrong)} wrong")
        return 1 if self.wrong or not self.tables else 0


def flat(value):
    """Numbers and words in a row; None for nothing and for NaN."""
    if value is None:
        return None
    if isinstance(value, (list, tuple, np.ndarray)):
        parts = [flat(part) for part in value]
        return None if any(part is None for part in parts) else list(itertools.chain(*parts))
    if isinstance(value, str):
        return [value]
    value = float(value)
    return None if math.isnan(value) else [value]


def pair(line, tally):
    gold, found = line["gold"], line["found"]
    names = sorted(set(gold) | set(found))

    def check(key, source, theirs):
        tally.compare(NAMES[key], source, line[key], theirs, line)

    check("agreement", "sklearn", sklearn.metrics.accuracy_score(gold, found) if gold else None)
    table = sklearn.metrics.confusion_matrix(gold, found, labels=names) if gold else np.zeros((0, 0))
    for name, sk, wt in (("plain", None, None), ("linear", "linear", "linear"), ("quadratic", "quadratic", "quadratic")):
        kappa = interval = None
        if len(names) > 1:
            kappa = sklearn.metrics.cohen_kappa_score(gold, found, weights=sk)
            ours = cohens_kappa(table, wt=wt)
            half = scipy.stats.norm.ppf(0.975) * math.sqrt(max(0.0, ours.var_kappa))
            interval = [max(-1, ours.kappa - half), min(1, ours.kappa + half)]
            # At whole agreement the variance is nothing but rounding, which the root makes large.
            if ours.var_kappa < 1e-15:
                interval = [kappa, kappa]
        check("kappa_" + name, "sklearn", kappa)
        check("interval_" + name, "statsmodels", interval)
    macro = [None] * 3
    each = []
    if gold:
        macro = sklearn.metrics.precision_recall_fscore_support(gold, found, average="macro", zero_division=0)[:3]
        each = np.array(sklearn.metrics.precision_recall_fscore_support(gold, found, labels=names, zero_division=0)[:3]).T
    for key, theirs in zip(("precision", "recall", "f1"), macro):
        check(key, "sklearn", theirs)
    check("categories", "sklearn", each)


def ratings(line, tally):
    rows = line["rows"]
    values = np.array([[np.nan if v is None else v for v in row] for row in rows], dtype=float)
    values = values.reshape(len(rows), line["annotators"])
    domain = sorted({v for row in rows for v in row if v is not None})
    counts = np.array([[sum(v == c for v in row if v is not None) for c in domain] for row in rows], dtype=float)
    counts = counts.reshape(len(rows), len(domain))
    several = counts[counts.sum(1) >= 2] if len(domain) else counts[:0]
    n = several.sum(1)
    agreement = kappa = None
    complete = len(n) > 0 and len(n) == len(rows) and np.all(n == line["annotators"])
    if len(n):
        per_item = (several * (several - 1)).sum(1) / (n * (n - 1))
        agreement = per_item.mean()
        shares = (several / n[:, None]).mean(0)
        if np.count_nonzero(several.sum(0)) > 1:
            # statsmodels takes complete tables only.
            kappa = fleiss_kappa(several) if complete else (agreement - (shares**2).sum()) / (1 - (shares**2).sum())
    tally.compare("agreement of many", "numpy", line["fleiss_agreement"], agreement, line)
    tally.compare("Fleiss κ", "statsmodels, numpy", line["fleiss"], kappa, line)
    used = np.count_nonzero(several.sum(0)) if len(n) else 0
    for level in ("nominal", "ordinal", "interval", "ratio"):
        alpha = None
        if used > 1:
            kept = values[(~np.isnan(values)).sum(1) >= 2]
            alpha = krippendorff.alpha(reliability_data=kept.T, level_of_measurement=level)
        tally.compare("Krippendorff α " + level, "krippendorff", line["alpha_" + level], alpha, line)
    hot = []
    plain = []
    if rows:
        for a, b in itertools.combinations(range(line["annotators"]), 2):
            both = values[~np.isnan(values[:, a]) & ~np.isnan(values[:, b])]
            x, y = both[:, a], both[:, b]
            if len(x) < 2 or np.all(x == x[0]) or np.all(y == y[0]):
                continue
            plain.append(np.corrcoef(x, y)[0, 1])
            one = (x[:, None] == np.array(domain)).astype(float)
            other = (y[:, None] == np.array(domain)).astype(float)
            one -= one.mean(0)
            other -= other.mean(0)
            hot.append((one * other).sum() / math.sqrt((one**2).sum() * (other**2).sum()))
    votes = line["annotators"]
    for key, found in (("votes_labels", hot), ("votes_numbers", plain)):
        theirs = votes / (1 + (votes - 1) * max(0, np.mean(found))) if found else None
        tally.compare(NAMES[key], "numpy", line[key], theirs, line)


def numbers(line, tally):
    x, y = np.array(line["first"]), np.array(line["second"])
    varies = len(x) > 1 and not np.all(x == x[0]) and not np.all(y == y[0])
    r = scipy.stats.pearsonr(x, y) if varies else None
    fisher = None
    if varies and len(x) > 3:
        fisher = r.confidence_interval(0.95)
        fisher = [fisher.low, fisher.high]
        if abs(r.statistic) > 1 - 1e-9:
            # atanh of nearly 1 hangs on the last digit of r; only its nearness to 1 is compared.
            fisher = line["fisher"] if min(map(abs, line["fisher"])) > 1 - 1e-6 else fisher
    tally.compare("Pearson r", "scipy", line["pearson"], r.statistic if varies else None, line)
    tally.compare("Pearson r, interval", "scipy", line["fisher"], fisher, line)
    tally.compare("Spearman ρ", "scipy", line["spearman"], scipy.stats.spearmanr(x, y).statistic if varies else None, line)
    tally.compare("Kendall τ-b", "scipy", line["kendall"], scipy.stats.kendalltau(x, y).statistic if varies else None, line)


def wins(line, tally):
    won, tied, lost = line["counts"]
    for rule, hits, n in (("lost", won, won + tied + lost), ("half", won + tied / 2, won + tied + lost), ("dropped", won, won + lost)):
        tally.compare("win rate, ties " + rule, "python", line["rate_" + rule], hits / n if n else None, line)
        if rule == "half" and tied:
            # A half win varies less than a whole one: as many fewer units as the scores' variance says, four groups at least.
            share = hits / n
            design = max(min(1, 4 / n), np.var(np.repeat([1, 0.5, 0], [won, tied, lost])) / (share * (1 - share)))
            interval = proportion_confint(hits / design, n / design, 1 - line["level"], "wilson")
            tally.compare("Wilson interval, half wins", "statsmodels, numpy", line["interval_half"], interval, line)
        else:
            interval = proportion_confint(hits, n, 1 - line["level"], "wilson") if n else None
            tally.compare("Wilson interval", "statsmodels", line["interval_" + rule], interval, line)


def lengths(line, tally):
    y, d = np.array(line["outcomes"]), np.array(line["differences"])
    fit = None
    if len(y) > 1 and not np.all(d == d[0]) and np.ptp(np.tanh(d / d.std())) >= 0.01:
        x = sm.add_constant(np.tanh(d / d.std()), has_constant="add")
        if line["fit"] and line["fit"][2] == 0:
            point = sm.GLM(y, x, family=sm.families.Binomial()).fit(tol=1e-15, maxiter=300, tol_criterion="params").params
            ridge = 0.0
        else:
            won, lost = x[y > 0, 1], x[y < 1, 1]
            apart = len(won) == 0 or len(lost) == 0 or max(lost) <= min(won) or max(won) <= min(lost)
            ridge = 1.0 if apart else 0.0
            point = scipy.optimize.root(
                lambda b: x.T @ (y - scipy.special.expit(x @ b)) - b, np.zeros(2), tol=1e-14, method="hybr").x
        fit = [scipy.special.expit(point[0]), point[1], ridge]
    tally.compare("length-controlled win rate", "statsmodels, scipy", line["fit"], fit, line)


def comparisons(line, tally):
    named = list(dict.fromkeys(name for first, second, _ in line["comparisons"] for name in (first, second)))
    place = {name: i for i, name in enumerate(named)}
    won = np.zeros((len(named), len(named)))
    for first, second, outcome in line["comparisons"]:
        won[place[first], place[second]] += outcome
        won[place[second], place[first]] += 1 - outcome
    theirs = {}
    count = 0
    if named:
        count, group = scipy.sparse.csgraph.connected_components(won > 0, connection="strong")
        for g in range(count):
            own = np.flatnonzero(group == g)
            theirs.update(strengths(won[np.ix_(own, own)], [named[i] for i in own]))
    ours = {int(name[1:]): s for g in line["groups"] for name, s in g.items()}
    tally.compare("Bradley–Terry groups", "scipy", len(line["groups"]), count, line)
    tally.compare("Bradley–Terry strengths", "statsmodels", [ours[n] for n in named], [theirs[n] for n in named], line)


def strengths(won, names):
    if len(names) == 1:
        return {names[0]: 0.0}
    design, hits, of = [], [], []
    for i, j in itertools.combinations(range(len(names)), 2):
        if won[i, j] + won[j, i] > 0:
            row = np.zeros(len(names))
            row[i], row[j] = 1, -1
            design.append(row[1:])
            hits.append(won[i, j] / (won[i, j] + won[j, i]))
            of.append(won[i, j] + won[j, i])
    model = sm.GLM(hits, np.array(design), family=sm.families.Binomial(), var_weights=of)
    fit = np.concatenate([[0.0], model.fit(tol=1e-15, maxiter=300, tol_criterion="params").params])
    return dict(zip(names, fit - fit.mean()))


def forecasts(line, tally):
    p, y, bins = np.array(line["forecasts"]), np.array(line["came"], dtype=float), line["bins"]
    n = len(p)

    def error(which):
        return sum(abs(p[which == b].mean() - y[which == b].mean()) * (which == b).sum() / n for b in np.unique(which))

    mass = np.array([np.count_nonzero(p < value) * bins // n for value in p]) if n else None
    tally.compare("Brier score", "sklearn", line["brier"], sklearn.metrics.brier_score_loss(y, p, pos_label=1) if n else None, line)
    tally.compare("calibration error, equal width", "numpy", line["width"],
                  error(np.minimum(bins - 1, np.floor(p * bins))) if n else None, line)
    tally.compare("calibration error, equal mass", "numpy", line["mass"], error(mass) if n else None, line)
    tally.compare("AUROC", "sklearn", line["auroc"], sklearn.metrics.roc_auc_score(y, p) if len(set(y)) > 1 else None, line)


MASK = (1 << 64) - 1


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def drawn(seed, resamples, n):
    """SplitMix64: one stream a resample; from each number, its upper half scaled to 0 … n."""
    golden = np.uint64(0x9E3779B97F4A7C15)
    state = np.array([mix((mix(seed) + i * int(golden)) & MASK) for i in range(resamples)], dtype=np.uint64)[:, None]
    z = state + (np.arange(n, dtype=np.uint64) + np.uint64(1)) * golden
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return ((z >> np.uint64(32)) * np.uint64(n)) >> np.uint64(32)


def bootstrap(line, tally):
    values = np.array(line["values"])
    n = len(values)
    percentile = bca = None
    if n >= 2:
        means = np.array([math.fsum(values[d]) / n for d in drawn(line["seed"], 200, n)])
        percentile = bca = np.quantile(means, [0.025, 0.975])
        mean = math.fsum(values) / n
        equal = np.abs(means - mean) <= 1e-12 * np.abs(means).max()
        below = (np.count_nonzero((means < mean) & ~equal) + np.count_nonzero(equal) / 2) / len(means)
        without = np.array([np.delete(values, i).mean() for i in range(n)])
        miss = without.mean() - without
        if 0 < below < 1 and not np.all(values == values[0]):
            a = (miss**3).sum() / (6 * (miss**2).sum() ** 1.5)
            z0 = scipy.stats.norm.ppf(below)
            z = z0 + scipy.stats.norm.ppf([0.025, 0.975])
            bca = np.quantile(means, scipy.stats.norm.cdf(z0 + z / (1 - a * z)))
    tally.compare("bootstrap, percentile", "numpy", line["percentile"], percentile, line)
    tally.compare("bootstrap, BCa", "numpy, scipy", line["bca"], bca, line)


def verdicts(line, tally):
    counts = list(collections.Counter(line["outcomes"]).values())
    tally.compare("position entropy (BPDE)", "scipy", line["entropy"], scipy.stats.entropy(counts) if counts else None, line)
    pairs = line["pairs"]
    same = {("FIRST", "SECOND"), ("SECOND", "FIRST"), ("TIE", "TIE")}
    tally.compare("position consistency", "python", line["consistency"],
                  np.mean([tuple(p) in same for p in pairs]) if pairs else None, line)
    seen = [s for p in pairs for s in p if s != "TIE"]
    tally.compare("first place wins", "python", line["first"], seen.count("FIRST") / len(seen) if seen else None, line)


def truth(line, tally):
    rows = line["rows"]
    domain = sorted({v for row in rows for v in row if v is not None})
    if not domain:
        tally.compare("Dawid–Skene", "numpy", line["posteriors"], None, line)
        return
    # item, annotator, category
    said = np.array([[[float(v == c) for c in domain] for v in row] for row in rows])
    votes = said.sum(1)
    total = votes.sum(1, keepdims=True)
    posterior = np.where(total > 0, votes / np.where(total > 0, total, 1), 1 / len(domain))
    for _ in range(line["rounds"]):
        priors = posterior.mean(0)
        says = np.einsum("it,ias->ats", posterior, said) + 0.01
        says /= says.sum(2, keepdims=True)
        log = np.log(priors) + np.einsum("ias,ats->it", said, np.log(says))
        posterior = scipy.special.softmax(log, axis=1)
    tally.compare("Dawid–Skene", "numpy", [line["priors"], line["says"], line["posteriors"]], [priors, says, posterior], line)


def reviews(line, tally):
    data = line["reviews"]
    reviewers = list(dict.fromkeys(r[0] for r in data))
    contestants = list(dict.fromkeys(c for r in data for c in r[1:3]))
    weights = {r: 1 / len(reviewers) for r in reviewers}
    rates = {c: 0.5 for c in contestants}
    for _ in range(5 if data else 0):
        for c in contestants:
            part = [(weights[r], o if a == c else 1 - o) for r, a, b, o in data if c in (a, b)]
            if sum(w for w, _ in part) > 0:
                rates[c] = sum(w * o for w, o in part) / sum(w for w, _ in part)
        own = {r: rates[r] for r in reviewers if r in rates}
        low, high = (min(own.values()), max(own.values())) if own else (0, 0)
        if high - low > 0:
            scaled = {r: (own[r] - low) / (high - low) if r in own else 0.0 for r in reviewers}
            weights = {r: s / sum(scaled.values()) for r, s in scaled.items()}
        else:
            weights = {r: 1 / len(reviewers) for r in reviewers}
    tally.compare("peer-rank weights", "python", [line["weights"][r] for r in reviewers], [weights[r] for r in reviewers], line)
    tally.compare("peer-rank win rates", "python", [line["rates"][c] for c in contestants], [rates[c] for c in contestants], line)


def votes(line, tally):
    labels, weights, scores = line["labels"], line["weights"], line["scores"]
    modes = statistics.multimode(labels)
    tally.compare("vote: mode", "statistics", line["mode"], modes[0] if len(modes) == 1 else None, line)
    sums = {label: sum(w for l, w in zip(labels, weights) if l == label) for label in labels}
    top = [label for label in sums if sums[label] == max(sums.values()) > 0]
    tally.compare("vote: weighted mode", "python", line["weighted"], top[0] if len(top) == 1 else None, line)
    tally.compare("vote: unanimity", "python", line["unanimity"], labels[0] if len(set(labels)) == 1 else None, line)
    tally.compare("vote: mean", "statistics", line["mean"], statistics.fmean(scores) if scores else None, line)
    tally.compare("vote: median", "statistics", line["median"], statistics.median(scores) if scores else None, line)
    leader = None
    if len(modes) == 1:
        counts = sorted(collections.Counter(labels).values(), reverse=True)
        a, *others = [c + 1 for c in counts + [0] * (line["k"] - len(counts))]
        leader = 1.0 if not others else scipy.stats.beta.sf(0.5, a, others[0]) if len(others) == 1 else (
            scipy.integrate.quad(lambda x: math.exp(-x) * x ** (a - 1) / math.gamma(a)
                                 * math.prod(scipy.special.gammainc(o, x) for o in others),
                                 0, a + 15 * math.sqrt(a) + 40, epsabs=1e-12, epsrel=1e-12, limit=200)[0])
    tally.compare("vote: probability of the leader", "scipy", line["leader"], leader, line)
    options = sorted(set(labels)) + ["new one", "new two", "new three"]
    changes = []
    for more in range(4):
        before = modes if len(modes) == 1 else None
        after = (statistics.multimode(labels + list(extra)) for m in range(more + 1)
                 for extra in itertools.combinations_with_replacement(options, m))
        changes.append(any((found if len(found) == 1 else None) != before for found in after))
    tally.compare("vote: can still change", "python", line["change"], changes, line)


NAMES = {
    "agreement": "agreement of two (accuracy)",
    "kappa_plain": "Cohen κ",
    "kappa_linear": "Cohen κ, linear",
    "kappa_quadratic": "Cohen κ, quadratic",
    "interval_plain": "Cohen κ, interval",
    "interval_linear": "Cohen κ, linear, interval",
    "interval_quadratic": "Cohen κ, quadratic, interval",
    "precision": "macro precision",
    "recall": "macro recall",
    "f1": "macro F1",
    "categories": "precision, recall, F1 by category",
    "votes_labels": "effective votes of labels",
    "votes_numbers": "effective votes of numbers",
}

KINDS = {check.__name__: check for check in (
    pair, ratings, numbers, wins, lengths, comparisons, forecasts, bootstrap, verdicts, truth, reviews, votes)}


def main():
    tally = Tally()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for text in lines:
            line = json.loads(text)
            KINDS[line["kind"]](line, tally)
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
