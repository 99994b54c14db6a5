"""The teacher: MPNet with heads for tags, trees and names (biaffine arcs after Dozat and Manning 2017)."""

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

CASES, ARC, LABEL = 7, 384, 192


def case_of(word):
    """How a word is written: MPNet itself reads lower case only."""
    if not any(c.isalpha() for c in word):
        return 1 if any(c.isdigit() for c in word) else 2
    if word == word.lower():
        return 0
    if word == word.upper():
        return 3 if len(word) > 1 else 4
    return 5 if word[0].isupper() and word[1:] == word[1:].lower() else 6


class Pieces:
    """Word pieces of a word, looked up once a word type."""

    def __init__(self, folder):
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.first, self.last = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id
        self.known = {}

    def of(self, word):
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False)[:12]
            self.known[word] = ids or [self.tokenizer.unk_token_id]
        return self.known[word]


class Input:
    """Sentences side by side; column 0 of the words stands for the root."""

    def __init__(self, sentences, pieces):
        rows = [[pieces.of(w) for w in s] for s in sentences]
        width = 2 + max(sum(map(len, row)) for row in rows)
        self.words = max(map(len, sentences))
        self.ids = torch.ones(len(rows), width, dtype=torch.long)
        self.case = torch.zeros(len(rows), width, dtype=torch.long)
        self.attention = torch.zeros(len(rows), width, dtype=torch.long)
        self.mean = torch.zeros(len(rows), 1 + self.words, width)
        self.is_word = torch.zeros(len(rows), 1 + self.words, dtype=torch.bool)
        for s, row in enumerate(rows):
            ids, case = [pieces.first], [2]
            self.mean[s, 0, 0] = 1
            for w, of_word in enumerate(row):
                begin = len(ids)
                ids += of_word
                kind = case_of(sentences[s][w])
                case += [kind] + [CASES + kind] * (len(of_word) - 1)
                self.mean[s, 1 + w, begin : len(ids)] = 1 / len(of_word)
            ids.append(pieces.last)
            case.append(2)
            self.ids[s, : len(ids)] = torch.tensor(ids)
            self.case[s, : len(ids)] = torch.tensor(case)
            self.attention[s, : len(ids)] = 1
            self.is_word[s, 1 : 1 + len(row)] = True


class Teacher(nn.Module):
    def __init__(self, folder, sizes):
        """sizes: number of UPOS, XPOS, labels and name tags."""
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            folder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, attn_implementation="eager"
        )
        self.encoder.get_input_embeddings().weight.requires_grad = False
        width = self.encoder.config.hidden_size
        self.case = nn.Embedding(2 * CASES, width)
        nn.init.zeros_(self.case.weight)
        self.mix = nn.Parameter(torch.cat([torch.zeros(self.encoder.config.num_hidden_layers), torch.ones(1)]))
        self.drop = nn.Dropout(0.2)
        self.upos, self.xpos = nn.Linear(width, sizes[0]), nn.Linear(width, sizes[1])
        self.names = nn.ModuleList([nn.Linear(width, sizes[3]) for _ in range(2)])
        self.arc_word, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_word, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(LABEL + 1, sizes[2], LABEL + 1))

    def body_parameters(self):
        return [p for p in self.encoder.parameters() if p.requires_grad]

    def head_parameters(self):
        body = {id(p) for p in self.body_parameters()}
        return [p for p in self.parameters() if id(p) not in body and p.requires_grad]

    def states(self, batch):
        embedded = self.encoder.get_input_embeddings()(batch.ids) + self.case(batch.case)
        out = self.encoder(inputs_embeds=embedded, attention_mask=batch.attention, output_hidden_states=True)
        weights = torch.softmax(self.mix, 0)
        mixed = sum(w * h for w, h in zip(weights, out.hidden_states))
        return self.drop(torch.bmm(batch.mean.to(mixed.dtype), mixed))

    def arcs(self, states, batch):
        """Scores (sentence, word, head); column 0 is the root."""
        word = self.drop(torch.relu(self.arc_word(states)))
        head = self.drop(torch.relu(self.arc_head(states)))
        word = torch.cat([word, torch.ones_like(word[..., :1])], -1)
        scores = word @ self.arc @ head.transpose(1, 2)
        allowed = batch.is_word.clone()
        allowed[:, 0] = True
        return scores.float().masked_fill(~allowed[:, None, :], -1e9)

    def labels(self, states, sentence, word, head):
        """Scores of labels of chosen words below chosen heads."""
        def columns(layer, at):
            x = self.drop(torch.relu(layer(states[sentence, at])))
            return torch.cat([x, torch.ones_like(x[..., :1])], -1)

        left, right = columns(self.label_word, word), columns(self.label_head, head)
        middle = (left @ self.label.flatten(1).to(left.dtype)).view(len(left), self.label.shape[1], -1)
        return torch.bmm(middle, right[:, :, None])[..., 0].float()
