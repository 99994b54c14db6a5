#!/usr/bin/env python3
"""Events measured on annotation that is not our own:

    python3 bench/score_outside.py timelines  ../shared --program build/release/dateline
    python3 bench/score_outside.py event_time ../shared --program build/release/dateline
    python3 bench/score_outside.py factuality ../shared --program build/release/dateline

timelines: SemEval-2015 task 4, trial, from raw text, scored by ../shared/tools/score_timeline.py.
event_time: events of timeline/event_time that happened on a single day: found (a trigger overlaps), dated, on the right day.
factuality: srl/uds_factuality over EWT dev: does a predicate that is found as an event have the right answer to "did it
happen" (a score above 0; scores of exactly 0 are left out)?
"""

import argparse
import bisect
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET


def extracted(program, file, *options):
    done = subprocess.run([program, "extract", "--format", "json", "--clean", "none", "--language", "en", *options, str(file)],
                          capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} extract {file}: exit {done.returncode}: {done.stderr.decode()[:500]}")
    read = json.loads(done.stdout)
    return read[0] if isinstance(read, list) else read


def timelines(shared, program, folder):
    trial = shared / "data/timeline/semeval2015_trial"
    corpus = next(p for p in trial.iterdir() if list(p.glob("*.xml")))
    gold = next(p for p in sorted(trial.rglob("*")) if p.is_dir() and list(p.glob("*.txt")) and not list(p.glob("*.xml")))
    score = [sys.executable, str(shared / "tools/score_timeline.py")]
    subprocess.run([*score, "texts", str(corpus), str(folder / "texts")], check=True, stdout=subprocess.DEVNULL)
    (folder / "events").mkdir()
    for text in sorted((folder / "texts").glob("*.txt")):
        (folder / "events" / f"{text.stem}.json").write_text(json.dumps(extracted(program, text)), encoding="utf-8")
    subprocess.run([*score, "build", str(folder / "texts"), str(folder / "events"), str(gold), str(folder / "out")], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([*score, "score", str(gold), str(folder / "out")], check=True)


def timeml_text(file):
    """The text of a TimeML document and the bytes of each of its events."""
    text, spans = "", {}

    def walk(element):
        nonlocal text
        begin = len(text.encode())
        text += element.text or ""
        for child in element:
            walk(child)
            text += child.tail or ""
        if element.tag == "EVENT":
            spans[element.get("eid")] = (begin, len(text.encode()))

    walk(ET.parse(file).getroot().find("TEXT"))
    return text, spans


def single_days(shared):
    """Document -> {event: day}."""
    found = collections.defaultdict(dict)
    for line in (shared / "data/timeline/event_time/event-times_normalized.tab").read_text().splitlines():
        cell = line.split("\t")
        if len(cell) >= 8 and re.fullmatch(r"\d{4}-\d\d-\d\d", cell[7]):
            found[cell[0]][cell[4]] = cell[7]
    return found


def event_time(shared, program, folder):
    created = dict(line.split("\t")[:2] for line in (shared / "data/timeline/event_time/dct.txt").read_text().splitlines() if line)
    count = collections.Counter()
    for document, days in single_days(shared).items():
        text, spans = timeml_text(shared / f"data/timex/tempeval3-train/TimeBank/{document}.tml")
        file = folder / f"{document}.txt"
        file.write_text(text, encoding="utf-8")
        events = extracted(program, file, "--published", created[document].strip()[:10])["events"]
        for event, day in days.items():
            if event not in spans:
                continue
            begin, end = spans[event]
            hit = [e for e in events if any(t["begin"] < end and begin < t["end"] for t in e["triggers"])]
            when = (hit[0].get("when") or {}) if hit else {}
            count.update(all=1, found=bool(hit), dated=bool(when.get("first_day")),
                         right=when.get("first_day") == day == when.get("last_day"))
    print(f"{count['all']} single-day events: found {count['found']}, dated {count['dated']}, on the right day {count['right']}: "
          f"{count['right'] / count['all']:.3f} of all, {count['right'] / count['dated']:.3f} of the dated")


def predicates(shared):
    """Sentence -> [(word from 1, score)]."""
    rows = collections.defaultdict(list)
    with gzip.open(shared / "data/srl/uds_factuality.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            cell = line.rstrip("\n").split("\t")
            rows[cell[0]].append((int(cell[1]), float(cell[5])))
    return rows


def factuality(shared, program, folder):
    rows, sentence, words = predicates(shared), "", collections.defaultdict(list)
    for line in (shared / "data/ud/en_ewt-ud-dev.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            sentence = line.split("=")[1].strip()
        elif re.match(r"\d+\t", line):
            words[sentence].append(line.split("\t")[1])
    text, spans = b"", {}
    for name in (n for n in words if n in rows):
        text += b"\n\n" if text else b""
        for i, word in enumerate(words[name]):
            spans[name, i + 1] = (len(text), len(text) + len(word.encode()))
            text += word.encode() + b" "
    file = folder / "text.txt"
    file.write_bytes(text)
    found = sorted((t["begin"], t["end"], e["modality"]) for e in extracted(program, file)["events"] for t in e["triggers"])
    count = collections.Counter()
    for name in words:
        for word, score in rows.get(name, []):
            if score == 0:
                continue
            begin, end = spans[name, word]
            k = bisect.bisect_left(found, (begin, 0, ""))
            if k < len(found) and found[k][0] < end:
                count[score > 0, found[k][2] == "actual"] += 1
    right, total = count[True, True] + count[False, False], sum(count.values())
    print(f"{total} predicates that are events: accuracy {right / total:.3f}; 'all happened' has "
          f"{(count[True, True] + count[True, False]) / total:.3f}; told as not happened {count[False, False]} of "
          f"{count[False, False] + count[False, True]} rightly, {count[True, False]} of "
          f"{count[True, False] + count[True, True]} wrongly")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure", choices=["timelines", "event_time", "factuality"])
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--program", required=True)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        globals()[given.measure](given.shared, given.program, pathlib.Path(folder))


if __name__ == "__main__":
    main()
