#!/usr/bin/env python3
"""Quotations beside the peers, and how far the confidence can be trusted.

usage: quotations.py --eval FOLDER --newsparse COMMAND [--reliability] [GOLD.jsonl …]

FOLDER holds evaluate.py and quotes/score.py. For each gold file one line of figures for newsparse, for forty lines of
regular expressions, and for textacy where it and a spaCy model are installed (NSP_SPACY_MODEL, default
en_core_web_sm). --reliability prints, for each rule and each tenth of confidence, how many of the answers were right:
half of the words inside one quotation of the gold set, and the same source or speaker."""
import argparse
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

SAY = r"(?:said|says|asked|added|told|wrote|replied|argued|noted|explained|insisted|warned|announced|claimed)"
NAME = r"(?:(?:[A-Z][\w.’'-]+ ?){1,4}|he|she|they|it)"
BEHIND = re.compile(rf"[“\"]([^”\"]{{3,600}})[,?!][”\"] (?:({NAME}) ({SAY})|({SAY}) ({NAME}))")
BEFORE = re.compile(rf"({NAME}) ({SAY})[,:]? [“\"]([^”\"]{{3,600}})[”\"]")
ACCORDING = re.compile(rf"([A-Z][^.!?“”\"]{{10,400}}), (according to) ((?:the |a )?[^.,]{{3,80}})")


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def regex_answer(text):
    quotes = []

    def add(content, cue, source):
        quotes.append({"content": [content], "cue": [cue], "source": [source], "speaker": None})

    for m in BEHIND.finditer(text):
        source, cue = (2, 3) if m.group(2) else (5, 4)
        add(m.span(1), m.span(cue), m.span(source))
    for m in BEFORE.finditer(text):
        add(m.span(3), m.span(2), m.span(1))
    for m in ACCORDING.finditer(text):
        add(m.span(1), m.span(2), m.span(3))
    return quotes


def textacy_answers(docs):
    """None when textacy or its model is not there."""
    try:
        import spacy
        import textacy.extract

        nlp = spacy.load(os.environ.get("NSP_SPACY_MODEL", "en_core_web_sm"))
    except Exception:
        return None
    answers = []
    for d in docs:
        quotes = []
        try:
            for q in textacy.extract.direct_quotations(nlp(d["text"])):
                part = lambda tokens: [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if tokens else []
                quotes.append({"content": [[q.content.start_char, q.content.end_char]], "cue": part(q.cue),
                               "source": part(q.speaker), "speaker": None})
        except Exception as error:  # it raises on unbalanced marks
            print(f"  textacy: {d['id']}: {error}", file=sys.stderr)
        answers.append({"id": d["id"], "quotes": quotes})
    return answers


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
    a.add_argument("--reliability", action="store_true")
    a.add_argument("gold", nargs="*")
    o = a.parse_args()
    evaluate = load(f"{o.eval}/evaluate.py", "evaluate")
    score = load(f"{o.eval}/quotes/score.py", "score")
    for path in o.gold or [f"{o.eval}/quotes/polnear.dev.jsonl"]:
        gold = evaluate.load(path)
        size = sum(len(d["text"].encode()) for d in gold)
        print(f"{os.path.basename(path)}: {len(gold)} articles, {size / 1000:.0f} KB")
        print("                   exact   token     cue  source     d+m   P.att    indirect   KB/s")
        start = time.process_time()
        answers = [{"id": d["id"], "quotes": regex_answer(d["text"])} for d in gold]
        row("regex", figures(o.eval, gold, answers), time.process_time() - start, size)
        start = time.process_time()
        answers = textacy_answers(gold)
        if answers:
            row("textacy", figures(o.eval, gold, answers), time.process_time() - start, size)
        start = time.time()
        raw = evaluate.run(o.newsparse, gold)
        seconds = time.time() - start
        answers = [{"id": d["id"], **evaluate.to_quotes(raw[d["id"]])} for d in gold]
        row("newsparse", figures(o.eval, gold, answers), seconds, size)
        if o.reliability:
            print_reliability(score, gold, raw)


if __name__ == "__main__":
    main()
