"""What the tests of products share: the sample workspace, built into a folder of the test's own."""
import contextlib
import hashlib
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
