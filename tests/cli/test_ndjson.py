"""The NDJSON contract: a line in, a line out, in order, whatever the line is."""

import json
import random
import subprocess

import pytest

NDJSON = ["--input", "ndjson", "--format", "ndjson", "--offsets", "codepoint"]


def pack(*documents) -> bytes:
    return b"".join(json.dumps(d, ensure_ascii=False).encode() + b"\n" for d in documents)


def test_answer_has_the_members_of_the_contract(run, article):
    done = run("analyze", *NDJSON, "-", stdin=pack({"id": "a", "lang": "en", "text": article.read_text("utf-8")}))
    (line,) = done.lines
    assert done.code == 0
    assert (line["id"], line["lang"], line["offsets"]) == ("a", "en", "codepoint")
    assert all(line[name] for name in ("blocks", "sentences", "entities", "quotes", "credits"))


def test_each_command_writes_its_part(run):
    parts = {
        "sentences": {"blocks", "sentences"},
        "quotes": {"blocks", "sentences", "entities", "quotes"},
        "credits": {"blocks", "sentences", "credits", "provenance"},
    }
    for command, members in parts.items():
        (line,) = run(command, *NDJSON, stdin=pack({"id": 1, "text": "Hello there."})).lines
        assert set(line) == members | {"id", "lang", "offsets"}


@pytest.mark.parametrize("identity", [7, "x\"\\\u0000é", None, [1, {"a": 2}], 1.5, True])
def test_ids_come_back(run, identity):
    (line,) = run("analyze", *NDJSON, stdin=pack({"id": identity, "text": "x"})).lines
    assert line["id"] == identity


@pytest.mark.parametrize("language", [None, "en", "xx", "zz-Qaaa", "", "auto"])
def test_languages_that_we_do_not_know_are_no_error(run, language):
    done = run("analyze", *NDJSON, stdin=pack({"id": 1, "lang": language, "text": "This is a test of the thing."}))
    assert done.code == 0 and "error" not in done.lines[0]


BAD = [
    b'{"id":5,"text":',
    b"not json",
    b'{"id":5}',
    b'{"id":5,"text":17}',
    b'{"id":5,"text":"x","lang":17}',
    b'[1,2,3]',
    b'{"id":5,"text":"\xff\xfe"}',
    b'{"id":5,"text":"\\ud800"}',
    b'\x00\x01\x02',
    b'{"id":5,"text":"x"} trailing',
    b"[" * 100000,
]


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_bad_line_costs_only_itself(run, bad, jobs):
    good = pack({"id": "before", "text": "One."}), pack({"id": "after", "text": "Two."})
    done = run("analyze", *NDJSON, "--jobs", jobs, stdin=good[0] + bad + b"\n" + good[1])
    first, error, last = done.lines
    assert done.code == 1
    assert (first["id"], last["id"]) == ("before", "after")
    assert set(error) == {"id", "error"} and error["id"] in (5, None)
    assert error["error"]["message"] and error["error"]["line"] == 2


def test_broken_lines_keep_their_id_when_it_comes_first(run):
    (line,) = run("analyze", *NDJSON, stdin=b'{"id": "doc-9", "text": "br\xffken"}\n').lines
    assert line["id"] == "doc-9" and line["error"]


def test_order_is_kept_by_any_number_of_jobs(run):
    rng = random.Random(4)
    texts = ["Sentence number one is here. " * rng.choice([0, 1, 3, 400]) for _ in range(600)]
    stdin = pack(*({"id": i, "text": text} for i, text in enumerate(texts)))
    expected = run("analyze", *NDJSON, stdin=stdin).out
    assert [line["id"] for line in map(json.loads, expected.splitlines())] == list(range(600))
    for jobs in (0, 2, 7):
        assert run("analyze", *NDJSON, "--jobs", jobs, stdin=stdin).out == expected


def test_offsets_slice_the_text(run):
    text = "Grüße 👍🏽 aus Köln. „Wir kommen“, sagte Jürgen Groß. 漢字。"
    for unit, encoding, width in (("byte", "utf-8", 1), ("codepoint", "utf-32-le", 4), ("utf16", "utf-16-le", 2)):
        raw = text.encode(encoding)
        (line,) = run("analyze", "--input", "ndjson", "--format", "ndjson", "--offsets", unit, stdin=pack({"text": text})).lines
        cut = [raw[s["start"] * width : s["end"] * width].decode(encoding) for s in line["sentences"]]
        assert "".join(cut).replace(" ", "") == text.replace(" ", ""), unit


def test_nul_is_a_character(run):
    (line,) = run("sentences", *NDJSON, stdin=b'{"id":1,"text":"One\\u0000two."}\n').lines
    assert line["sentences"][-1]["end"] == 8


def test_long_lines(run):
    text = "This is a sentence of some length. " * 200_000
    (line,) = run("sentences", *NDJSON, stdin=pack({"id": 1, "text": text})).lines
    assert len(line["sentences"]) == 200_000


def test_blank_lines_and_line_ends(run):
    done = run("sentences", *NDJSON, stdin=b'\xef\xbb\xbf{"id":1,"text":"a"}\r\n\n{"id":2,"text":"b"}')
    assert [line["id"] for line in done.lines] == [1, 2] and done.code == 0


def test_ndjson_is_recognised(run, tmp_path):
    stdin = pack({"id": 1, "text": "A."})
    assert run("analyze", "--format", "ndjson", stdin=stdin).lines[0]["id"] == 1
    path = tmp_path / "in.jsonl"
    path.write_bytes(stdin)
    assert run("analyze", path).lines[0]["id"] == 1


def test_answers_come_before_the_next_line_is_there(command):
    """On a pipe that is kept open every answer can be read at once."""
    for jobs in ("1", "2"):
        process = subprocess.Popen(
            [command, "sentences", *NDJSON, "--jobs", jobs], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for i in range(3):
            process.stdin.write(pack({"id": i, "text": "Hello."}))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == i
        process.stdin.close()
        assert process.wait(timeout=20) == 0
        process.stdout.close()
