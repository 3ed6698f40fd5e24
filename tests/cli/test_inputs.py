"""Files, pages, pipes."""

import os
import signal
import subprocess

import pytest

PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="{charset}"><title>Titel &amp; mehr</title>
<base href="https://zeitung.example/politik/"><style>p {{ color: red }}</style><script>var a = "<p>nein</p>";</script></head>
<body><header><nav><ul><li><a href="/">Start</a></ul></nav></header><div class="cookie-banner">Kekse?</div>
<main><article><h1>Überschrift</h1><p class="meta">Von Jörg Müller</p>
<p>Erster Absatz mit <a href="../quelle?a=1&amp;b=2">Verweis auf die Größe</a>, fett<b>gedruckt</b>.<br>Neue Zeile.</p>
<blockquote><p>Zitat.</p></blockquote><ul><li>eins</li><li>zwei</li></ul><ol><li>erst</li><li><p>dann</p></li></ol>
<figure><img src="x.png" alt="no"><figcaption>Bild: dpa</figcaption></figure><aside>Mehr zum Thema</aside>
<div class="related-articles">Auch lesen</div></article></main><footer>Impressum</footer></body></html>"""

TEXT = """Überschrift

Von Jörg Müller

Erster Absatz mit Verweis auf die Größe, fettgedruckt.
Neue Zeile.

> Zitat.

• eins

• zwei

1. erst

2. dann

Bild: dpa
"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_only_the_article_of_a_page(run, tmp_path, charset):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset).encode(charset))
    assert run("convert", path).text == TEXT


def test_a_page_that_names_no_real_encoding(run):
    assert run("convert", stdin=PAGE.format(charset="unknown-8bit").encode()).text == TEXT


def test_pages_are_recognised(run):
    assert run("convert", stdin=PAGE.format(charset="utf-8").encode()).text == TEXT


def test_links_of_a_page(run):
    (line,) = run("convert", "--format", "ndjson", "--offsets", "codepoint", stdin=PAGE.format(charset="utf-8").encode()).lines
    assert line["lang"] == "de" and line["title"] == "Titel & mehr" and line["text"] == TEXT
    (link,) = line["links"]
    assert link["url"] == "https://zeitung.example/quelle?a=1&b=2"
    assert TEXT[link["start"] : link["end"]] == "Verweis auf die Größe"


def test_credits_of_a_page_have_its_links(run):
    page = (
        '<html lang=en><body><article><p>The bridge opened on Monday. <a href="/x">More</a>.</p><p>This article was '
        'originally published by <a href="https://grist.org/bridge">Grist</a> under a '
        '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a> licence.</p></article></body></html>'
    )
    (line,) = run("credits", "--format", "ndjson", stdin=page.encode()).lines
    first = next(c for c in line["credits"] if c["kind"] == "originally_published")
    assert first["url"] == first["source"][0]["url"] == line["provenance"]["original_url"] == "https://grist.org/bridge"
    assert all(c["url"] != "/x" for c in line["credits"])


OLD_PAGE = """<html><head><title>Daily</title></head><body bgcolor=white>
<table><tr><td><a href=/>Home</a> | <a href=/s>Sport</a></td></tr></table>
<table><tr><td width=150><b>Menu</b><br><a href=1>One</a><br><a href=2>Two</a></td>
<td><h1>Council votes for bridge</h1><font size=2>By Jane Roe</font><p>The council voted for the bridge on Monday after a
long debate about the costs of the work.<p>"We have waited long enough," said Mayor Ada Quist, who had asked for it.</td>
<td><b>Most read</b><br><a href=3>Cat</a></td></tr></table><center><small>Copyright <a href=p>Privacy</a></small></center>"""

BLOG_PAGE = """<!doctype html><div id=page><div class=site-header><a>Logo</a><ul class=menu><li>a<li>b</ul></div><div id=content>
<div class=post><h1>Council votes for bridge</h1><span class=author>By Jane Roe</span><div class=entry-content><p>The council
voted for the bridge on Monday after a long debate about the costs of the work.</p><div class="share-buttons">Tweet</div>
<p>"We have waited long enough," said Mayor Ada Quist, who had asked for it.</p></div></div></div>
<div class=sidebar><p>Related matter here and there</p></div><div id=comments><p>First! This is a comment, not an article.</p>
</div></div>"""


@pytest.mark.parametrize("page", [OLD_PAGE, BLOG_PAGE], ids=["tables", "divisions"])
def test_the_article_is_found_where_nothing_marks_it(run, page):
    text = run("convert", stdin=page.encode()).text
    assert text.splitlines()[::2] == [
        "Council votes for bridge",
        "By Jane Roe",
        "The council voted for the bridge on Monday after a long debate about the costs of the work.",
        '"We have waited long enough," said Mayor Ada Quist, who had asked for it.',
    ]


@pytest.mark.parametrize(
    "page",
    [
        b"<html>",
        b"<html><body>" + b"<div>" * 100_000 + b"deep",
        b"<html><body>" + b"<p>a<b>b" * 50_000,
        b"<!doctype html>\x00\xff\xfe<p>x\x00y",
        b"<html>" + bytes(range(256)) * 50,
        b"<html><p><a href=/1>one <div><a href=/2>two</a> three</div></a> four" * 50,
    ],
    ids=range(6),
)
def test_hostile_pages(run, page):
    assert run("analyze", "--format", "ndjson", stdin=page).code == 0


def test_binary_garbage(run):
    for seed in range(3):
        done = run("analyze", "--format", "ndjson", stdin=os.urandom(200_000))
        assert done.code == 0 and len(done.lines) == 1, seed


def test_many_files_in_order(run, tmp_path):
    paths = []
    for i in range(60):
        path = tmp_path / f"{i}.txt"
        path.write_text(f"This is text number {i}.")
        paths.append(path)
    expected = "".join(f"This is text number {i}.\n" for i in range(60))
    for jobs in (1, 4):
        assert run("sentences", "--jobs", jobs, *paths).text == expected


@pytest.mark.parametrize("arguments", [["sentences"], ["analyze", "--input", "ndjson"], ["analyze", "--input", "ndjson", "--jobs", "3"]])
@pytest.mark.parametrize("ignored", [False, True])
def test_a_reader_that_goes_away(command, arguments, ignored):
    """No crash, no hanging, and no message, whether SIGPIPE is ignored or not."""
    line = b'{"id":1,"text":"This is a sentence. And one more."}\n'
    before = (lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN)) if ignored else None
    process = subprocess.Popen(
        [command, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before,
        restore_signals=not ignored
    )
    process.stdout.close()
    for step in (lambda: process.stdin.write(line * 20_000), process.stdin.close):
        try:
            step()
        except BrokenPipeError:
            pass
    assert process.wait(timeout=60) in (1, -signal.SIGPIPE)
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_told(command, article):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([command, "analyze", article], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 1 and b"standard output" in done.stderr
