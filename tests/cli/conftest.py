"""The command under test: NEWSPARSE names it, or it is the one that was built last."""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def find_command() -> str:
    named = os.environ.get("NEWSPARSE")
    if named:
        return named
    built = [path for path in ROOT.glob("build*/**/examples/newsparse") if path.is_file()]
    if not built:
        pytest.exit("no newsparse command: build it, or name it in NEWSPARSE", returncode=2)
    return str(max(built, key=lambda path: path.stat().st_mtime))


COMMAND = find_command()


class Result:
    def __init__(self, done: "subprocess.CompletedProcess[bytes]") -> None:
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def lines(self) -> list:
        return [json.loads(line) for line in self.out.split(b"\n") if line]


@pytest.fixture
def run():
    """run("analyze", "-", stdin=b"…") runs the command to its end, with nothing of the environment's own wishes."""

    def call(*arguments, stdin=b"", env=None, timeout=120):
        clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
        clean.update(env or {})
        done = subprocess.run([COMMAND, *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout, env=clean)
        return Result(done)

    return call


@pytest.fixture
def command():
    return COMMAND


@pytest.fixture(scope="session")
def article() -> pathlib.Path:
    return ROOT / "examples" / "article.txt"


@pytest.fixture(scope="session")
def schema():
    def load(name: str):
        from jsonschema import Draft202012Validator

        read = json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text("utf-8"))
        Draft202012Validator.check_schema(read)
        return Draft202012Validator(read)

    return load
