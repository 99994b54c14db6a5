#!/usr/bin/env python3
"""How many of the gold participants some actor of the article's record stands for, by name.

    bench/actor_coverage.py ../shared/gold/voa/dev --program build/release/dateline [--missing]

A gold participant (an actor of an article that takes part in an event, once an article) is covered if the name or an alias
of an actor of the record is one of its names, case folded, as score_events.py compares. So this is the most that the
participants of events can reach. With --missing: those not covered, by kind, with the actor whose words come nearest.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections import Counter


def record_of(program, text, published):
    options = ["--published", published] if published else []
    done = subprocess.run([program, "extract", "--format", "json", *options, str(text)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{text}: {done.stderr.decode()[:500]}")
    return json.loads(done.stdout)[0]


def names_of(actor):
    return {n.casefold() for n in [actor["name"], *actor.get("aliases", [])]}


def nearest(wanted, actors):
    """The actor that shares most words with the names wanted."""
    words = {w for n in wanted for w in n.split()} - {"the", "of", "a"}
    best = max(actors, key=lambda a: len(words & {w for n in names_of(a) for w in n.split()}), default=None)
    return best["name"] if best and words & {w for n in names_of(best) for w in n.split()} else "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--program", default="build/release/dateline")
    parser.add_argument("--missing", action="store_true")
    args = parser.parse_args()
    met, of_kind, missing = Counter(), Counter(), []
    for path in sorted(args.gold.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        record = record_of(args.program, path.parent / gold["text"], gold.get("published"))
        for actor in {p["actor"] for e in gold["events"] for p in e["participants"]}:
            wanted = names_of(gold["actors"][actor])
            kind = gold["actors"][actor]["kind"]
            of_kind[kind] += 1
            if any(wanted & names_of(a) for a in record["actors"]):
                met[kind] += 1
            else:
                missing.append((kind, gold["actors"][actor]["name"], nearest(wanted, record["actors"]), path.name))
    for kind in sorted(of_kind):
        print(f"{kind:14}{met[kind]:5} of {of_kind[kind]:5}  {100 * met[kind] / of_kind[kind]:5.1f} %")
    print(f"{'all':14}{met.total():5} of {of_kind.total():5}  {100 * met.total() / max(1, of_kind.total()):5.1f} %")
    if args.missing:
        for kind, name, near, file in sorted(missing):
            print(f"{kind:14}{name:44}{near:44}{file}")


if __name__ == "__main__":
    main()
