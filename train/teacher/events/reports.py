"""Reports as event_questions prints them, with their texts: what the teacher of events learns from and answers."""

import json
import pathlib

TYPES = ("meeting visit statement pledge request agreement support cooperation aid concession accusation rejection threat protest "
         "mobilization sanction coercion arrest attack death disaster election appointment departure legal legislation "
         "transaction launch economic contest life discovery occurrence").split()
ROLES = ["agent", "target", "other"]
MODALITIES = ["actual", "planned", "negated", "hypothetical"]
FIGURES = ["killed", "injured", "arrested", "displaced", "attended", "money", "other"]
KINDS = ["person", "organization", "country", "place", "group", "product", "other"]
PLACES = ("place", "country")


class Report:
    """Words, and what may answer each question, by word ranges (half-open)."""

    def __init__(self, line, folder):
        told = json.loads(line)
        self.name = told["name"]
        self.text = (pathlib.Path(folder) / (self.name + ".txt")).read_bytes()
        self.spans = told.get("words", [])
        self.words = [self.text[b:e].decode("utf-8", "replace") for b, e in self.spans]
        self.sentences = told.get("sentences", [])
        self.sentence_of = [i for i, (b, e) in enumerate(self.sentences) for _ in range(b, e)]
        self.candidates = told["candidates"]
        self.tables = [None if t is None else TYPES.index(t) for t in told.get("tables", [])]
        self.mentions, self.entities = told["mentions"], told["entities"]
        self.times, self.figures = told["times"], told["figures"]
        self.gold = told["gold"]
        self.places = [i for i, m in enumerate(self.mentions) if m["named"] and m["kind"] in PLACES]

    def bytes_of(self, words):
        begin, end = self.spans[words[0]][0], self.spans[words[1] - 1][1]
        return {"begin": begin, "end": end, "text": self.text[begin:end].decode("utf-8", "replace")}


def read_reports(questions, folder):
    with open(questions, encoding="utf-8") as lines:
        return [r for r in (Report(line, folder) for line in lines) if r.words]
