#!/usr/bin/env python3
"""How well events are told to be one across articles: ECB+ (gold event mentions, topics given).

    python3 bench/score_crossdoc.py ../shared/data/crossdoc/ecbplus --program build/release/dateline

Each article is read by the program as words and sentences (CoNLL-U). Each gold event mention becomes a record of its own
with one event: what the program found at that word (type, participants, date, place), or else the word and its
sentence alone; the other sentences of the article come with it. `dateline merge` of a topic's records then says which are
one. Beside it the lemma baseline: mentions of a topic whose heads have the same lemma are one. `--own` scores instead
the program's own events: gold mentions that it has an event for, those without a partner left out.
Mentions are those of annotated sentences (EVENT tags that start with ACTION or NEG_ACTION).
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict

from coreference import print_scores


class Article:
    """Words, sentences and gold event mentions of one file."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.name = path.stem
        self.sentences = defaultdict(list)  # number -> token ids, in order
        self.words = {}
        for token in root.iter("token"):
            self.words[token.get("t_id")] = re.sub(r"\s+", "_", token.text or "_") or "_"
            self.sentences[int(token.get("sentence"))].append(token.get("t_id"))
        markables = {}  # id -> token ids
        targets = {}  # id -> instance
        for markable in root.find("Markables"):
            anchors = [a.get("t_id") for a in markable.iter("token_anchor")]
            if anchors:
                markables[markable.get("m_id")] = (markable.tag, anchors)
            else:
                targets[markable.get("m_id")] = (markable.tag, markable.get("instance_id"))
        self.cluster = {}  # mention id -> instance, or its own name where it has none
        relations = root.find("Relations")
        for relation in relations if relations is not None else []:
            target = relation.find("target").get("m_id")
            instance = relation.get("note") or (targets.get(target) or ("", target))[1]
            for source in relation.findall("source"):
                self.cluster[source.get("m_id")] = instance or f"{self.name}:{target}"
        self.mentions = {m: anchors for m, (tag, anchors) in markables.items() if "ACTION" in tag}
        for m in self.mentions:
            self.cluster.setdefault(m, f"{self.name}:{m}")

    def conllu(self):
        lines = []
        for number in sorted(self.sentences):
            tokens = self.sentences[number]
            lines.append(f"# text = {' '.join(self.words[t] for t in tokens)}")
            for i, t in enumerate(tokens):
                lines.append("\t".join([str(i + 1), self.words[t], "_", "_", "_", "_", "0" if i == 0 else "1",
                                        "root" if i == 0 else "dep", "_", "_"]))
            lines.append("")
        return "\n".join(lines) + "\n"


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()[:500]}")
    return done.stdout.decode()


def read(program, article, folder):
    """The record of an article, the lemma of each token, and the bytes [begin, end) of each in the record's text."""
    path = pathlib.Path(folder, article.name + ".conllu")
    path.write_text(article.conllu(), encoding="utf-8")
    common = ["extract", "--input-format", "conllu", "--language", "en", str(path)]
    record = json.loads(run(program, *common, "--format", "json"))[0]
    rows = [line.split("\t") for line in run(program, *common, "--format", "conllu").split("\n")
            if line and line[0].isdigit()]
    tokens = [t for number in sorted(article.sentences) for t in article.sentences[number]]
    if len(rows) != len(tokens):
        sys.exit(f"{article.name}: {len(rows)} words came back of {len(tokens)}")
    lemmas, spans = {}, {}
    for t, row in zip(tokens, rows):
        lemmas[t] = row[2].lower()
        place = dict(part.split("=", 1) for part in row[9].split("|") if "=" in part)["TokenRange"]
        spans[t] = tuple(int(x) for x in place.split(":"))
    heads = {t: rows[i][6] for i, t in enumerate(tokens)}
    return record, lemmas, spans, heads


def head_of(anchors, article, heads):
    """The word of a mention whose head lies outside of it; the first where that tells nothing."""
    for number in article.sentences:
        tokens = article.sentences[number]
        inside = [t for t in anchors if t in tokens]
        if inside:
            places = {str(tokens.index(t) + 1) for t in inside}
            return next((t for t in inside if heads[t] not in places), inside[0])
    return anchors[0]


