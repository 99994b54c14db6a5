#!/usr/bin/env python3
"""Lists inflected words that train_lemmas learns from besides the treebanks: form, tag, lemma, parted by tabs.

    list_inflections.py LEMMA_LU.csv.gz WORDS.tsv > inflections.tsv

LEMMA_LU.csv.gz: the look-up table of the PyPI package lemminflect 0.2.3 (MIT; from the SPECIALIST Lexicon of the U.S.
National Library of Medicine). WORDS.tsv: extract/data/en/words.tsv, which decides between lemmas that share a form.
"""
import gzip
import sys


VERBS = ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]
NOUNS = ["NN", "NNS"]


def tags(form, upos, lemma):
    """Where a tagger errs among the tags of a verb or noun, its form still tells the lemma."""
    best = form.endswith("st")
    if upos == "verb":
        return VERBS
    if upos == "noun":
        return NOUNS
    if lemma == form:
        return []
    return {"adj": ["JJS" if best else "JJR"], "adv": ["RBS" if best else "RBR"]}.get(upos, [])


known = {line.split("\t")[0] for line in open(sys.argv[2], encoding="utf-8")}
for line in gzip.open(sys.argv[1], "rt", encoding="utf-8"):
    form, upos, lemmas = line.rstrip("\n").split(",")
    if form.lower() != form or len(form) < 3:
        continue
    lemmas = [lemma for lemma in lemmas.split("/") if lemma == lemma.lower()]
    common = [lemma for lemma in lemmas if lemma in known]
    if len(lemmas) > 1 and len(common) != 1 and form not in known:
        continue
    lemma = (common or lemmas or [None])[0] if len(common) == 1 or len(lemmas) == 1 else (lemmas or [None])[0]
    if lemma:
        for tag in tags(form, upos, lemma):
            print(form, tag, lemma, sep="\t")
