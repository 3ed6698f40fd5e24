#!/usr/bin/env python3
"""Quotations beside the peers, and how far the confidence can be trusted.

usage: quotations.py --eval FOLDER --newsparse COMMAND [--corenlp FOLDER] [--first N] [--reliability] [GOLD.jsonl …]

FOLDER holds evaluate.py and quotes/score.py. For each gold file one line of figures for newsparse, for forty lines of
regular expressions, for textacy where it and a spaCy model are installed (NSP_SPACY_MODEL, default
en_core_web_sm), and for CoreNLP where --corenlp names the folder of its jars; --first takes only the first N articles,
for CoreNLP is slow. --reliability prints, for each rule and each tenth of confidence, how many of the answers were right:
half of the words inside one quotation of the gold set, and the same source or speaker."""
import argparse
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import quotation_peers as peers


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(folder, gold, answers):
    with tempfile.TemporaryDirectory() as t:
        for name, lines in (("g", gold), ("p", answers)):
            pathlib.Path(t, name).write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in lines), "utf-8")
        out = subprocess.run([sys.executable, f"{folder}/quotes/score.py", f"{t}/g", f"{t}/p", "--all", "--json"],
                             capture_output=True, text=True, check=True).stdout
    r = json.loads(out)
    at = r["attribution"]["direct+mixed"]
    return (r["content_exact"]["all"]["F1"], r["content_partial"]["all"]["F1"], r["cue_exact"]["F1"],
            r["source_overlap"]["F1"], at["acc"], at["P.att"], r["attribution"]["indirect"]["acc"])


def row(name, values, seconds, size):
    print(f"  {name:14}" + "".join(f"{v:8.1f}" for v in values) + f"{size / 1000 / max(seconds, 1e-9):12,.0f}")


def reliability(score, gold, raw):
    """rule -> [right, all] and tenth of confidence -> [right, all, sum of confidence]"""
    rules, tenths = {}, {}
    for d in gold:
        doc = score.Doc(d["text"])
        right = [(doc.toks(score.norm(d["text"], q["content"])), score.norm(d["text"], q.get("source") or []), q.get("speaker"))
                 for q in d["quotes"]]
        names = {e["id"]: e.get("name") for e in raw[d["id"]].get("entities", [])}
        for q in raw[d["id"]].get("quotes", []):
            span = lambda key: score.norm(d["text"], [(s["start"], s["end"]) for s in q.get(key) or []])
            words, source = doc.toks(span("content")), span("source")
            who = score.name(next((names.get(i) for i in q.get("speakers") or []), None))
            ok = False
            for g, s, speaker in right:
                named = [score.name(speaker)] + [score.name(d["text"][a:b]) for a, b in s]
                same = score.ov(source, s) or any(score.same(who, n) for n in named) or (not source and not s)
                ok = ok or (len(words & g) * 2 >= len(words) and same)
            for table, key in ((rules, q.get("reason")), (tenths, min(9, int(10 * q["confidence"])))):
                cell = table.setdefault(key, [0, 0, 0.0])
                cell[0] += ok
                cell[1] += 1
                cell[2] += q["confidence"]
    return rules, tenths


def print_reliability(score, gold, raw):
    rules, tenths = reliability(score, gold, raw)
    print("  rule             answers  right %  mean confidence %")
    for key, (ok, n, c) in sorted(rules.items(), key=lambda x: -x[1][1]):
        print(f"  {key:16} {n:7} {100 * ok / n:8.1f} {100 * c / n:10.1f}")
    print("  confidence       answers  right %  mean confidence %")
    for key, (ok, n, c) in sorted(tenths.items()):
        print(f"  0.{key}-{(key + 1) / 10:.1f}          {n:7} {100 * ok / n:8.1f} {100 * c / n:10.1f}")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--eval", required=True)
    a.add_argument("--newsparse", required=True)
    a.add_argument("--corenlp", help="folder with CoreNLP's jars, its English models among them")
    a.add_argument("--first", type=int, help="only the first N articles")
    a.add_argument("--reliability", action="store_true")
    a.add_argument("gold", nargs="*")
    o = a.parse_args()
    evaluate = load(f"{o.eval}/evaluate.py", "evaluate")
    score = load(f"{o.eval}/quotes/score.py", "score")
    for path in o.gold or [f"{o.eval}/quotes/polnear.dev.jsonl"]:
        gold = evaluate.load(path)[:o.first]
        size = sum(len(d["text"].encode()) for d in gold)
        print(f"{os.path.basename(path)}: {len(gold)} articles, {size / 1000:.0f} KB")
        print("                   exact   token     cue  source     d+m   P.att    indirect   KB/s")
        for name, found in (("regex", peers.regex(gold)), ("textacy", peers.textacy(gold)),
                            ("CoreNLP", peers.corenlp(gold, o.corenlp))):
            if found:
                row(name, figures(o.eval, gold, found[0]), found[1], size)
        start = time.time()
        raw = evaluate.run(o.newsparse, gold)
        seconds = time.time() - start
        answers = [{"id": d["id"], **evaluate.to_quotes(raw[d["id"]])} for d in gold]
        row("newsparse", figures(o.eval, gold, answers), seconds, size)
        if o.reliability:
            print_reliability(score, gold, raw)


if __name__ == "__main__":
    main()
