#!/usr/bin/env python3
"""Parts the Groningen sentences (VOA news) into reports that nobody annotated, for the teacher of events to read.

    gather_reports.py GRONINGEN.conll GOLD_FOLDER UNSEEN_FOLDER OUT_FOLDER

The file has no document boundaries. Where a report begins is learned from the annotated reports of GOLD_FOLDER, whose
sentences stand in the file; the most likely parting of the whole file follows from that and from how long reports are. Reports with
a sentence of GOLD_FOLDER or of UNSEEN_FOLDER are left out. Writes X.txt and an empty X.gold.json for event_questions.
"""

import collections
import json
import math
import pathlib
import random
import re
import sys

LONGEST = 15  # sentences
CLITIC = re.compile(r"^'[a-z]{1,2}$")
TIGHT = {",", ".", ";", ":", "?", "!", ")", "%", "...", "n't"}


def read_sentences(path):
    sentences, words = [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                words.append(line.split("\t")[0])
            elif words:
                sentences.append(words)
                words = []
    return sentences + ([words] if words else [])


def text_of(words):
    """As a newspaper sets it: quotes and brackets close to their words."""
    out, quoted, glue = "", False, True
    for word in words:
        word = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word)
        if word == '"' and quoted:
            out, quoted, glue = out + word, False, False
            continue
        tight = glue or word in TIGHT or CLITIC.match(word) or out.endswith("$")
        out += word if tight else " " + word
        quoted, glue = quoted or word == '"', word in ('"', "(")
    return out


def key_of(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def gold_sentences(folder):
    """One list of keys a report."""
    for path in sorted(pathlib.Path(folder).glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(gold["text"]).read_bytes()
        yield [key_of(text[s["begin"] : s["end"]].decode()) for s in gold["sentences"]]


def places_of(reports, sentences):
    """Reports as rows of sentence numbers, and every sentence that any of them holds."""
    known = collections.defaultdict(list)
    for i, words in enumerate(sentences):
        known[key_of("".join(words))].append(i)
    rows, used = [], set()
    for keys in reports:
        row = []
        for key in keys:
            used.update(known[key])
            later = [i for i in known[key] if not row or i > row[-1]]
            row.append(row[-1] + 1 if row and row[-1] + 1 in later else (later or known[key] or [-1])[0])
        rows.append(row)
    return rows, used


class Boundaries:
    """Logistic regression: does a report begin with this sentence?"""

    def __init__(self, sentences):
        self.sentences = sentences
        self.names = [{w.lower() for w in s[1:] if w[:1].isupper()} | {s[0].lower()} for s in sentences]
        self.content = [{w.lower()[:6] for w in s if len(w) > 4} for s in sentences]
        self.weights = {}

    def around(self, sets, begin, end):
        return set().union(*sets[max(0, begin) : end])

    def features(self, i):
        words = [w.lower() for w in self.sentences[i]]
        content, names = self.content[i], self.names[i]
        before, after = self.around(self.content, i - 3, i), self.around(self.content, i + 1, i + 3)
        named_before, named_after = self.around(self.names, i - 3, i), self.around(self.names, i + 1, i + 3)
        f = {"bias": 1, "first=" + words[0]: 1, "two=" + " ".join(words[:2]): 1, "length": len(words) / 30,
             "shared before": len(content & before) / (1 + len(content)), "shared after": len(content & after) / (1 + len(content)),
             "names before": len(names & named_before), "names after": len(names & named_after), "names": len(names) / 5,
             "none before": float(not content & before), "no name before": float(not names & named_before)}
        if i:
            f["over it"], f["names over it"] = len(self.content[i - 1] & after) / 5, len(self.names[i - 1] & named_after)
        f.update(("word=" + w, 1) for w in words[:10])
        return f

    def score(self, i):
        return sum(self.weights.get(k, 0) * v for k, v in self.features(i).items())

    def learn(self, labels, rounds=12):
        data = [(self.features(i), begins) for i, begins in sorted(labels.items())]
        weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-2)
        total, chance = collections.defaultdict(float), random.Random(1)
        for r in range(rounds):
            chance.shuffle(data)
            for f, begins in data:
                z = sum(weights[k] * v for k, v in f.items())
                error = 1 / (1 + math.exp(-max(-30, min(30, z)))) - begins
                for k, v in f.items():
                    slope = error * v + 1e-3 * weights[k]
                    squares[k] += slope * slope
                    weights[k] -= 0.2 * slope / math.sqrt(squares[k])
            if r >= rounds // 2:
                for k in weights:
                    total[k] += weights[k]
        self.weights = {k: v / (rounds - rounds // 2) for k, v in total.items()}


def parting(boundaries, lengths):
    """The most likely reports, as half-open ranges of sentences."""
    count = len(boundaries.sentences)
    scores = [boundaries.score(i) for i in range(count)]
    prior = [math.log((lengths[n] + 0.5) / (sum(lengths.values()) + 10)) for n in range(LONGEST + 1)]
    inside = [0.0]
    for z in scores:
        inside.append(inside[-1] - math.log1p(math.exp(min(z, 700))))
    best, back = [0.0] + [-math.inf] * count, [0] * (count + 1)
    for end in range(1, count + 1):
        for n in range(1, min(LONGEST, end) + 1):
            begin = end - n
            score = best[begin] - math.log1p(math.exp(min(-scores[begin], 700))) + inside[end] - inside[begin + 1] + prior[n]
            if score > best[end]:
                best[end], back[end] = score, begin
    ranges, end = [], count
    while end:
        ranges.append((back[end], end))
        end = back[end]
    return ranges[::-1]


def main():
    conll, gold, unseen, out = sys.argv[1:5]
    sentences = read_sentences(conll)
    rows, used = places_of(gold_sentences(gold), sentences)
    used |= places_of(gold_sentences(unseen), sentences)[1]
    labels = {}
    for row in rows:
        labels[row[0]] = 1
        for a, b in zip(row, row[1:]):
            if b == a + 1:
                labels.setdefault(b, 0)
    boundaries = Boundaries(sentences)
    boundaries.learn(labels)
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for begin, end in parting(boundaries, collections.Counter(len(row) for row in rows)):
        if any(i in used for i in range(begin, end)):
            continue
        texts, name = [text_of(s) for s in sentences[begin:end]], f"s{begin:05d}"
        paragraphs = [" ".join(texts[i : i + 2]) for i in range(0, len(texts), 2)]
        (out / (name + ".txt")).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        empty = {"text": name + ".txt", "published": None, "published_in_text": False, "actors": {}, "events": []}
        (out / (name + ".gold.json")).write_text(json.dumps(empty), encoding="utf-8")
        count += 1
    print(f"{count} reports")


if __name__ == "__main__":
    main()
