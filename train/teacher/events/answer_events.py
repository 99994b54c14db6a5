#!/usr/bin/env python3
"""Writes what the teacher of events reads in reports that nobody annotated.

    answer_events.py MPNET TEACHER.pt QUESTIONS.jsonl TEXT_FOLDER OUT_FOLDER [gold|record] [threshold=0.5]

gold: X.gold.json as the annotation has it (../shared/gold/GUIDELINES.md), for train_events; record: X.json, for
score_events.py. An event is a word whose share of "no event" is below 1 - threshold.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import torch

import questions
from event_teacher import EventTeacher
from model import Input, Pieces
from reports import FIGURES, MODALITIES, ROLES, TYPES, read_reports
from teach_events import LONGEST, length_of

TABLE = 1.5  # nats for the type that the trigger table gives: it knows words that the annotation has too seldom


def batches_of(reports, pieces):
    batch = []
    for r in sorted(reports, key=lambda r: length_of(r, pieces)):
        if length_of(r, pieces) > LONGEST:
            print(f"{r.name}: too long, left out", file=sys.stderr)
            continue
        if batch and (len(batch) + 1) * length_of(r, pieces) > 6000:
            yield batch
            batch = []
        batch.append(r)
    if batch:
        yield batch


def with_none(scores):
    return torch.cat([torch.zeros(*scores.shape[:-1], 1), scores], -1).log_softmax(-1)


def groups_of(model, states, report, triggers):
    """Each trigger joins the earlier one that is most likely the same event, or begins an event."""
    group = list(range(len(triggers)))
    if len(triggers) > 1:
        scores = questions.same_scores(model, states, report, triggers)
        for i in range(1, len(triggers)):
            best = int(scores[i, :i].argmax())
            if scores[i, best] > 0:
                group[i] = group[best]
    return [[i for i in range(len(triggers)) if group[i] == g] for g in sorted(set(group))]


def event_of(report, members, kinds, answers):
    """One event of several triggers: the mean of what each says."""
    mean = lambda name: answers[name][members].mean(0) if answers.get(name) is not None else None
    event = {"type": TYPES[int(kinds[members].mean(0)[1:].argmax())], "modality": MODALITIES[int(mean("modality").argmax())],
             "core": bool(answers["core"][members].max() > 0), "entities": [], "time": None, "place": None, "figures": []}
    role = mean("role")
    if role is not None:
        for e, scores in enumerate(role):
            best = int(scores.argmax())
            if best:
                event["entities"].append((e, ROLES[best - 1], float(scores[best])))
    time, place = mean("time"), mean("place")
    if time is not None and int(time.argmax()):
        event["time"] = int(time.argmax()) - 1
    if place is not None and int(place.argmax()):
        event["place"] = report.places[int(place.argmax()) - 1]
    if answers.get("figure") is not None:
        for f, scores in enumerate(answers["figure"][members].max(0).values):
            if int(scores.argmax()) and report.figures[f]["value"] is not None:
                event["figures"].append((f, FIGURES[int(scores.argmax()) - 1]))
    return event


def events_of(model, states, report, threshold):
    at = torch.tensor(report.candidates)
    kinds = model.trigger(states[at]).log_softmax(-1)
    for i, type_ in enumerate(report.tables):
        if type_ is not None:
            kinds[i, 1 + type_] += TABLE
    chosen = [i for i in range(len(at)) if float(kinds[i, 0].exp()) < 1 - threshold]
    if not chosen:
        return []
    triggers = [(report.candidates[i], int(kinds[i, 1:].argmax())) for i in chosen]
    words = at[chosen]
    answers = {"modality": model.modality(states[words]).log_softmax(-1), "core": model.core(states[words])[:, 0]}
    if report.mentions:
        answers["role"] = with_none(questions.role_scores(model, states, report, triggers))
    if report.times:
        answers["time"] = with_none(questions.time_scores(model, states, report, triggers))
    if report.places:
        answers["place"] = with_none(questions.place_scores(model, states, report, triggers))
    if report.figures:
        answers["figure"] = questions.figure_scores(model, states, report, triggers).log_softmax(-1)
    found = []
    for members in groups_of(model, states, report, triggers):
        event = event_of(report, members, kinds[chosen], answers)
        event["words"] = [triggers[i][0] for i in members]
        found.append(event)
    return found


def as_gold(report, events):
    actors = {f"e{i}": {"name": e["name"], "kind": e["kind"], "aliases": e["aliases"]} for i, e in enumerate(report.entities)}
    told = []
    for e in events:
        told.append({
            "type": e["type"], "modality": e["modality"], "core": e["core"],
            "triggers": [report.bytes_of((w, w + 1)) for w in e["words"]],
            "participants": [{"role": role, "actor": f"e{i}"} for i, role, _ in e["entities"]],
            "date_span": None if e["time"] is None else report.bytes_of(report.times[e["time"]]),
            "place": None if e["place"] is None else report.bytes_of(report.mentions[e["place"]]["words"])["text"],
            "figures": [{"kind": kind, "value": report.figures[f]["value"]} for f, kind in e["figures"]],
        })
    return {"text": report.name + ".txt", "published": None, "published_in_text": False, "actors": actors, "events": told}


def as_record(report, events):
    gold = as_gold(report, events)
    for e, told in zip(events, gold["events"]):
        told["sentences"] = [report.bytes_of(report.sentences[s]) for s in sorted({report.sentence_of[w] for w in e["words"]})]
        told["when"] = {"span": told.pop("date_span"), "first_day": "2000-01-01"} if e["time"] is not None else None
        told["place"] = {"name": told["place"]} if told["place"] else None
    return {"article": {}, "actors": [{"id": i, **a} for i, a in gold["actors"].items()], "events": gold["events"]}


def main():
    mpnet, weights, file, folder, out = sys.argv[1:6]
    form = sys.argv[6] if len(sys.argv) > 6 else "gold"
    threshold = float(sys.argv[7].split("=")[1]) if len(sys.argv) > 7 else 0.5
    torch.set_num_threads(2)
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(mpnet)
    model = EventTeacher(mpnet)
    model.load_state_dict(torch.load(weights)["weights"])
    model.eval()
    count = 0
    for batch in batches_of(read_reports(file, folder), pieces):
        with torch.no_grad():
            with torch.autocast("cpu", torch.bfloat16):
                encoded = model.encoded(Input([r.words for r in batch], pieces))
            for report, states in zip(batch, model.states(encoded)):
                events = events_of(model, states, report, threshold)
                told = as_gold(report, events) if form == "gold" else as_record(report, events)
                suffix = ".gold.json" if form == "gold" else ".json"
                (out / (report.name + suffix)).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
                count += len(events)
    print(f"{count} events")


if __name__ == "__main__":
    main()
