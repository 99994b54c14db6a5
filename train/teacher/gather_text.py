#!/usr/bin/env python3
"""Raw sentences for the teacher to read: a sentence a line, words parted by blanks, none twice.

    gather_text.py SHARED_DATA DATA > EXTRA

From the examples of PropBank's frames, the Broad Twitter Corpus and CrossNER's politics (without their annotation). What
stands in the development treebanks is left out.
"""

import csv
import gzip
import os
import sys

import treebank


def candidates(shared):
    with gzip.open(f"{shared}/srl/frame_examples.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for row in rows:
            yield row[1].split()
    files = [f"{shared}/ner/broad_twitter/{name}.conll" for name in "abefgh"]
    for path in files + [f"{shared}/ner/crossner_politics-{part}.txt" for part in ("train", "dev")]:
        if os.path.exists(path):
            for block in treebank.blocks(path):
                yield [line.split("\t")[0].split(" ")[0] for line in block]


def main():
    shared, data = sys.argv[1:3]
    seen = {tuple(s.words) for part in ("en_ewt", "en_gum") for s in treebank.read_trees(f"{data}/{part}-ud-dev.conllu")}
    held_out, out = len(seen), 0
    for words in candidates(shared):
        words = [w for w in words if w and not w.startswith("*")]
        if 3 <= len(words) <= 100 and tuple(words) not in seen:
            seen.add(tuple(words))
            print(" ".join(words))
            out += 1
    print(f"{out} sentences, {held_out} development sentences left out", file=sys.stderr)


if __name__ == "__main__":
    main()
