#!/usr/bin/env python3
"""Fine-tunes the teacher on the corpora of docs/models.md.

    teach.py MPNET DATA OUT.pt [epochs=2] [stop=STEPS] [seed=1] [rate=6e-5] [warm=150] [from=OTHER.pt]

MPNET is the folder all-mpnet-base-v2. The rate goes up in a straight line and down to nothing at the last step of all
epochs; `stop` ends sooner. `from` goes on with the weights of an earlier run. Random choices are seeded; sums of bfloat16
depend on the machine's kernels and the number of threads.
"""

import random
import sys
import time

import torch
from torch.nn.functional import cross_entropy

import treebank
from model import Input, Pieces, Teacher

BATCH, POOL, GRONINGEN, LONGEST = 1200, 60, 3000, 160  # pieces, batches, sentences an epoch, words
TAGS = ["O"] + [f"{part}-{kind}" for kind in ("PER", "LOC", "ORG") for part in "BILS"]


def inventory(trees):
    """Sorted names of all UPOS, XPOS, labels and name tags."""
    return [sorted({tag for s in trees for tag in getattr(s, what)}) for what in ("upos", "xpos", "labels")] + [TAGS]


def batches_of(sentences, pieces, chance):
    """Sentences of like length together, batches in random order."""
    order = [s for s in sentences if len(s.words) <= LONGEST]
    chance.shuffle(order)
    length = {id(s): sum(len(pieces.of(w)) for w in s.words) for s in order}
    out, pool, words = [], [], 0
    for i, sentence in enumerate(order):
        pool.append(sentence)
        words += len(sentence.words)
        if words < BATCH * POOL and i + 1 < len(order):
            continue
        pool.sort(key=lambda s: length[id(s)])
        batch, filled = [], 0
        for s in pool:
            batch.append(s)
            filled += length[id(s)]
            if filled >= BATCH:
                out.append(batch)
                batch, filled = [], 0
        if batch:
            out.append(batch)
        pool, words = [], 0
    chance.shuffle(out)
    return out


def places(batch, what, index):
    """Where an annotation stands: sentence, word (from 1), value."""
    found = [(s, 1 + w, index(value)) for s, sentence in enumerate(batch) if what(sentence)
             for w, value in enumerate(what(sentence))]
    return torch.tensor(found).T if found else None


def losses(model, batch, sizes, pieces):
    data = Input([s.words for s in batch], pieces)
    with torch.autocast("cpu", torch.bfloat16):
        states = model.states(data)
        total = 0
        targets = [
            (lambda s: s.upos, sizes[0], model.upos),
            (lambda s: s.xpos, sizes[1], model.xpos),
            (lambda s: s.names[0], sizes[3], model.names[0]),
            (lambda s: s.names[1], sizes[3], model.names[1]),
        ]
        for what, index, head in targets:
            at = places(batch, what, index.__getitem__)
            if at is not None:
                total = total + cross_entropy(head(states[at[0], at[1]]).float(), at[2])
        heads = places(batch, lambda s: s.heads, int)
        if heads is not None:
            arcs = model.arcs(states, data)
            total = total + cross_entropy(arcs[heads[0], heads[1]], heads[2])
            label = places(batch, lambda s: s.labels, sizes[2].__getitem__)
            total = total + cross_entropy(model.labels(states, heads[0], heads[1], heads[2]), label[2])
    return total


def accuracy(model, sentences, sizes, pieces):
    """UPOS, XPOS, heads, arcs with labels, in per cent of the words; heads chosen one by one."""
    right, words = [0] * 4, 0
    sentences = sorted((s for s in sentences if s.heads), key=lambda s: len(s.words))
    for begin in range(0, len(sentences), 40):
        batch = sentences[begin : begin + 40]
        data = Input([s.words for s in batch], pieces)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            states = model.states(data)
            upos, xpos = (places(batch, what, index.get) for what, index in
                          ((lambda s: [t if t in sizes[0] else "X" for t in s.upos], sizes[0]),
                           (lambda s: s.xpos, sizes[1])))
            gold = places(batch, lambda s: s.heads, int)
            label = places(batch, lambda s: s.labels, lambda name: sizes[2].get(name, -1))
            best = model.arcs(states, data)[gold[0], gold[1]].argmax(-1)
            labels = model.labels(states, gold[0], gold[1], best).argmax(-1)
            where = states[gold[0], gold[1]]
            right[0] += int((model.upos(where).argmax(-1) == upos[2]).sum())
            right[1] += int((model.xpos(where).argmax(-1) == xpos[2]).sum())
            right[2] += int((best == gold[2]).sum())
            right[3] += int(((best == gold[2]) & (labels == label[2])).sum())
            words += len(best)
    return " ".join(f"{100 * r / words:.2f}" for r in right)


def read_settings():
    settings = {"epochs": 2, "stop": 10**9, "seed": 1, "rate": 6e-5, "warm": 150, "from": ""}
    for argument in sys.argv[4:]:
        key, value = argument.split("=", 1)
        settings[key] = type(settings[key])(value)
    return sys.argv[1:4], settings


def learn(model, plan, sizes, pieces, settings):
    steps, warm, peak = min(len(plan), settings["stop"]), settings["warm"], settings["rate"]
    last = min(len(plan), steps if settings["from"] else len(plan))
    groups = [{"params": model.body_parameters(), "lr": peak}, {"params": model.head_parameters(), "lr": 25 * peak}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(adam, lambda t: max(0, min(t / warm, (last - t) / (last - warm))))
    start, mean = time.time(), 0.0
    model.train()
    for step, batch in enumerate(plan[:steps]):
        loss = losses(model, batch, sizes, pieces)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()
        adam.zero_grad(set_to_none=False)
        rate.step()
        mean += (float(loss.detach()) - mean) * (0.02 if step > 50 else 0.2)
        if step % 50 == 49:
            print(f"{step + 1}/{steps} loss {mean:.3f} {time.time() - start:.0f} s", flush=True)


def main():
    (mpnet, data, out), settings = read_settings()
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(2)
    chance = random.Random(settings["seed"])
    (trees, wikigold, groningen), (ewt_dev, gum_dev, _) = treebank.read_all(data)
    names = inventory(trees)
    sizes = [{name: i for i, name in enumerate(list_)} for list_ in names]
    pieces = Pieces(mpnet)
    model = Teacher(mpnet, [len(list_) for list_ in names])
    if settings["from"]:
        model.load_state_dict(torch.load(settings["from"])["weights"])
    plan = [batch for _ in range(settings["epochs"])
            for batch in batches_of(trees + wikigold + chance.sample(groningen, GRONINGEN), pieces, chance)]
    learn(model, plan, sizes, pieces, settings)
    torch.save({"weights": model.state_dict(), "names": names}, out)
    model.eval()
    for name, sentences in (("EWT", ewt_dev), ("GUM", gum_dev)):
        print(f"{name} dev", accuracy(model, sentences, sizes, pieces), flush=True)


if __name__ == "__main__":
    main()
