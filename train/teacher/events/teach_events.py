#!/usr/bin/env python3
"""Fine-tunes the teacher of events.

    teach_events.py MPNET QUESTIONS.jsonl GOLD_FOLDER OUT.pt [frozen=12] [epochs=3] [seed=1] [rate=2e-5] [heads=1e-3]
        [start=TREES.pt] [from=OTHER.pt]

First the heads alone, `frozen` times over all reports, then all of it. MPNET is the folder all-mpnet-base-v2, QUESTIONS what event_questions prints for GOLD_FOLDER, `start` the teacher of trees, `from` this
teacher after an earlier run.
"""

import pathlib
import random
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

import questions
from event_teacher import EventTeacher
from model import Input, Pieces
from reports import FIGURES, MODALITIES, ROLES, TYPES, read_reports

BATCH, LONGEST = 1500, 480  # pieces


def length_of(report, pieces):
    return sum(len(pieces.of(w)) for w in report.words)


def batches_of(reports, pieces, chance):
    order = [r for r in reports if length_of(r, pieces) <= LONGEST]
    chance.shuffle(order)
    out = []
    for at in range(0, len(order), 60):
        pool = sorted(order[at : at + 60], key=lambda r: length_of(r, pieces))
        batch = []
        for r in pool:
            if batch and (len(batch) + 1) * length_of(r, pieces) > BATCH:
                out.append(batch)
                batch = []
            batch.append(r)
        out.append(batch)
    chance.shuffle(out)
    return out


def marginal(scores, right):
    """Loss of choosing one of the right columns, "none" (score 0) where a row has none."""
    scores = torch.cat([torch.zeros(len(scores), 1), scores], 1)
    none = ~right.any(1, keepdim=True)
    right = torch.cat([none, right], 1)
    return (scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)).sum()


def one_hot(rows, width):
    out = torch.zeros(len(rows), width, dtype=torch.bool)
    for i, row in enumerate(rows):
        out[i, row] = True
    return out


def pair_losses(model, states, report, triggers, gold):
    total = 0
    if report.mentions:
        scores = questions.role_scores(model, states, report, triggers)
        scores = torch.cat([torch.zeros(*scores.shape[:2], 1), scores], 2)
        label = torch.zeros(scores.shape[:2], dtype=torch.long)
        for i, g in enumerate(gold):
            for entity, role in g["roles"].items():
                label[i, int(entity)] = 1 + ROLES.index(role)
        total = total + cross_entropy(scores.flatten(0, 1), label.flatten(), reduction="sum")
    if report.times:
        total = total + marginal(questions.time_scores(model, states, report, triggers),
                                 one_hot([g["times"] for g in gold], len(report.times)))
    if report.places:
        index = {m["index"]: i for i, m in enumerate(report.mentions)}
        place = {index_: p for p, index_ in enumerate(report.places)}
        rows = [[place[index[m]] for m in g["places"] if m in index and index[m] in place] for g in gold]
        total = total + marginal(questions.place_scores(model, states, report, triggers), one_hot(rows, len(report.places)))
    if report.figures:
        label = torch.zeros(len(gold), len(report.figures), dtype=torch.long)
        for i, g in enumerate(gold):
            for f, kind in g["figures"].items():
                label[i, int(f)] = 1 + FIGURES.index(kind)
        scores = questions.figure_scores(model, states, report, triggers)
        total = total + cross_entropy(scores.flatten(0, 1), label.flatten(), reduction="sum")
    if len(gold) > 1:
        scores = questions.same_scores(model, states, report, triggers)
        same = torch.tensor([[j < i and a["event"] == b["event"] for j, b in enumerate(gold)] for i, a in enumerate(gold)])
        later = torch.ones(len(gold), len(gold)).tril(-1).bool()
        total = total + marginal(scores.masked_fill(~later, -1e4), same)
    return total


