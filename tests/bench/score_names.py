#!/usr/bin/env python3
"""How well mentions are found and typed: names against a file in IOB2 (Universal NER; .xz or plain).

usage: score_names.py NEWSPARSE FILE.iob2[.xz] [--lang CODE] [--errors N]

Sentences are put together as paragraphs of twenty, analysed, and every entity with a name is compared with the gold
spans: exact borders with and without the type (PER, ORG, LOC). Titles and determiners are no part of a gold name, and of
ours only the part that is the entity's name counts."""
import argparse, json, lzma, subprocess

TYPES = {'person': 'PER', 'organisation': 'ORG', 'medium': 'ORG', 'place': 'LOC'}


def read(path):
    sentences, words = [], []
    with (lzma.open(path, 'rt', encoding='utf-8') if path.endswith('.xz') else open(path, encoding='utf-8')) as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line.startswith('#'): continue
            if not line:
                if words: sentences.append(words)
                words = []
            else:
                fields = line.split('\t')
                words.append((fields[1], fields[2]))
    return sentences + ([words] if words else [])


def documents(sentences, size=20):
    for at in range(0, len(sentences), size):
        text, gold, open_span = '', [], None
        for words in sentences[at:at + size]:
            for word, tag in words:
                if text and text[-1] != '\n' and word not in ".,;:!?)'s" and word != "'s": text += ' '
                start = len(text)
                text += word
                if tag.startswith('B-'):
                    open_span = [start, len(text), tag[2:]]
                    gold.append(open_span)
                elif tag.startswith('I-') and open_span: open_span[1] = len(text)
                else: open_span = None
            text += '\n'
            open_span = None
        yield text, gold


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('newsparse')
    p.add_argument('file')
    p.add_argument('--lang', default='en')
    p.add_argument('--errors', type=int, default=0)
    a = p.parse_args()
    docs = list(documents(read(a.file)))
    lines = ''.join(json.dumps({'id': str(i), 'lang': a.lang, 'text': t}) + '\n' for i, (t, _) in enumerate(docs))
    run = subprocess.run([a.newsparse, 'analyze', '--input', 'ndjson', '--format', 'ndjson', '--offsets', 'codepoint', '-'],
                         input=lines.encode(), capture_output=True, check=True)
    right = typed = found = wanted = 0
    for (text, gold), line in zip(docs, run.stdout.decode().splitlines()):
        ours = set()
        for e in json.loads(line)['entities']:
            for m in e['mentions']:
                if m.get('kind', 'name') != 'name': continue
                span = text[m['start']:m['end']]
                # the name's own words at the end of "French President Emmanuel Macron"
                words, at = e['name'].split(' '), m['start']
                for w in words:
                    if w in span:
                        at = m['start'] + span.index(w)
                        break
                ours.add((at, m['end'], TYPES.get(e['kind'], 'PER')))
        want = {(s, e, t) for s, e, t in gold if t != 'OTH'}
        bare = {x[:2] for x in ours} & {x[:2] for x in want}
        right += len(bare)
        typed += len(ours & want)
        found += len(ours)
        wanted += len(want)
        for s, e, t in sorted(want - ours):
            if a.errors > 0:
                a.errors -= 1
                print('missed', t, repr(text[s:e]), '|', [(text[x:y], k) for x, y, k in ours if x < e and s < y])
    for name, n in (('names', right), ('names and types', typed)):
        precision, recall = n / max(1, found), n / max(1, wanted)
        print(f'{name:16} P {100 * precision:5.1f} R {100 * recall:5.1f} '
              f'F1 {200 * precision * recall / max(1e-9, precision + recall):5.1f}  gold {wanted} ours {found}')


if __name__ == '__main__':
    main()