def event_at(record, begin, end):
    for event in record["events"]:
        if any(t["begin"] < end and begin < t["end"] for t in event["triggers"]):
            return event
    return None


def sentence_around(record, begin):
    every = [s for e in record["events"] for s in e["sentences"]] + record.get("other_sentences", [])
    return next((s for s in every if s["begin"] <= begin < s["end"]), None)


def record_of_mention(record, event, words, begin, end, name):
    """A record with this one event, and all other sentences of its article."""
    sentence = sentence_around(record, begin) or {"begin": begin, "end": end, "text": words}
    one = dict(event or {"type": "occurrence", "core": False, "participants": [], "place": None, "figures": [],
                         "modality": "actual", "attribution": None, "summary": ""})
    one.update(id="e1", triggers=[{"begin": begin, "end": end, "text": words}], sentences=[sentence])
    others = {s["begin"]: s for e in record["events"] for s in e["sentences"]}
    others.update((s["begin"], s) for s in record.get("other_sentences", []))
    others.pop(sentence["begin"], None)
    named = {p["actor"] for p in one["participants"]} | {one["attribution"]}
    named |= {one["place"]["actor"]} if one["place"] else set()
    copy = dict(record, events=[one], times=[], other_sentences=[others[b] for b in sorted(others)],
                actors=[a for a in record["actors"] if a["id"] in named])
    copy["article"] = dict(record["article"], id=name, url=None, sha256=name)
    return copy


def merged_clusters(program, records, folder):
    path = pathlib.Path(folder, "topic.jsonl")
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    graph = json.loads(run(program, "merge", str(path), "--format", "json"))
    return {member[0]: event["key"] for event in graph["events"] for member in event["members"]}


def topic_groups(program, folder_of_topic):
    """(gold, lemma baseline, response) of a topic's mentions; the mentions that the program has an event for."""
    gold, lemma, records, own = {}, {}, [], set()
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(folder_of_topic.glob("*.xml")):
            article = Article(path)
            if not article.mentions:
                continue
            record, lemmas, spans, heads = read(program, article, folder)
            for m, anchors in sorted(article.mentions.items()):
                name = f"{article.name}:{m}"
                head = head_of(anchors, article, heads)
                gold[name], lemma[name] = article.cluster[m], lemmas[head]
                begin, end = spans[head]
                event = event_at(record, begin, end)
                if event:
                    own.add(name)
                records.append(record_of_mention(record, event, article.words[head], begin, end, name))
        response = merged_clusters(program, records, folder)
    return gold, lemma, response, own


def without_singletons(gold, response, kept):
    """Own events: mentions found, and of those the ones that share a cluster on either side."""
    gold = {m: c for m, c in gold.items() if m in kept}
    response = {m: response[m] for m in gold}
    many = [{c for c, n in Counter(a.values()).items() if n > 1} for a in (gold, response)]
    paired = [m for m in gold if gold[m] in many[0] or response[m] in many[1]]
    return {m: gold[m] for m in paired}, {m: response[m] for m in paired}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--program", default="build/release/dateline")
    parser.add_argument("--topics", type=int, nargs="*", help="only these")
    args = parser.parse_args()
    found = sorted((p for p in args.corpus.iterdir() if p.is_dir()), key=lambda p: int(p.name))
    topics = [topic_groups(args.program, p) for p in found if not args.topics or int(p.name) in args.topics]
    print(f"{len(topics)} topics, {sum(len(t[0]) for t in topics)} event mentions "
          f"(an event of the program's own for {sum(len(t[3]) for t in topics)})")
    print_scores("lemma baseline", [(gold, lemma) for gold, lemma, _, _ in topics])
    print_scores("dateline", [(gold, response) for gold, _, response, _ in topics])
    print_scores("own events, no singletons", [without_singletons(gold, response, own)
                                               for gold, _, response, own in topics])


if __name__ == "__main__":
    main()
