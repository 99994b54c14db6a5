#!/usr/bin/env python3
"""How `dateline diff` takes edits of which people say what they change.

    python3 bench/score_revisions.py ../shared/data/revisions/wikinews.jsonl --program build/release/dateline [--show KIND]

The file holds pairs of revisions with labelled edits (IteraTeR). Of pairs all of whose edits are labelled fluency,
clarity or coherence, no event may be reported as added, removed or changed (silent); of pairs with a meaning-changed
edit, some should be (reported; beside it the share with a change of an event or an actor). Pairs with a label of style or others only count for neither. `--show silent|reported|missed`
prints the edits and the diff of the pairs: those that should be silent and are not, those reported, those missed.
`--netku FOLDER` instead takes the pairs of revisions/netku (val_text.txt.src and .tgt, one article a line) and counts
what is reported.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

SILENT = {"fluency", "clarity", "coherence"}


def diff_of(program, before, after, form):
    """What the program says of two texts: JSON (parsed) or text."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in (("before.txt", before), ("after.txt", after)):
            path = pathlib.Path(folder, name)
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        command = [program, "diff", *paths, "--language", "en", "--input-format", "txt", "--format", form]
        done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.decode()}")
    text = done.stdout.decode()
    return json.loads(text) if form == "json" else text


def counts_of(diff):
    """What a diff reports of events, by kind of change; of changed ones, by field."""
    events = diff["events"]
    counts = Counter(added=len(events["added"]), removed=len(events["removed"]), changed=len(events["changed"]))
    for change in events["changed"]:
        counts.update("changed: " + field for field in change["fields"])
    return +counts


def kind_of(pair):
    labels = {edit["major_intent"] for edit in pair["edit_actions"]}
    if "meaning-changed" in labels:
        return "meaning"
    return "silent" if labels <= SILENT else "neither"


def show(number, pair, text):
    print(f"=== pair {number} (doc {pair['doc_id']})")
    for edit in pair["edit_actions"]:
        print(f"  {edit['major_intent']}: {edit['before']!r} -> {edit['after']!r}")
    print(text)


def score_wikinews(args):
    seen, reported, with_actors, fields = Counter(), Counter(), Counter(), {"meaning": Counter(), "silent": Counter(), "neither": Counter()}
    for number, line in enumerate(args.pairs.read_text(encoding="utf-8").splitlines()):
        pair = json.loads(line)
        kind = kind_of(pair)
        texts = (pair["before_revision"], pair["after_revision"])
        diff = diff_of(args.program, *texts, "json")
        counts = counts_of(diff)
        seen[kind] += 1
        reported[kind] += bool(counts)
        with_actors[kind] += any(d[how] for d in (diff["events"], diff["actors"]) for how in ("added", "removed", "changed"))
        fields[kind].update(counts)
        wanted = {"silent": kind == "silent" and counts, "reported": kind == "meaning" and counts,
                  "missed": kind == "meaning" and not counts}
        if args.show and wanted[args.show]:
            show(number, pair, diff_of(args.program, *texts, "text"))
    quiet = seen["silent"] - reported["silent"]
    print(f"pairs without a change of meaning: silent about events in {quiet} of {seen['silent']} "
          f"({100 * quiet / seen['silent']:.1f} %)")
    print(f"pairs with one: reported in {reported['meaning']} of {seen['meaning']} "
          f"({100 * reported['meaning'] / seen['meaning']:.1f} %), of an event or an actor in {with_actors['meaning']} "
          f"({100 * with_actors['meaning'] / seen['meaning']:.1f} %)")
    for kind in ("silent", "meaning"):
        print(f"{kind}: " + ", ".join(f"{name} {n}" for name, n in sorted(fields[kind].items())))


def article_of(line):
    return line.replace("\\c\\c", "\n\n").replace("\\'", "'")


def score_netku(args):
    sides = [(args.netku / f"val_text.txt.{end}").read_text(encoding="utf-8").split("\n") for end in ("src", "tgt")]
    total, with_added = Counter(), 0
    for before, after in zip(*sides):
        if not before and not after:
            continue
        counts = counts_of(diff_of(args.program, article_of(before), article_of(after), "json"))
        total.update(counts, pairs=1)
        with_added += counts["added"] > 0
    print(f"{total.pop('pairs')} pairs; events added in {with_added}; "
          + ", ".join(f"{name} {n}" for name, n in sorted(total.items())))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=pathlib.Path, nargs="?")
    parser.add_argument("--netku", type=pathlib.Path)
    parser.add_argument("--program", default="build/release/dateline")
    parser.add_argument("--show", choices=["silent", "reported", "missed"])
    args = parser.parse_args()
    if args.netku:
        score_netku(args)
    elif args.pairs:
        score_wikinews(args)
    else:
        parser.error("give a file of pairs or --netku FOLDER")


if __name__ == "__main__":
    main()
