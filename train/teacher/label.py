#!/usr/bin/env python3
"""Lets the teacher read sentences and keeps its best guesses with their weights.

    label.py MPNET TEACHER.pt DATA EXTRA OUT

DATA holds the corpora that teach.py learned; EXTRA has a sentence a line, words parted by blanks. OUT begins with the
treebanks, then Wikigold, the Groningen Meaning Bank without its last twentieth (every other sentence is read), and EXTRA
(train/core/guesses.hpp tells the form).
"""

import multiprocessing
import struct
import sys
import time

import torch

import treebank
from model import Input, Pieces, Teacher

BATCH, LONGEST = 3000, 200  # pieces, words


def kept(scores, count):
    """The best of each row: indices and weights of 255 parts."""
    weight, index = torch.softmax(scores.float(), -1).topk(min(count, scores.shape[-1]))
    weight = (weight * 255).round().to(torch.int64)
    pad = (0, count - weight.shape[-1])
    both = torch.stack([torch.nn.functional.pad(index, pad), torch.nn.functional.pad(weight, pad)], -1)
    return both.flatten(1)  # index, weight, index, weight, ...


def guess(model, sentences, pieces):
    """A row of bytes a word, for each sentence."""
    data = Input([s.words for s in sentences], pieces)
    data.mean = data.mean.to(torch.bfloat16)
    states = model.states(data)
    sentence, word = data.is_word.nonzero(as_tuple=True)
    here = states[sentence, word]
    arcs = model.arcs(states, data)[sentence, word]
    best = arcs.argmax(-1)
    begin = 0
    for s in sentences:  # relations below the right head where it is known
        if s.heads:
            best[begin : begin + len(s.words)] = torch.tensor(s.heads)
        begin += len(s.words)
    labels = model.labels(states, sentence, word, best)
    rows = torch.cat([kept(model.upos(here), 3), kept(model.xpos(here), 3), kept(arcs, 4), kept(labels, 4),
                      kept(model.names[0](here), 3), kept(model.names[1](here), 3)], 1)
    rows = rows.clamp(max=255).to(torch.uint8)
    return rows.split([len(s.words) for s in sentences])


def write_words(out, sentence, rows):
    out.write(struct.pack("<H", len(sentence.words)))
    for i, word in enumerate(sentence.words):
        spelled = word.encode()[:255]
        out.write(bytes([len(spelled)]) + spelled + rows[40 * i : 40 * i + 40])


def batches_of(sentences, length, left_out):
    """Indices of sentences that are read together, longest first."""
    order = sorted((i for i, s in enumerate(sentences) if len(s.words) <= LONGEST and i not in left_out),
                   key=lambda i: length[i])
    out = []
    while order:
        batch, width = [], length[order[-1]]
        while order and (len(batch) + 1) * width <= max(BATCH, width):
            batch.append(order.pop())
        out.append(batch)
    return out


def read(batch):
    """In a process of its own, which has copies of the global values."""
    with torch.inference_mode():
        return [rows.numpy().tobytes() for rows in guess(model, [sentences[i] for i in batch], pieces)]


def main():
    global model, sentences, pieces
    mpnet, weights, data, extra, path = sys.argv[1:6]
    torch.set_num_threads(1)
    saved = torch.load(weights)
    model = Teacher(mpnet, [len(list_) for list_ in saved["names"]])
    model.load_state_dict(saved["weights"])
    model = model.to(torch.bfloat16).eval()
    pieces = Pieces(mpnet)
    (trees, wikigold, groningen), _ = treebank.read_all(data)
    with open(extra, encoding="utf-8") as lines:
        others = [treebank.Sentence(line.split()) for line in lines]
    sentences = trees + wikigold + groningen + others
    length = [sum(len(pieces.of(w)) for w in s.words) for s in sentences]
    first = len(trees) + len(wikigold)
    batches = batches_of(sentences, length, set(range(first, first + len(groningen), 2)))
    found, start = {}, time.time()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        for done, (batch, guessed) in enumerate(zip(batches, pool.imap(read, batches))):
            found.update(zip(batch, guessed))
            if done % 100 == 0:
                print(f"{done} of {len(batches)} batches, {len(found)} sentences, {time.time() - start:.0f} s", flush=True)
    with open(path, "wb") as out:
        out.write(b"guesses 1\n")
        for names in saved["names"]:
            out.write(" ".join(names).encode() + b"\n")
        for i, sentence in enumerate(sentences):
            if i in found:
                write_words(out, sentence, found[i])
            else:
                out.write(struct.pack("<H", 0))  # left out
    print(f"{len(found)} sentences, {time.time() - start:.0f} s")


if __name__ == "__main__":
    main()
