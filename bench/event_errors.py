#!/usr/bin/env python3
"""Where events go wrong: event_errors.py SHARED GOLD_FOLDER SYSTEM_FOLDER [--list FIELD] [--limit N]

Scores SYSTEM_FOLDER (NAME.json, as train/event_folds writes them) with SHARED/gold/score_events.py, and says how
far each field holds `complete` back: its F1 if this field alone were right everywhere, and how many pairs fail by it
alone. --list prints errors of one field with their sentences: type, actors, date, modality, place, figures, missed,
spurious, core.
"""
import argparse
import collections
import importlib.util
import json
import pathlib


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score_events", pathlib.Path(shared) / "gold" / "score_events.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs_of(sc, gold, system):
    actors = {a["id"]: a for a in system.get("actors", [])}
    table = [[sc.Pairing(g, s, gold["actors"], actors) for s in system["events"]] for g in gold["events"]]
    chosen = sc.assign([[x.similarity for x in row] for row in table]) if table and table[0] else []
    return [(gi, si, table[gi][si]) for gi, si in chosen]


def sentence(text, begin):
    start = max(text.rfind(b"\n", 0, begin), text.rfind(b". ", 0, begin) + 1, 0)
    ends = [e for e in (text.find(b"\n", begin), text.find(b". ", begin)) if e >= 0]
    return text[start:min(ends) + 1 if ends else len(text)].decode("utf-8", "replace").strip()


def spell(event, actors):
    people = ", ".join(f"{p.get('role', 'agent')[0]}:{actors.get(p['actor'], {}).get('name')}" for p in event.get("participants", []))
    return people or "-"


FIELDS = {"type": lambda p: p.type_ok, "actors": lambda p: p.actors_ok, "date": lambda p: p.date_ok, "modality": lambda p: p.modality_ok}


def figures_text(fs):
    return " ".join(f"{f.get('kind')}={f.get('value')}" for f in fs) or "-"


def describe(field, p, text, gold, actors):
    g, s = p.gold, p.system
    head = f"{g['type']} '{g['triggers'][0]['text']}'"
    if field == "type":
        return f"{head} got {s['type']} '{s['triggers'][0]['text']}'"
    if field == "actors":
        return f"{head} want {spell(g, gold['actors'])} | got {spell(s, actors)}"
    if field == "date":
        want = (g.get("date_span") or {}).get("text") or g.get("begin")
        when = s.get("when") or {}
        got = (when.get("text") or when.get("span"), when.get("first_day"), when.get("last_day"))
        return f"{head} want {want}..{g.get('end')} got {got}"
    if field == "modality":
        return f"{head} want {g['modality']} got {s['modality']} ({[w for w in s.get('why', []) if w.startswith('modality')]})"
    if field == "place":
        return f"{head} want {g.get('place')} got {(s.get('place') or {}).get('name')}"
    if field == "core":
        return f"{head} want {g.get('core')} got {s.get('core')}"
    return f"{head} want {figures_text(g.get('figures', []))} got {figures_text(s.get('figures', []))}"


def wrong(field, p):
    if field in FIELDS:
        return not FIELDS[field](p)
    if field == "place":
        return (p.g_place or p.s_place) and not p.place_ok
    if field == "core":
        return bool(p.gold.get("core")) != bool(p.system.get("core"))
    return p.fig != p.g_fig or p.fig != p.s_fig


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared")
    ap.add_argument("gold", type=pathlib.Path)
    ap.add_argument("system", type=pathlib.Path)
    ap.add_argument("--list")
    ap.add_argument("--limit", type=int, default=60)
    ap.add_argument("--brief", action="store_true")
    a = ap.parse_args()
    sc = scorer(a.shared)
    total, lists = sc.Totals(), collections.defaultdict(list)
    right = collections.Counter()
    by_type = collections.defaultdict(collections.Counter)
    core_right = core_n = 0
    for path in sorted(a.gold.glob("*.gold.json")):
        name = path.name[: -len(".gold.json")]
        gold = json.loads(path.read_text(encoding="utf-8"))
        out = a.system / f"{name}.json"
        if not out.exists():
            continue
        system = json.loads(out.read_bytes())
        system = (system[0] if system else {"events": []}) if isinstance(system, list) else system
        total.add(sc.score(gold, system))
        text = (path.parent / gold["text"]).read_bytes()
        actors = {x["id"]: x for x in system.get("actors", [])}
        pairs = pairs_of(sc, gold, system)
        for _, _, p in pairs:
            core = bool(p.gold.get("core"))
            core_right += core == bool(p.system.get("core"))
            core_n += 1
            for f in FIELDS:
                others = all(ok(p) for n, ok in FIELDS.items() if n != f)
                right[f, "system"] += others
                right[f, "core"] += others and core
                right[f, "alone"] += others and not FIELDS[f](p)
            for f in list(FIELDS) + ["place", "figures", "core"]:
                if wrong(f, p):
                    lists[f].append(f"{name}: {describe(f, p, text, gold, actors)}\n      {sentence(text, p.gold['triggers'][0]['begin'])}")
            by_type[p.gold["type"]]["pairs"] += 1
            by_type[p.gold["type"]]["complete"] += p.complete
        found = {gi for gi, _, _ in pairs}
        used = {si for _, si, _ in pairs}
        for i, g in enumerate(gold["events"]):
            if i not in found and g.get("core"):
                t = g["triggers"][0]
                lists["missed"].append(f"{name}: {g['type']} {[x['text'] for x in g['triggers']]}\n      {sentence(text, t['begin'])}")
                by_type[g["type"]]["missed"] += 1
        for i, s in enumerate(system["events"]):
            if i not in used:
                t = s["triggers"][0]
                lists["spurious"].append(f"{name}: {s['type']} {[x['text'] for x in s['triggers']]}\n      {sentence(text, t['begin'])}")
                by_type[s["type"]]["spurious"] += 1
    f = total.figures()
    line = "  ".join(f"{k} {f[v]:.3f}" for k, v in (
        ("det", "detect_f1"), ("P", "detect_precision"), ("R", "detect_recall"), ("type", "type_accuracy"),
        ("part", "participant_f1"), ("role", "role_accuracy"), ("date", "date_accuracy"), ("undated", "undated_accuracy"),
        ("place", "place_f1"), ("fig", "figure_f1"), ("mod", "modality_accuracy"), ("COMPLETE", "complete_f1")))
    print(f"{line}  n {total.system}  core {core_right / max(1, core_n):.3f}")
    if a.list:
        print("\n".join(lists[a.list][: a.limit]), f"\n{len(lists[a.list])} in all")
        return
    if a.brief:
        return
    for name in FIELDS:
        p, r = right[name, "system"] / max(1, total.system), right[name, "core"] / max(1, total.core)
        print(f"  {name:9} right everywhere: complete {sc.f1(p, r):.3f}; fails by it alone: {right[name, 'alone']}; wrong {len(lists[name])} of {total.pairs}")
    for name in ("place", "figures", "core", "missed", "spurious"):
        print(f"  {name:9} {len(lists[name])}")
    for t, c in sorted(by_type.items(), key=lambda x: -x[1]["pairs"])[:40]:
        print(f"    {t:14} {dict(c)}")


if __name__ == "__main__":
    main()
