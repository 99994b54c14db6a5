#!/usr/bin/env python3
"""How well actors are told to be one across articles: B3 (with MUC and CEAFe) over gold mentions.

    python3 bench/score_actors.py gold ../shared/gold --program build/release/dateline
    python3 bench/score_actors.py ecbplus ../shared/data/crossdoc/ecbplus --program build/release/dateline

gold: the articles of ../shared/gold that share `global` events. One id means one actor in all of them. Scored twice: the gold
actors as records (what identity alone does), and the program's own actors, each gold actor standing for the own actor that
has one of its names (found ones only). All articles of the folder are merged.
ecbplus: the human participants (HUMAN_PART...) of annotated sentences, a topic at a time. Each gold mention stands for the
program's actor that has a mention with its last word; one without is alone, as it would be in a graph. `--found` leaves
those out.
`--merges FILE` writes the actors that stand in several articles, with the names and roles that each has there, to read by
eye.
"""

import argparse
import json
import pathlib
import tempfile

from coreference import print_scores
from score_crossdoc import Article, read
from score_global import extracted, gold_record, run


def merged_actors(program, records):
    """{(article, actor id): key} of all actors in the graph of the records."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "records.jsonl")
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        graph = json.loads(run(program, "merge", str(path), "--format", "json"))
    return {(m[0], m[1]): actor["key"] for actor in graph["actors"] for m in actor["members"]}


def write_merges(path, records, keys):
    """One block an actor that stands in several articles."""
    places = {}
    for record in records:
        for actor in record["actors"]:
            key = keys.get((record["article"]["id"], actor["id"]))
            if key and actor["kind"] != "country":
                places.setdefault(key, []).append((record["article"]["id"], actor))
    with open(path, "a", encoding="utf-8") as out:
        for key in sorted(places):
            if len({article for article, _ in places[key]}) > 1:
                for article, a in places[key]:
                    out.write(f"{key}\t{a['name']}\t{a['kind']}\t{a['role'] or '-'}\t{a['country'] or '-'}\t"
                              f"{'; '.join(a['aliases'])[:80]}\t{article[:40]}\n")
                out.write("\n")


def articles_that_share(golds):
    """Articles with a common `global` id, and those with one in common with these: {name: group}."""
    group = {name: name for name in golds}

    def top(name):
        while group[name] != name:
            name = group[name]
        return name

    first = {}
    for name in sorted(golds):
        for event in golds[name]["events"]:
            if event.get("global"):
                group[top(name)] = top(first.setdefault(event["global"], name))
    tops = {name: top(name) for name in golds}
    return {name: t for name, t in tops.items() if list(tops.values()).count(t) > 1}


def own_actor(record, gold_actor):
    wanted = {n.casefold() for n in [gold_actor["name"], *gold_actor.get("aliases", [])]}
    for actor in record["actors"]:
        if wanted & {n.casefold() for n in [actor["name"], *actor["aliases"]]}:
            return actor["id"]
    return None


def score_gold(args):
    golds, gold_records, own_records, own = {}, [], [], {}
    for path in sorted(args.folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        golds[name] = json.loads(path.read_text(encoding="utf-8"))
        own[name] = extracted(args.program, path.parent / golds[name]["text"], golds[name].get("published"), name)
        own_records.append(own[name])
        gold_records.append(gold_record(golds[name], own[name], name))
    groups = articles_that_share(golds)
    key = {(name, actor): (groups[name], actor) for name in groups for actor in golds[name]["actors"]}
    of_gold, of_own = merged_actors(args.program, gold_records), merged_actors(args.program, own_records)
    found = {(name, actor): own_actor(own[name], golds[name]["actors"][actor]) for name, actor in key}
    response = {m: of_own[m[0], a] for m, a in found.items() if a}
    print(f"{len(groups)} articles, {len(key)} actors, {len(response)} found")
    print_scores("gold actors", [(key, {m: of_gold[m] for m in key})])
    print_scores("own actors", [({m: key[m] for m in response}, response)])
    if args.merges:
        write_merges(args.merges, own_records, of_own)


class People(Article):
    """The human participants of an article."""

    def __init__(self, path):
        super().__init__(path)
        import xml.etree.ElementTree as ET
        markables = {m.get("m_id"): m for m in ET.parse(path).getroot().find("Markables")}
        self.people = {}
        for name, markable in markables.items():
            anchors = [a.get("t_id") for a in markable.iter("token_anchor")]
            if anchors and markable.tag.startswith("HUMAN_PART"):
                self.people[name] = anchors
                self.cluster.setdefault(name, f"{self.name}:{name}")


def actor_at(record, begin, end):
    """The actor with the shortest mention over these bytes."""
    over = [(m["end"] - m["begin"], a["id"]) for a in record["actors"] for m in a["mentions"]
            if m["begin"] < end and begin < m["end"]]
    return min(over)[1] if over else None


def score_topic(args, folder_of_topic):
    key, actor_of, records = {}, {}, []
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(folder_of_topic.glob("*.xml")):
            article = People(path)
            record, _, spans, _ = read(args.program, article, folder)
            record["article"].update(id=article.name, url=None, sha256=article.name)
            records.append(record)
            for name, anchors in article.people.items():
                mention = (article.name, name)
                key[mention] = article.cluster[name]
                actor = actor_at(record, *spans[anchors[-1]])
                if actor:
                    actor_of[mention] = (article.name, actor)
    keys = merged_actors(args.program, records)
    if args.merges:
        write_merges(args.merges, records, keys)
    response = {m: keys.get(actor_of.get(m), f"alone {m}") for m in key if m in actor_of or not args.found}
    return {m: key[m] for m in response}, response, len(actor_of)


def score_ecbplus(args):
    topics = sorted((p for p in args.folder.iterdir() if p.is_dir()), key=lambda p: int(p.name))
    groups = [score_topic(args, p) for p in topics if not args.topics or int(p.name) in args.topics]
    print(f"{len(groups)} topics, {sum(len(g[0]) for g in groups)} mentions, an actor for {sum(g[2] for g in groups)}")
    print_scores("human participants", [(g[0], g[1]) for g in groups])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "ecbplus"))
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--program", default="build/release/dateline")
    parser.add_argument("--topics", type=int, nargs="*", help="only these, of ECB+")
    parser.add_argument("--found", action="store_true")
    parser.add_argument("--merges")
    args = parser.parse_args()
    score_gold(args) if args.what == "gold" else score_ecbplus(args)


if __name__ == "__main__":
    main()
