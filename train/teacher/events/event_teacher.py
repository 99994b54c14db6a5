"""The teacher of events: MPNet over a whole report, with a head for each question of find_events.

Questions about pairs (a trigger and an entity, a time expression, a place, a figure, an earlier trigger) are scored by a
small network over both words' states, the event's type and how far they stand apart; "none of them" scores zero.
"""

import torch
from torch import nn
from transformers import AutoModel

from model import CASES, Input  # noqa: F401 (Input reads the words for both teachers)
from reports import FIGURES, KINDS, MODALITIES, ROLES, TYPES

WIDTH, DISTANCES = 256, 12


def distance(a, b, sentence_of):
    """Bucket of how sentence and word of `b` stand to `a`'s."""
    apart = sentence_of[b] - sentence_of[a]
    if apart == 0:
        steps = b - a
        return (0 if -3 <= steps < 0 else 1 if steps < -10 else 2 if steps < 0 else 3 if steps <= 3 else 4 if steps <= 10 else 5)
    return 6 + (0 if apart == -1 else 1 if apart == -2 else 2 if apart < -2 else 3 if apart == 1 else 4 if apart == 2 else 5)


class Pair(nn.Module):
    def __init__(self, width, classes):
        super().__init__()
        self.left, self.right = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH)
        self.apart, self.of_type = nn.Embedding(DISTANCES, WIDTH), nn.Embedding(len(TYPES) + 1, WIDTH)
        self.kind, self.drop = nn.Embedding(len(KINDS) + 1, WIDTH), nn.Dropout(0.2)
        self.multiply_left, self.multiply_right = nn.Linear(width, 128), nn.Linear(width, 128)
        self.product = nn.Linear(128, WIDTH)
        self.out = nn.Linear(WIDTH, classes)

    def forward(self, left, right, apart, kind, type_):
        product = self.product(self.multiply_left(left) * self.multiply_right(right))
        hidden = self.left(left) + self.right(right) + self.apart(apart) + self.kind(kind) + self.of_type(type_) + product
        return self.out(self.drop(torch.relu(hidden))).float()


def perceptron(width, classes):
    return nn.Sequential(nn.Linear(width, WIDTH), nn.ReLU(), nn.Dropout(0.2), nn.Linear(WIDTH, classes))


class EventTeacher(nn.Module):
    def __init__(self, folder, start=None):
        """start: weights of the teacher of trees, whose encoder this one goes on from."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            folder, hidden_dropout_prob=0.1, attention_probs_dropout_prob=0.0, attn_implementation="eager"
        )
        self.encoder.get_input_embeddings().weight.requires_grad = False
        width = self.encoder.config.hidden_size
        self.case = nn.Embedding(2 * CASES, width)
        nn.init.zeros_(self.case.weight)
        if start is not None:
            own = {k: v for k, v in start.items() if k.startswith(("encoder.", "case."))}
            self.load_state_dict(own, strict=False)
        self.norm, self.drop = nn.LayerNorm(width), nn.Dropout(0.2)
        self.trigger = perceptron(width, 1 + len(TYPES))
        self.modality, self.core = perceptron(width, len(MODALITIES)), perceptron(width, 1)
        self.role, self.time = Pair(width, len(ROLES)), Pair(width, 1)
        self.place, self.figure, self.same = Pair(width, 1), Pair(width, 1 + len(FIGURES)), Pair(width, 1)

    def parameter_groups(self, rate, heads_rate):
        body = [p for p in self.encoder.parameters() if p.requires_grad]
        known = {id(p) for p in body}
        heads = [p for p in self.parameters() if id(p) not in known and p.requires_grad]
        return [{"params": body, "lr": rate}, {"params": heads, "lr": heads_rate}]

    def encoded(self, batch):
        """(report, word, width), before norm and dropout; words from 0."""
        embedded = self.encoder.get_input_embeddings()(batch.ids) + self.case(batch.case)
        out = self.encoder(inputs_embeds=embedded, attention_mask=batch.attention).last_hidden_state
        return torch.bmm(batch.mean.to(out.dtype), out)[:, 1:]

    def states(self, encoded):
        return self.drop(self.norm(encoded.float()))
