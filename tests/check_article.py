#!/usr/bin/env python3
"""Compares the library's answer for one article with its right answer.

usage: check_article.py ARTICLE.txt GOLD.json NEWSPARSE

GOLD.json: {"quotes": [{"kind", "content": [[s,e],…], "cue", "source", "addressee", "medium", "relay", "speaker": […]}],
"sentences", "credits"}; offsets in code points, end exclusive. Every direct and mixed quotation must have the same
content, cue and source, every named speaker, addressee, medium and relay; every indirect one must be found (half of its
words inside one quotation, and the same source). What the gold lists of sentences and credits must be there too.
Prints what differs, line by line; the exit code is the number of differences, at most 99."""
import json
import re
import subprocess
import sys

MARKS = "\"'“”‘’„‚«»‹›.,;:!?…—–- \n"


def trim(text, span):
    start, end = span
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return (start, end)


def spans(text, items):
    pairs = [(i["start"], i["end"]) if isinstance(i, dict) else tuple(i) for i in items or []]
    return [trim(text, p) for p in pairs]


def words(text, items):
    return {m.start() for s, e in items for m in re.finditer(r"\w+", text[s:e]) for m in [re.compile(r"\w+").search(text, s + m.start())]}


def show(text, items):
    return " … ".join(repr(text[s:e]) for s, e in items) or "nothing"


class Report:
    def __init__(self):
        self.count = 0

    def differs(self, what, wanted, found):
        self.count += 1
        print(f"- {what}\n    wanted {wanted}\n    found  {found}")


def closest(text, gold, quotes):
    wanted = words(text, gold)
    best = max(quotes, key=lambda q: (len(wanted & words(text, q["_content"])), -len(words(text, q["_content"]))), default=None)
    share = len(wanted & words(text, best["_content"])) / max(1, len(wanted)) if best else 0
    return best, share


def compare_quotes(text, gold, answer, report):
    names = {e["id"]: e.get("name") or "" for e in answer.get("entities", [])}
    quotes = answer.get("quotes", [])
    for q in quotes:
        q["_content"] = spans(text, q["content"])
    for g in gold:
        content = spans(text, g["content"])
        title = show(text, content[:1])[:60]
        same = [q for q in quotes if q["_content"] == content]
        q, share = (same[0], 1) if same else closest(text, content, quotes)
        if q is None or share < 0.5:
            report.differs(f"{g['kind']} {title}", show(text, content), "no quotation")
            continue
        if g["kind"] != "indirect":
            if q["_content"] != content:
                report.differs(f"content of {title}", show(text, content), show(text, q["_content"]))
            if q["kind"] != g["kind"]:
                report.differs(f"kind of {title}", g["kind"], q["kind"])
        fields = ["source", "relay"] if g["kind"] == "indirect" else ["cue", "source", "addressee", "medium", "relay"]
        for field in fields:
            wanted, found = spans(text, g.get(field)), spans(text, q.get(field))
            if wanted and wanted != found:
                report.differs(f"{field} of {title}", show(text, wanted), show(text, found))
        found = [names.get(i, "") for i in q.get("speakers") or []]
        for name in g.get("speaker") or []:
            if g["kind"] != "indirect" and not any(set(name.lower().split()) & set(f.lower().split()) for f in found):
                report.differs(f"speaker of {title}", name, found or "nobody")


def compare_rest(text, gold, answer, report):
    found = {tuple(s) for s in spans(text, answer.get("sentences"))}
    for s in spans(text, gold.get("sentences", [])):
        if s not in found:
            report.differs("sentence", repr(text[s[0]:s[1]][-60:]), "other borders")
    credits = answer.get("credits", [])
    for c in gold.get("credits", []):
        if not any(k["kind"] == c["kind"] and k["start"] < c["end"] and c["start"] < k["end"] for k in credits):
            report.differs("credit " + c["kind"], repr(text[c["start"]:c["end"]][:60]), "none of that kind there")


def main():
    article, gold, newsparse = sys.argv[1:4]
    with open(article, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(gold, encoding="utf-8") as file:
        right = json.load(file)
    given = json.dumps({"id": "0", "lang": "en", "text": text}) + "\n"
    command = [newsparse, "analyze", "--input", "ndjson", "--format", "ndjson", "--offsets", "codepoint", "-"]
    answer = json.loads(subprocess.run(command, input=given.encode(), capture_output=True, check=True).stdout)
    report = Report()
    compare_quotes(text, right.get("quotes", []), answer, report)
    compare_rest(text, right, answer, report)
    print(f"{report.count} differences" if report.count else "all as it should be")
    return min(report.count, 99)


if __name__ == "__main__":
    sys.exit(main())
