"""Annotated sentences as the teacher learns them: trees from CoNLL-U, names from two-column files."""

UNIVERSAL, GRONINGEN = 0, 1  # the two ways of marking names
TITLES = set(
    "President Prime Minister Mr. Mrs. Ms. Dr. Vice Secretary General Gen. Senator Sen. King Queen Prince Pope Foreign "
    "Defense Sheikh Governor Gov. Chancellor Colonel Captain Ayatollah Mullah Ambassador Judge Justice Premier of "
    "State".split()
)
KINDS = {"PER": "PER", "per": "PER", "LOC": "LOC", "geo": "LOC", "ORG": "ORG", "org": "ORG"}


class Sentence:
    def __init__(self, words, sent_id=""):
        self.words, self.sent_id = words, sent_id
        self.upos = self.xpos = self.heads = self.labels = None
        self.names = [None, None]  # a tag a word, for each scheme


def blocks(path):
    """Lines between empty lines."""
    block = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def read_trees(path):
    out = []
    for block in blocks(path):
        ids = [line[12:] for line in block if line.startswith("# sent_id = ")]
        rows = [line.split("\t") for line in block if line[0] != "#"]
        rows = [row for row in rows if row[0].isdigit()]
        sentence = Sentence([row[1] for row in rows], ids[0] if ids else "")
        sentence.upos = [row[3] for row in rows]
        sentence.xpos = [row[4] for row in rows]
        sentence.heads = [int(row[6]) for row in rows]
        sentence.labels = [row[7] for row in rows]
        out.append(sentence)
    return out


def mark(words, tags):
    """IOB tags to begin, inside, last, single of the kinds that are learned; titles before persons are cut off."""
    out, begin = ["O"] * len(words), 0
    while begin < len(words):
        tag, end = tags[begin], begin + 1
        while len(tag) > 2 and end < len(words) and tags[end] == "I-" + tag[2:]:
            end += 1
        kind, first = KINDS.get(tag[2:]), begin
        while kind == "PER" and first + 1 < end and words[first] in TITLES:
            first += 1
        if kind:
            for i in range(first, end):
                out[i] = "I-" + kind
            out[first], out[end - 1] = "B-" + kind, "L-" + kind
            if end - first == 1:
                out[first] = "S-" + kind
        begin = end
    return out


def read_names(path, scheme):
    """Lines `WORD ... TAG`."""
    out = []
    for block in blocks(path):
        rows = [line.replace("\t", " ").split(" ") for line in block]
        sentence = Sentence([row[0] for row in rows])
        sentence.names[scheme] = mark(sentence.words, [row[-1] for row in rows])
        out.append(sentence)
    return out


def add_names(sentences, path):
    """Names of Universal NER, joined by sent_id."""
    found = {}
    for block in blocks(path):
        sent_id = [line[12:] for line in block if line.startswith("# sent_id = ")][0]
        found[sent_id] = [line.split("\t")[2] for line in block if line[0] != "#"]
    for sentence in sentences:
        tags = found.get(sentence.sent_id)
        if tags and len(tags) == len(sentence.words):
            sentence.names[UNIVERSAL] = mark(sentence.words, tags)


def read_all(folder):
    """Training sentences (treebanks, Wikigold, Groningen) and development ones (EWT, GUM, Groningen)."""
    ewt, ewt_dev = (read_trees(f"{folder}/en_ewt-ud-{part}.conllu") for part in ("train", "dev"))
    gum, gum_dev = (read_trees(f"{folder}/en_gum-ud-{part}.conllu") for part in ("train", "dev"))
    add_names(ewt, f"{folder}/uner_ewt-train.iob2")
    add_names(ewt_dev, f"{folder}/uner_ewt-dev.iob2")
    wikigold = read_names(f"{folder}/wikigold.conll", UNIVERSAL)
    groningen = read_names(f"{folder}/gmb_silver.conll", GRONINGEN)
    kept = len(groningen) - len(groningen) // 20
    return (ewt + gum, wikigold, groningen[:kept]), (ewt_dev, gum_dev, groningen[kept:])
