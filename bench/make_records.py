#!/usr/bin/env python3
"""Many records made by varying those of the samples, one a line, for timing `dateline merge`.

    python3 bench/make_records.py COUNT > many.jsonl         (--program build/release/dateline)

Each story is told by two or three records, as in samples/. In every story names, long words and days are others: words get an ending
of the story's own (drawn so that some names are met often and most rarely), days are moved. The same COUNT gives the same bytes.
"""

import argparse
import datetime
import json
import pathlib
import random
import re
import subprocess
import sys

SYLLABLES = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"]
WORDS = {"text", "name", "summary", "title", "aliases", "role"}  # fields that hold what an article says
DAYS = {"published", "modified", "first_day", "last_day"}
VARIED = re.compile(r"\b([A-Z][a-z]{3,}|[a-z]{7,})\b")
MARK = re.compile("\u0001([^\u0002]*)\u0002")


def ending(number):
    return "".join(SYLLABLES[int(digit)] for digit in str(number))


def marked(value, field):
    """The same JSON value with marks around all that a story varies."""
    if isinstance(value, dict):
        if "agent" in value.values() or "target" in value.values() or "other" in value.values():
            return value  # a participant
        return {name: marked(v, name) for name, v in value.items()}
    if isinstance(value, list):
        return [marked(v, field) for v in value]
    if not isinstance(value, str):
        return value
    if field in DAYS:
        return f"\u0001{value}\u0002"
    return VARIED.sub("\u0001\\1\u0002", value) if field in WORDS else value


def template_of(record):
    """The text of a record, cut: every second piece is one that a story varies."""
    record = marked(record, "")
    record["article"].update(id="\u0001#\u0002", url=None, sha256="\u0001#\u0002")
    return MARK.split(json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("\\u0001", "\u0001")
                      .replace("\\u0002", "\u0002"))


def varied(template, name, shift, names, words):
    pieces = list(template)
    for i in range(1, len(pieces), 2):
        piece = pieces[i]
        if piece == "#":
            pieces[i] = name
        elif piece[0].isdigit():
            pieces[i] = (datetime.date.fromisoformat(piece) + datetime.timedelta(days=shift)).isoformat()
        else:
            endings = names if piece[0].isupper() else words
            pieces[i] = piece + endings[sum(map(ord, piece)) % len(endings)]
    return "".join(pieces)


def stories_of(program, samples):
    stories = []
    for folder in sorted(p for p in samples.iterdir() if p.is_dir()):
        stories.append([])
        for article in sorted(folder.glob("*.html")):
            done = subprocess.run([program, "extract", str(article), "--format", "jsonl"], capture_output=True, check=True)
            stories[-1].append(template_of(json.loads(done.stdout)))
    return stories


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--program", default="build/release/dateline")
    parser.add_argument("--samples", type=pathlib.Path, default=pathlib.Path("samples"))
    args = parser.parse_args()
    stories = stories_of(args.program, args.samples)
    chance = random.Random(5)
    written = 0
    while True:
        for templates in stories:
            names = [ending(chance.randrange(1 << chance.randrange(14))) for _ in range(4)]
            words = ["", "", ending(chance.randrange(3000)), ending(chance.randrange(3000))]
            shift = chance.randrange(3000)
            for template in templates:
                if written == args.count:
                    return
                print(varied(template, f"article-{written}", shift, names, words))
                written += 1


if __name__ == "__main__":
    sys.exit(main())
