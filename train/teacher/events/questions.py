"""Scores of each question about one report, given its triggers (word, type)."""

import torch

from event_teacher import distance
from reports import KINDS


def kind_of(mention):
    return KINDS.index(mention["kind"]) if mention["kind"] in KINDS else len(KINDS)


def pairs(head, states, report, triggers, things):
    """Scores (trigger, thing, class); a thing is a word and a kind."""
    words = torch.tensor([t for t, _ in triggers])
    types = torch.tensor([k for _, k in triggers])
    others = torch.tensor([w for w, _ in things])
    kinds = torch.tensor([k for _, k in things])
    apart = torch.tensor([[distance(t, w, report.sentence_of) for w, _ in things] for t, _ in triggers])
    left = states[words][:, None].expand(-1, len(things), -1)
    right = states[others][None].expand(len(triggers), -1, -1)
    return head(left, right, apart, kinds[None].expand(len(triggers), -1), types[:, None].expand(-1, len(things)))


def role_scores(model, states, report, triggers):
    """(trigger, entity, role): the sum, in the logarithm's sense, over the entity's mentions."""
    things = [(m["head"], kind_of(m)) for m in report.mentions]
    scores = pairs(model.role, states, report, triggers, things)
    entities = torch.tensor([m["entity"] for m in report.mentions])
    out = torch.full((len(triggers), len(report.entities), scores.shape[-1]), -30.0)
    return out.scatter_reduce(1, entities[None, :, None].expand(len(triggers), -1, scores.shape[-1]), scores.exp().clamp(max=1e12),
                              "sum", include_self=False).clamp(min=1e-12).log() if len(report.entities) else out


def time_scores(model, states, report, triggers):
    return pairs(model.time, states, report, triggers, [(e - 1, len(KINDS)) for _, e in report.times])[..., 0]


def place_scores(model, states, report, triggers):
    things = [(report.mentions[i]["head"], kind_of(report.mentions[i])) for i in report.places]
    return pairs(model.place, states, report, triggers, things)[..., 0]


def figure_scores(model, states, report, triggers):
    return pairs(model.figure, states, report, triggers, [(f["words"][1] - 1, len(KINDS)) for f in report.figures])


def same_scores(model, states, report, triggers):
    """(trigger, earlier trigger)."""
    return pairs(model.same, states, report, triggers, [(t, len(KINDS)) for t, _ in triggers])[..., 0]