def report_loss(model, report, states):
    label = torch.zeros(len(report.words), dtype=torch.long)
    for g in report.gold:
        label[g["word"]] = 1 + TYPES.index(g["type"])
    at = torch.tensor(report.candidates)
    total = cross_entropy(model.trigger(states[at]), label[at], reduction="sum")
    if not report.gold:
        return total
    words = torch.tensor([g["word"] for g in report.gold])
    triggers = [(g["word"], TYPES.index(g["type"])) for g in report.gold]
    modality = torch.tensor([MODALITIES.index(g["modality"]) for g in report.gold])
    core = torch.tensor([float(g["core"]) for g in report.gold])
    total = total + cross_entropy(model.modality(states[words]), modality, reduction="sum")
    total = total + binary_cross_entropy_with_logits(model.core(states[words])[:, 0], core, reduction="sum")
    return total + pair_losses(model, states, report, triggers, report.gold)


def losses(model, batch, encoded):
    total = sum(report_loss(model, r, model.states(e)) for r, e in zip(batch, encoded))
    return total / sum(len(r.gold) + 1 for r in batch)


def encode(model, batch, pieces):
    with torch.autocast("cpu", torch.bfloat16):
        return model.encoded(Input([r.words for r in batch], pieces))


def learn(model, plan, encoded_of, groups):
    """Adam over the batches; the rates of `groups` go up for a tenth of the steps and down to nothing."""
    warm, last = max(1, len(plan) // 10), len(plan)
    adam = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(adam, lambda t: min((t + 1) / warm, (last - t) / (last - warm)))
    start, mean = time.time(), 0.0
    for step, batch in enumerate(plan):
        loss = losses(model, batch, encoded_of(batch))
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.0)
        adam.step()
        adam.zero_grad(set_to_none=True)
        schedule.step()
        mean += (float(loss.detach()) - mean) * (0.05 if step > 20 else 0.3)
        if step % 20 == 19:
            print(f"{step + 1}/{last} loss {mean:.3f} {time.time() - start:.0f} s", flush=True)


def learn_heads(model, reports, pieces, chance, settings):
    """The heads alone, over the encoder as it is: each report is encoded once."""
    model.eval()
    known = {}
    for batch in batches_of(reports, pieces, chance):
        with torch.no_grad():
            for r, e in zip(batch, encode(model, batch, pieces)):
                known[r.name] = e[: len(r.words)].clone()
    print(f"{len(known)} reports encoded", flush=True)
    model.train()
    plan = [b for _ in range(settings["frozen"]) for b in batches_of(reports, pieces, chance)]
    learn(model, plan, lambda batch: [known[r.name] for r in batch], model.parameter_groups(0, settings["heads"])[1:])


def main():
    settings = {"epochs": 3, "frozen": 12, "seed": 1, "rate": 2e-5, "heads": 1e-3, "start": "", "from": ""}
    mpnet, file, folder, out = sys.argv[1:5]
    for argument in sys.argv[5:]:
        key, value = argument.split("=", 1)
        settings[key] = type(settings[key])(value)
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(2)
    chance = random.Random(settings["seed"])
    pieces = Pieces(mpnet)
    reports = read_reports(file, folder)
    start = torch.load(settings["start"])["weights"] if settings["start"] else None
    model = EventTeacher(mpnet, start)
    if settings["from"]:
        model.load_state_dict(torch.load(settings["from"])["weights"])
    if settings["frozen"]:
        learn_heads(model, reports, pieces, chance, settings)
    torch.save({"weights": model.state_dict()}, out)
    plan = [b for _ in range(settings["epochs"]) for b in batches_of(reports, pieces, chance)]
    if plan:
        model.train()
        learn(model, plan, lambda batch: encode(model, batch, pieces), model.parameter_groups(settings["rate"], settings["heads"] / 5))
    torch.save({"weights": model.state_dict()}, out)


if __name__ == "__main__":
    main()
