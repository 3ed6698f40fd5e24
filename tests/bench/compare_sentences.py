#!/usr/bin/env python3
"""Accuracy and speed of newsparse's sentences beside other splitters, in one run on the same text.

usage: compare_sentences.py --newsparse PATH CORPUS.jsonl [CORPUS.jsonl ...] [--speed FILE.txt]

Each line of a corpus: {"id":…, "lang":…, "text":…, "sentences":[[start, end], …]} with offsets in code points. The
figure is the F1 of boundaries, the last one of a document left out. The peers are those that are installed here, of
pysbd, sentencex, blingfire, nupunkt; what is missing is said and skipped. Speed: megabytes of text by second of
processor time, in Python and in one call, of at most --megabytes of the speed file (default: the English corpora)."""
import argparse
import json
import os
import subprocess
import sys
import time


def trim(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def spans_of(text, pieces):
    """Where the pieces that a splitter returned stand in the text. One that it has changed is left out."""
    spans, at = [], 0
    for piece in pieces:
        piece = piece.strip()
        found = text.find(piece, at) if piece else -1
        if found >= 0:
            spans.append((found, found + len(piece)))
            at = found + len(piece)
    return spans


def use_pysbd(language):
    import pysbd
    if language not in pysbd.languages.LANGUAGE_CODES:
        return None
    segmenter = pysbd.Segmenter(language=language, clean=False)
    return lambda text: spans_of(text, segmenter.segment(text))


def use_sentencex(language):
    import sentencex
    return lambda text: spans_of(text, sentencex.segment(language, text))


def use_blingfire(language):
    import blingfire
    return lambda text: spans_of(text, blingfire.text_to_sentences(text).split("\n"))


def use_nupunkt(language):
    import nupunkt
    return (lambda text: spans_of(text, nupunkt.sent_tokenize(text))) if language == "en" else None


PEERS = {"pysbd": use_pysbd, "sentencex": use_sentencex, "blingfire": use_blingfire, "nupunkt": use_nupunkt}


def installed_peers():
    peers = {}
    for name, make in PEERS.items():
        try:
            __import__(name)
            peers[name] = make
        except ImportError as reason:
            print(f"{name}: not installed here, skipped ({reason})", file=sys.stderr)
    return peers


def newsparse_spans(command, documents):
    lines = "".join(json.dumps({"id": i, "lang": d.get("lang"), "text": d["text"]}, ensure_ascii=False) + "\n"
                    for i, d in enumerate(documents))
    run = subprocess.run([command, "sentences", "--input", "ndjson", "--format", "ndjson", "--offsets", "codepoint", "-"],
                         input=lines.encode(), stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in run.stdout.decode().splitlines()]
    return [[(s["start"], s["end"]) for s in a["sentences"]] for a in answers]


def boundary_f1(documents, answers):
    right = found = wanted = 0
    for document, spans in zip(documents, answers):
        text = document["text"]
        gold = [trim(text, *s) for s in document["sentences"]]
        end = gold[-1][1] if gold else 0
        expected = {e for _, e in gold if e < end}
        given = {e for _, e in (trim(text, *s) for s in spans) if e < end}
        right, found, wanted = right + len(expected & given), found + len(given), wanted + len(expected)
    return 200 * right / (found + wanted) if found + wanted else 100.0


def load(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def print_accuracy(command, corpora, peers):
    print(f'{"corpus":24s} {"newsparse":>10s}' + "".join(f"{name:>12s}" for name in peers))
    for path in corpora:
        documents = load(path)
        language = documents[0].get("lang", "und")
        row = f"{os.path.basename(path)[:24]:24s} {boundary_f1(documents, newsparse_spans(command, documents)):10.2f}"
        for make in peers.values():
            try:
                split = make(language)
                answers = [split(d["text"]) for d in documents] if split else None
            except Exception:  # a peer that has no such language
                answers = None
            row += f"{boundary_f1(documents, answers):12.2f}" if answers else f'{"–":>12s}'
        print(row, flush=True)


def newsparse_python():
    try:
        import newsparse
        return newsparse.sentences
    except ImportError:
        print("newsparse for Python: not installed here, its speed is skipped", file=sys.stderr)
        return None


def print_speed(text, peers, megabytes):
    splitters = {"newsparse": newsparse_python()}
    splitters.update({name: make("en") for name, make in peers.items()})
    print(f'\n{"splitter":12s} {"MB":>8s} {"MB/s":>10s}')
    for name, split in splitters.items():
        if not split:
            continue
        piece = text[: int(1e6 * (min(0.2, megabytes) if name == "pysbd" else megabytes))]  # pysbd would take minutes
        start = time.process_time()
        split(piece)
        seconds = max(time.process_time() - start, 1e-9)
        size = len(piece.encode()) / 1e6
        print(f"{name:12s} {size:8.2f} {size / seconds:10.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--newsparse", required=True, help="the newsparse command")
    parser.add_argument("corpora", nargs="+", help="corpora as JSON lines")
    parser.add_argument("--speed", help="English text to measure the speed on")
    parser.add_argument("--megabytes", type=float, default=5, help="how much of it at most (5)")
    arguments = parser.parse_args()
    peers = installed_peers()
    print_accuracy(arguments.newsparse, arguments.corpora, peers)
    if arguments.speed:
        with open(arguments.speed, encoding="utf-8") as file:
            text = file.read()
    else:
        text = "\n\n".join(d["text"] for path in arguments.corpora for d in load(path) if d.get("lang") == "en")
    if text:
        text *= 1 + int(1e6 * arguments.megabytes / len(text))
        print_speed(text, peers, arguments.megabytes)


if __name__ == "__main__":
    main()
