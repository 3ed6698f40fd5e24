"""Options, exit codes, and what goes to which stream."""

import pytest

COMMANDS = ["analyze", "sentences", "quotes", "credits", "convert"]


def test_help(run):
    done = run("--help")
    assert done.code == 0 and not done.err
    for word in [*COMMANDS, "--format", "--jobs", "--pack", "--explain"]:
        assert word in done.text


def test_version(run):
    done = run("--version")
    assert done.code == 0 and done.text.startswith("newsparse ") and done.text.count(".") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["analyze", "--format", "xml"],
        ["analyze", "--no-such-option"],
        ["analyze", "--jobs", "many"],
        ["analyze", "--jobs", "-1"],
        ["analyze", "--offsets", "words"],
        ["analyze", "--lang", "xx"],
        ["analyze", "--engine", "steam"],
    ],
)
def test_wrong_usage(run, arguments):
    done = run(*arguments)
    assert done.code == 2 and not done.out and done.err.startswith(b"newsparse: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_reads_the_sample(run, article, command):
    done = run(command, article)
    assert done.code == 0 and done.out and not done.err


def test_missing_input_does_not_stop_the_others(run, article, tmp_path):
    done = run("sentences", tmp_path / "none.txt", article)
    assert done.code == 1 and b"none.txt" in done.err and "Inês Valadares" in done.text


def test_a_folder_is_no_input(run, tmp_path):
    assert run("analyze", tmp_path).code == 1


def test_no_input_means_standard_input(run):
    for arguments in (["sentences"], ["sentences", "-"]):
        assert run(*arguments, stdin=b"One is here. Two is here.").text == "One is here.\nTwo is here.\n"


def test_empty_input(run):
    for command in COMMANDS:
        done = run(command, stdin=b"")
        assert done.code == 0 and done.out == b"", command


def test_strict_names_the_byte(run):
    text = b"Good so far. \xff Bad."
    done = run("sentences", "--strict", stdin=text)
    assert done.code == 1 and b"byte 13" in done.err and not done.out
    assert run("sentences", stdin=text).code == 0
    for command in ("analyze", "convert"):
        done = run(command, "--strict", stdin=text)
        assert done.code == 1 and b"byte 13" in done.err and not done.out
    assert run("convert", "--strict", stdin="\ufeffGood.".encode()).code == 0


def test_encodings(run):
    text = "Сегодня в Москве прошла встреча. На ней были все министры.\n"
    for encoding in ("windows-1251", "koi8-r", "utf-16", "utf-8"):
        assert run("convert", "--encoding", encoding, stdin=text.encode(encoding)).text == text
    for encoding in ("windows-1251", "utf-16"):
        assert run("convert", stdin=(text * 4).encode(encoding)).text == text * 4
    done = run("convert", "--encoding", "no-such-encoding", stdin=b"x")
    assert done.code == 1 and b"encoding" in done.err


def test_pack_files(run, tmp_path):
    text = b"We met Capt. Zorb. Smith in town."
    pack = tmp_path / "abbreviations.txt"
    pack.write_text("Zorb.\tnever-final\n")
    assert run("sentences", "--lang", "en", stdin=text).text.count("\n") == 2
    assert run("sentences", "--lang", "en", "--pack", pack, stdin=text).text.count("\n") == 1


def test_broken_pack_files_are_refused_whole(run, tmp_path):
    pack = tmp_path / "abbreviations.txt"
    pack.write_text("Zorb.\nWrong.\tno-such-tag\nWorse.\tnor-this-one\n")
    done = run("sentences", "--pack", pack, stdin=b"x")
    assert done.code == 2 and not done.out
    places = [line.rsplit(b":", 3)[1:3] for line in done.err.splitlines()]
    assert [place[0] for place in places] == [b"2", b"3"], "one message for each mistake, with line and column"
    missing = run("sentences", "--pack", tmp_path / "none.txt", stdin=b"x")
    assert missing.code == 2 and b"none.txt" in missing.err


def test_tile_keeps_every_byte(run, article):
    text = article.read_bytes()
    line = run("sentences", "--tile", "--format", "ndjson", article).lines[0]
    ends = [sentence["end"] for sentence in line["sentences"]]
    starts = [sentence["start"] for sentence in line["sentences"]]
    assert starts == [0, *ends[:-1]] and ends[-1] == len(text)


def test_icu_engine(run):
    assert run("sentences", "--engine", "icu", stdin=b"One is here. Two is here.").text.count("\n") == 2


def test_credit_patterns_of_ones_own(run, tmp_path):
    file = tmp_path / "credits.txt"
    file.write_text("based_on: drawn from the files of SOURCE\n", encoding="utf-8")
    text = b"Drawn from the files of Politico."
    done = run("credits", "--lang", "en", "--format", "json", "--pack", str(file), "-", stdin=text)
    assert done.code == 0 and b'"based_on"' in done.out and b"Politico" in done.out
    assert b'"based_on"' not in run("credits", "--lang", "en", "--format", "json", "-", stdin=text).out
    file.write_text("based_on: drawn from FILES\nnobody: drawn from SOURCE\n", encoding="utf-8")
    done = run("credits", "--lang", "en", "--pack", str(file), "-", stdin=text)
    assert done.code != 0 and not done.out
    errors = [line for line in done.err.decode().splitlines() if "credits.txt:" in line]
    assert [line.split("credits.txt:")[1].split(":")[:2] for line in errors] == [["1", "22"], ["2", "1"]]
