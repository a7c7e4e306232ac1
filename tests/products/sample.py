"""What the tests of products share: the sample workspace, built into a folder of the test's own."""
import contextlib
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SVOD = str(Path(sys.argv[1]).resolve())


@contextlib.contextmanager
def workspace(name="kemerovo-2021"):
    """A copy of a sample workspace, and a folder for its products, that go away afterwards."""
    with tempfile.TemporaryDirectory(prefix="svod-test-") as folder:
        target = Path(folder) / name
        shutil.copytree(ROOT / "inputs" / name, target, ignore=shutil.ignore_patterns(".svod"))
        yield target, Path(folder) / "out"


def give_papers(folder, papers, documents):
    """Papers into a workspace, and documents of them in place of its own: what stands on the sample's data goes."""
    (folder / "papers").mkdir()
    for name, text in papers.items():
        (folder / "papers" / f"{name}.yaml").write_text(text, encoding="utf-8")
    settings = (folder / "workspace.yaml").read_text(encoding="utf-8")
    (folder / "workspace.yaml").write_text(settings[:settings.index("documents:")] + "documents:\n" + documents,
                                           encoding="utf-8")


def messages(*arguments, expect=0, **options):
    """Diagnostics of a command, as objects."""
    done = svod(*arguments, "--messages", "json", expect=expect, **options)
    return [json.loads(line) for line in done.stderr.decode().splitlines()]


def of_code(found, code):
    return [one for one in found if one["code"] == code]


def one_of(found, code):
    these = of_code(found, code)
    if len(these) != 1:
        fail(f"{code}: {these or found}")
    return these[0]


def has(text, *wanted):
    text = text.replace("\u00a0", " ")
    for part in wanted:
        if part not in text:
            fail(f"«{part}» is not in:\n{text[:4000]}")


def svod(*arguments, expect=0, **options):
    done = subprocess.run([SVOD, *map(str, arguments)], capture_output=True, timeout=300, **options)
    if expect is not None and done.returncode != expect:
        sys.exit(f"svod {' '.join(map(str, arguments))}: exit {done.returncode}, expected {expect}\n"
                 f"{done.stderr.decode()}{done.stdout.decode()}")
    return done


def hashes(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def fail(text):
    sys.exit(text)
