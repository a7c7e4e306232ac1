#!/usr/bin/env python3
"""The same sources give the same bytes: built twice, with one and with two threads, from another folder, under
another locale and clock zone; and a product that did not change keeps its file."""
import os

from sample import fail, hashes, svod, workspace


def main():
    with workspace() as (first, out), workspace() as (second, other):
        svod("build", first, "--out", out, "--jobs", 1)
        svod("build", second, "--out", other, "--jobs", 2,
             env={**os.environ, "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8", "TZ": "Asia/Novokuznetsk"}, cwd="/")
        a, b = hashes(out), hashes(other)
        if len(a) < 5:
            fail(f"only {len(a)} products: {sorted(a)}")
        different = [name for name in sorted(set(a) | set(b)) if a.get(name) != b.get(name)]
        if different:
            fail(f"differ between one and two threads: {different}")
        stores = [folder / ".svod" / "facts.sqlite" for folder in (first, second)]
        if stores[0].read_bytes() != stores[1].read_bytes():
            fail("the stores differ")
        inodes = {path: path.stat().st_ino for path in out.rglob("*") if path.is_file()}
        svod("build", first, "--out", out)
        moved = [str(path) for path, inode in inodes.items() if path.stat().st_ino != inode]
        if moved:
            fail(f"unchanged products were written anew: {moved}")


if __name__ == "__main__":
    main()
