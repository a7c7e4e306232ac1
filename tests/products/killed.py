#!/usr/bin/env python3
"""A build that is killed at any moment leaves the former products whole; two builds at once do not mix; a disk
without room is told and loses nothing."""
import json
import resource
import signal
import subprocess
import time

from sample import SVOD, fail, hashes, svod, workspace


def whole(out, when):
    """The folder holds just what its own manifest says."""
    have = hashes(out)
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    stated = {product["path"]: product["sha256"] for product in manifest["products"]}
    have.pop("manifest.json")
    if have != stated:
        fail(f"{when}: the products are not those of the manifest")


def main():
    with workspace() as (folder, out):
        svod("build", folder, "--out", out)
        begin = time.monotonic()
        svod("build", folder, "--out", out, "--as-of", "2021-09-01")
        length = time.monotonic() - begin
        killed = 0
        for i in range(24):
            build = subprocess.Popen([SVOD, "build", str(folder), "--out", str(out), "--as-of", f"2021-10-{i + 1:02}"],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(length * i / 22)
            build.send_signal(signal.SIGKILL)
            killed += build.wait() == -signal.SIGKILL
            whole(out, f"killed after {i}/22 of a build")
        if killed < 5:
            fail(f"only {killed} builds were still running when they were killed")
        svod("build", folder, "--out", out)
        whole(out, "built after kills")
        rest = [path.name for path in out.parent.iterdir() if path.name.endswith((".new", ".former"))]
        if rest:
            fail(f"left beside: {rest}")

        both = [subprocess.Popen([SVOD, "build", str(folder), "--out", str(out)], stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE) for _ in range(2)]
        ends = sorted(build.wait() for build in both)
        told = b"".join(build.stderr.read() for build in both).decode()
        if ends != [0, 0]:   # one waits for the other
            fail(f"two builds at once ended {ends}: {told}")
        whole(out, "two builds at once")

        before = hashes(out)
        limit = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                         resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        done = svod("build", folder, "--out", out, "--as-of", "2022-01-01", expect=None, preexec_fn=limit)
        if done.returncode != 2 or "B102" not in done.stderr.decode():
            fail(f"no room: exit {done.returncode}, {done.stderr.decode()}")
        if hashes(out) != before:
            fail("no room: the former products changed")


if __name__ == "__main__":
    main()
