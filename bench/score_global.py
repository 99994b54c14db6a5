#!/usr/bin/env python3
"""How well events are told to be one across the articles of ../shared/gold: those with a common `global` id are.

    python3 bench/score_global.py ../shared/gold --program build/release/dateline

Twice: with the gold events made into records (what identity alone does), and with the program's own events from the raw
texts, each gold event standing for the own event that shares a trigger with it (found ones only). All articles of the
folder are merged at once. B3 of all gold events (singletons included), and of those alone that have a `global` id.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from coreference import print_scores


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} {' '.join(arguments)}: exit {done.returncode}: {done.stderr.decode()[:500]}")
    return done.stdout.decode()


def extracted(program, text, published, name):
    options = ["--published", published] if published else []
    return json.loads(run(program, "extract", "--format", "json", "--clean", "none", "--language", "en", "--id", name,
                          *options, str(text)))[0]


def sentences(record):
    every = {s["begin"]: s for e in record["events"] for s in e["sentences"]}
    every.update((s["begin"], s) for s in record.get("other_sentences", []))
    return [every[b] for b in sorted(every)]


def gold_record(gold, own, name):
    """Gold events and actors as a record with the sentences of the article."""
    every = sentences(own)
    actors = [{"id": key, "name": a["name"], "kind": a["kind"], "aliases": a.get("aliases", []), "role": None,
               "country": None, "external_ids": {}, "mentions": []} for key, a in gold["actors"].items()]
    events, used = [], set()
    for i, e in enumerate(gold["events"]):
        triggers = [{k: t[k] for k in ("begin", "end", "text")} for t in e["triggers"]]
        held = [s for s in every if any(s["begin"] <= t["begin"] < s["end"] for t in triggers)]
        used.update(s["begin"] for s in held)
        event = {"id": f"g{i}", "type": e["type"], "core": e["core"], "triggers": triggers, "sentences": held,
                 "participants": [{"actor": p["actor"], "role": p["role"]} for p in e["participants"]],
                 "place": {"actor": None, "name": e["place"], "span": {"begin": 0, "end": 0}} if e.get("place") else None,
                 "figures": [{"kind": f["kind"], "value": f["value"], "unit": f.get("unit") or "", "text": "",
                              "span": {"begin": 0, "end": 0}} for f in e.get("figures", []) if f.get("value") is not None],
                 "modality": e["modality"], "attribution": None, "summary": ""}
        if e.get("begin") and e.get("end"):
            day = e["begin"] == e["end"]
            event["when"] = {"first_day": e["begin"], "last_day": e["end"],
                             "granularity": "day" if day else "interval", "value": e["begin"], "text": "",
                             "span": {"begin": 0, "end": 0}, "basis": "expression"}
        events.append(event)
    return {"schema": "dateline/1", "article": dict(own["article"], id=name), "actors": actors, "events": events,
            "times": [], "other_sentences": [s for s in every if s["begin"] not in used]}


def merged(program, records, folder):
    path = pathlib.Path(folder, "records.jsonl")
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    graph = json.loads(run(program, "merge", str(path), "--format", "json"))
    return {tuple(member): event["key"] for event in graph["events"] for member in event["members"]}


def own_event(record, gold_event):
    """The own event that shares most triggers with the gold event; of equals the first."""
    def shared(event):
        return sum(t["begin"] < g["end"] and g["begin"] < t["end"] for t in event["triggers"] for g in gold_event["triggers"])
    best = max(record["events"], key=shared, default=None)
    return best["id"] if best and shared(best) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--program", default="build/release/dateline")
    args = parser.parse_args()
    key, named, own_of, own_records, gold_records = {}, set(), {}, [], []
    for path in sorted(args.gold.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        own = extracted(args.program, path.parent / gold["text"], gold.get("published"), name)
        own_records.append(own)
        gold_records.append(gold_record(gold, own, name))
        for i, event in enumerate(gold["events"]):
            mention = (name, f"g{i}")
            key[mention] = event.get("global") or mention
            if event.get("global"):
                named.add(mention)
            found = own_event(own, event)
            if found:
                own_of[mention] = (name, found)
    with tempfile.TemporaryDirectory() as folder:
        of_gold = merged(args.program, gold_records, folder)
        of_own = merged(args.program, own_records, folder)
    found = {m: of_own[own_of[m]] for m in own_of}
    print(f"{len(key)} gold events, {len(named)} with a global id; own events found for {len(found)} and "
          f"{len(named & found.keys())}")
    for title, response in (("gold events", of_gold), ("own events", found)):
        for kind, wanted in (("all", set(key)), ("global", named)):
            mentions = wanted & response.keys()
            print_scores(f"{title}, {kind}", [({m: key[m] for m in mentions}, {m: response[m] for m in mentions})])


if __name__ == "__main__":
    main()
