"""Every format on the sample article and on hostile input; the JSON formats against their schemas."""

import html.parser
import json
import random

import pytest

HOSTILE = [
    b"",
    b"\x00\x01\x02\xff\xfe",
    b"</script><script>alert(1)</script> he said \"<img src=x onerror=alert(1)>\".",
    "“<b>” & ‘</span>’ said A < B. \u202e \x1b[31m red".encode(),
    b"\"" * 3000,
    bytes(random.Random(1).randrange(256) for _ in range(20000)),
    ("(" * 5000 + "“" * 5000).encode(),
]


@pytest.mark.parametrize("stdin", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("name,format_name", [("document", "json"), ("document", "ndjson"), ("jsonld", "jsonld"), ("ninjs", "ninjs")])
def test_json_formats_follow_their_schemas(run, schema, name, format_name, stdin):
    done = run("analyze", "--input", "text", "--encoding", "UTF-8", "--format", format_name, "--explain", stdin=stdin)
    assert done.code == 0
    schema(name).validate(json.loads(done.text))


@pytest.mark.parametrize("name,format_name", [("document", "json"), ("document", "ndjson"), ("jsonld", "jsonld"), ("ninjs", "ninjs")])
def test_the_sample_follows_the_schemas(run, schema, article, name, format_name):
    document = json.loads(run("analyze", "--format", format_name, "--explain", article).text)
    schema(name).validate(document)


def test_error_lines_follow_the_schema(run, schema):
    for line in run("analyze", "--input", "ndjson", stdin=b'{"id":1}\nxx\n{"id":2,"text":"\xff"}\n').lines:
        schema("document").validate(line)


@pytest.mark.parametrize("name", ["jsonld", "ninjs"])
def test_lines_of_other_formats(run, schema, name):
    stdin = b'{"id":"a-1","text":"Hello, he said."}\n{"id":2,"text":"Bye."}\n'
    lines = run("analyze", "--input", "ndjson", "--format", name, stdin=stdin).lines
    assert len(lines) == 2
    for line in lines:
        schema(name).validate(line)
    assert "a-1" in (lines[0].get("identifier"), lines[0].get("altIds", [{}])[0].get("value"))


def test_schemas_refuse_what_is_wrong(schema):
    from jsonschema import ValidationError

    for wrong in ({}, {"lang": "en", "offsets": "words"}, {"lang": "en", "offsets": "byte", "quotes": [{}]}, {"id": 1, "error": {}}):
        with pytest.raises(ValidationError):
            schema("document").validate(wrong)


def test_jsonld_says_where_the_sample_comes_from(run, article):
    document = json.loads(run("analyze", "--format", "jsonld", article).text)
    assert document["@type"] == "NewsArticle" and document["headline"].startswith("Iberian")
    assert document["hasPart"] and document["citation"]
    assert document["license"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_ninjs_names_the_text(run, article):
    first, second = (json.loads(run("analyze", "--format", "ninjs", path).text) for path in (article, article))
    other = json.loads(run("analyze", "--format", "ninjs", stdin=b"Another text.").text)
    assert first["uri"] == second["uri"] != other["uri"]
    assert first["bodies"][0]["value"] == article.read_text("utf-8")


class Page(html.parser.HTMLParser):
    """Checks that elements nest, and collects the text of the article."""

    EMPTY = {"meta", "br", "link", "img", "hr"}

    def __init__(self) -> None:
        super().__init__()
        self.open, self.text, self.scripts, self.elsewhere = [], [], 0, []

    def handle_starttag(self, tag, attributes):
        if tag not in self.EMPTY:
            self.open.append(tag)
        self.scripts += tag == "script"
        for name, value in attributes:
            assert not name.startswith("on"), "no handlers in attributes"
            if name in ("src", "href") and not value.startswith("#"):
                self.elsewhere.append((tag, value))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open[-3:])
        self.open.pop()

    def handle_data(self, data):
        if "article" in self.open and "sup" not in self.open and "note" not in self.open:
            self.text.append(data)


@pytest.mark.parametrize("index", range(len(HOSTILE) + 1))
def test_html_is_well_formed_and_needs_nothing_else(run, article, index):
    stdin = article.read_bytes() if index == len(HOSTILE) else HOSTILE[index]
    done = run("analyze", "--input", "text", "--encoding", "UTF-8", "--format", "html", stdin=stdin)
    assert done.code == 0
    page = Page()
    page.feed(done.text)
    page.close()
    assert not page.open and page.scripts == 2
    assert all(tag == "a" and value.startswith("http") for tag, value in page.elsewhere)
    assert b"alert(1)</script" not in done.out and b"<img" not in done.out


def test_html_links_to_every_quotation(run, article):
    text = run("analyze", "--format", "html", "--min-confidence", "0", article).text
    count = len(run("analyze", "--format", "ndjson", article).lines[0]["quotes"])
    assert count > 5
    for number in range(1, count + 1):
        assert text.count(f'id="q{number}"') == 1 and f'href="#q{number}"' in text


def test_views_leave_out_what_is_unlikely(run, article):
    shown = run("analyze", "--format", "html", article).text.count('href="#q')
    everything = run("analyze", "--format", "html", "--min-confidence", "0", article).text.count('href="#q')
    assert 0 < shown < everything
    quotes = run("analyze", "--format", "ndjson", "--min-confidence", "0.6", article).lines[0]["quotes"]
    assert all(quote["confidence"] >= 0.6 for quote in quotes if quote["kind"] == "indirect")


def test_view_without_colours_is_plain(run, article):
    assert b"\x1b" not in run("analyze", article).out
    assert b"\x1b" not in run("analyze", article, env={"NO_COLOR": "1", "TERM": "xterm"}).out
    assert b"\x1b[" in run("analyze", "--color", "always", article, env={"NO_COLOR": "1"}).out
    assert b"\x1b" not in run("analyze", "--color", "never", article).out


def test_text_cannot_steer_the_terminal(run):
    stdin = "Title\n\nHe said: “\x1b]0;owned\x07 \x1b[2J \x9b31m \u202e”.\n".encode()
    for command in ("analyze", "quotes", "credits"):
        out = run(command, stdin=stdin).text
        assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize("width", [20, 40, 80])
def test_view_is_wrapped(run, article, width):
    lines = run("analyze", article, env={"COLUMNS": str(width)}).text.splitlines()
    assert max(map(len, lines)) <= width


def test_view_wraps_chinese(run):
    lines = run("analyze", stdin=("北京的天气很好。" * 30).encode(), env={"COLUMNS": "40"}).text.splitlines()
    assert len(lines) > 10 and max(2 * len(line.strip()) for line in lines) <= 40


def test_several_inputs_have_titles(run, article):
    assert run("analyze", article, article).text.count("==> ") == 2
