#!/usr/bin/env python3
"""Lists the sentences that train_sentences learns from: one a line, a blank line between paragraphs.

    list_sentences.py FILE... > sentences.txt       CoNLL-U files (plain or .gz), and .json files with a text and its sentences
"""
import gzip
import json
import pathlib
import sys


def from_conllu(path):
    text = (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8").read()
    for line in text.split("\n"):
        if line.startswith(("# newpar", "# newdoc")):
            print()
        elif line.startswith("# text = "):
            print(" ".join(line[9:].split()))


def from_json(path):
    article = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / article["text"]).read_bytes()
    last = 0
    for sentence in article["sentences"]:
        if b"\n\n" in text[last : sentence["begin"]]:
            print()
        print(" ".join(text[sentence["begin"] : sentence["end"]].decode("utf-8").split()))
        last = sentence["end"]
    print()


for name in sys.argv[1:]:
    path = pathlib.Path(name)
    (from_json if path.suffix == ".json" else from_conllu)(path)
