"""What other ways to find quotations answer, in the shape that the scorer reads.

Each function takes the articles ({"id", "text"}) and returns (answers, seconds), or None where the peer isn't installed.
A peer's start (loading of models) isn't counted."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

SAY = (r"(?:said|says|say|saying|asked|added|adding|told|tells|wrote|writes|replied|argued|argues|noted|notes|explained|"
       r"insisted|insists|warned|announced|claimed|claims|tweeted|called|calls|continued|declared|stated|suggested)")
NAME = r"(?:(?:[A-Z][\w.’'-]+ ?){1,4}|he|she|they|it|the \w+(?: \w+)?)"
MARKS = re.compile(r"“([^“”\n]{2,900})”|\"([^\"\n]{2,900})\"")
BEHIND = re.compile(rf",? (?:({NAME}) ({SAY})|({SAY}) ({NAME}))\b")
BEFORE = re.compile(rf"({NAME}) (?:\w+ ){{0,2}}({SAY})\b[^.!?“”\"]{{0,60}}$")
ACCORDING = re.compile(rf"([A-Z][^.!?“”\"]{{10,400}}), (according to) ((?:the |a )?[^.,]{{3,80}})")
THAT = re.compile(rf"({NAME}) ({SAY})(?: \w+)? that ([^.!?“”\"]{{10,400}})")


def regex_answer(text):
    """Pairs of marks that hold a sentence or three words, the name and the verb beside them; "said that"; "according to"."""
    quotes, last = [], (0, [])

    def add(content, cue, source):
        quotes.append({"content": [content], "cue": cue, "source": source, "speaker": None})

    for m in MARKS.finditer(text):
        start, end = m.span(1) if m.group(1) else m.span(2)
        if text[end - 1] not in ",.?!" and len(text[start:end].split()) < 3:
            continue
        behind, before = BEHIND.match(text, m.end()), BEFORE.search(text[max(0, start - 120):start - 1])
        cue, source = [], []
        if behind:
            source, cue = ([behind.span(1)], [behind.span(2)]) if behind.group(1) else ([behind.span(4)], [behind.span(3)])
        elif before:
            at = max(0, start - 120)
            source, cue = ([[at + x for x in before.span(i)]] for i in (1, 2))
        elif "\n\n" not in text[last[0]:start]:
            source = last[1]
        last = (end, source)
        add((start, end), cue, source)
    for m in THAT.finditer(text):
        add(m.span(3), [m.span(2)], [m.span(1)])
    for m in ACCORDING.finditer(text):
        add(m.span(1), [m.span(2)], [m.span(3)])
    return quotes


def regex(docs):
    """Forty lines of regular expressions, as one writes them on the first afternoon."""
    start = time.process_time()
    answers = [{"id": d["id"], "quotes": regex_answer(d["text"])} for d in docs]
    return answers, time.process_time() - start


def textacy(docs):
    """textacy's direct_quotations() over the spaCy model that NSP_SPACY_MODEL names."""
    try:
        import spacy
        import textacy.extract as extract

        nlp = spacy.load(os.environ.get("NSP_SPACY_MODEL", "en_core_web_sm"))
    except Exception:
        return None
    answers, start = [], time.process_time()
    for d in docs:
        quotes = []
        try:
            for q in extract.direct_quotations(nlp(d["text"])):
                part = lambda tokens: [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if tokens else []
                quotes.append({"content": [[q.content.start_char, q.content.end_char]], "cue": part(q.cue),
                               "source": part(q.speaker), "speaker": None})
        except Exception as error:  # it raises on unbalanced marks
            print(f"  textacy: {d['id']}: {error}", file=sys.stderr)
        answers.append({"id": d["id"], "quotes": quotes})
    return answers, time.process_time() - start


def utf16_to_codepoint(text):
    """CoreNLP counts UTF-16 units: a list that gives the code point of each."""
    units = []
    for i, c in enumerate(text):
        units += [i, i] if ord(c) > 0xFFFF else [i]
    return units + [len(text)]


def corenlp_quotes(text, page):
    units = utf16_to_codepoint(text)
    tokens = [t for s in page["sentences"] for t in s["tokens"]]
    quotes = []
    for q in page["quotes"]:
        source = []
        if "mentionBegin" in q:
            first, last = tokens[q["mentionBegin"]], tokens[q["mentionEnd"]]
            source = [[units[first["characterOffsetBegin"]], units[last["characterOffsetEnd"]]]]
        speaker = next((q[k] for k in ("canonicalSpeaker", "speaker") if q.get(k) not in (None, "Unknown")), None)
        quotes.append({"content": [[units[q["beginIndex"]], units[q["endIndex"]]]], "cue": [], "source": source,
                       "speaker": speaker})
    return quotes


def corenlp(docs, folder, threads=1):
    """CoreNLP's quote annotator with coreference; folder holds its jars and models, as Maven copies them."""
    if not folder:
        return None
    with tempfile.TemporaryDirectory() as t:
        for i, d in enumerate(docs):
            pathlib.Path(t, f"{i}.txt").write_text(d["text"], "utf-8")
        pathlib.Path(t, "list").write_text("".join(f"{t}/{i}.txt\n" for i in range(len(docs))))
        out = subprocess.run(["java", "-Xmx6g", "-cp", f"{folder}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                              "-annotators", "tokenize,pos,lemma,ner,depparse,coref,quote", "-threads", str(threads),
                              "-outputFormat", "json", "-filelist", f"{t}/list", "-outputDirectory", t],
                             capture_output=True, text=True, check=True)
        answers = []
        for i, d in enumerate(docs):
            page = json.loads(pathlib.Path(t, f"{i}.txt.json").read_text("utf-8"))
            answers.append({"id": d["id"], "quotes": corenlp_quotes(d["text"], page)})
        return answers, float(re.search(r"TOTAL: ([\d.]+) sec", out.stderr).group(1))
