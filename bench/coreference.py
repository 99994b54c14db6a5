"""MUC, B3 and CEAFe of mentions in clusters, as the CoNLL-2012 scorer defines them; inner to the scorers of this folder.

Clusters are given as {mention: cluster name}, key and response over the same mentions. Several groups (topics) that share no
mention are added up.
"""

from collections import defaultdict


def clusters_of(assignment):
    members = defaultdict(set)
    for mention, cluster in assignment.items():
        members[cluster].add(mention)
    return list(members.values())


def muc(key, response):
    """(numerator, denominator) of recall: links of the key that the response keeps."""
    where = {m: i for i, cluster in enumerate(response) for m in cluster}
    kept = total = 0
    for cluster in key:
        total += len(cluster) - 1
        kept += len(cluster) - len({where.get(m, ("alone", m)) for m in cluster})
    return kept, total


def b_cubed(key, response):
    where = {m: cluster for cluster in response for m in cluster}
    overlap = sum(len(cluster & where.get(m, {m})) / len(cluster) for cluster in key for m in cluster)
    return overlap, sum(len(cluster) for cluster in key)


def ceaf_e(key, response):
    """The best one-to-one pairing of clusters by 2|K & R| / (|K| + |R|): its sum."""
    rows = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    return best_sum(rows)


def best_sum(gain):
    """Maximum assignment by shortest augmenting paths (Jonker and Volgenant 1987)."""
    if not gain or not gain[0]:
        return 0.0
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain)]
    n, m = len(gain), len(gain[0])
    u, v, match, infinity = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), float("inf")
    for row in range(1, n + 1):
        match[0], column = row, 0
        least, way, done = [infinity] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while True:
            done[column] = True
            i, delta, following = match[column], infinity, 0
            for j in range(1, m + 1):
                if done[j]:
                    continue
                cost = -gain[i - 1][j - 1] - u[i] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(m + 1):
                if done[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
            if match[column] == 0:
                break
        while column:
            match[column], column = match[way[column]], way[column]
    return sum(gain[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def f1(recall, precision):
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def scores(groups):
    """{metric: (recall, precision, F1)} in per cent, of [(key assignment, response assignment)]; "CoNLL" is the mean F1."""
    sums = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for key_assignment, response_assignment in groups:
        key, response = clusters_of(key_assignment), clusters_of(response_assignment)
        for name, metric in (("MUC", muc), ("B3", b_cubed)):
            for i, (a, b) in enumerate((metric(key, response), metric(response, key))):
                sums[name][2 * i] += a
                sums[name][2 * i + 1] += b
        similarity = ceaf_e(key, response)
        for i, size in enumerate((len(key), len(response))):
            sums["CEAFe"][2 * i] += similarity
            sums["CEAFe"][2 * i + 1] += size
    result = {}
    for name, (kept, total, right, made) in sums.items():
        recall, precision = kept / total if total else 0.0, right / made if made else 0.0
        result[name] = tuple(100 * x for x in (recall, precision, f1(recall, precision)))
    result["CoNLL"] = (0.0, 0.0, sum(r[2] for r in result.values()) / max(1, len(result)))
    return result


def print_scores(title, groups):
    result = scores(groups)
    print(f"{title:28}" + "  ".join(f"{name} {r:5.1f} {p:5.1f} {f:5.1f}" for name, (r, p, f) in result.items()
                                    if name != "CoNLL") + f"  CoNLL F1 {result['CoNLL'][2]:5.1f}")
