#!/usr/bin/env python3
"""A disk without room, folders that cannot be written: told in Russian with exit code 2, nothing lost, nothing left."""
import os
import pwd
import resource
import shutil
import signal
import subprocess

from sample import SVOD, fail, give_papers, has, hashes, messages, one_of, svod, workspace

NAME = "Приказы/Первый"
ORDER = """kind: paper
id: order-1
type: order
subject: О семинаре
preamble: В целях подготовки к учебному году
items:
  - {to: [methodist], text: провести семинар для учителей, term: до 10.09.2021}
"""
DOCUMENTS = f"""  - {{name: {NAME}, template: order, formats: [pdf], parameters: {{paper: order-1}}}}
  - {{name: Реестр, template: orders_register, formats: [pdf]}}
"""


def room_of(size):
    """Files may not grow beyond that many bytes: what a full disk does, at a place that the test chooses."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return {"preexec_fn": limit}


def refused(words, why, where, **options):
    """The command cannot run, says why, and the folders are as they were."""
    before = {folder: hashes(folder) for folder in where}
    told = one_of(messages(*words, expect=2, **options), "B102")
    has(told["message"] + told["hint"], why)
    for folder in where:
        if hashes(folder) != before[folder]:
            changed = {name for name, _ in set(before[folder].items()) ^ set(hashes(folder).items())}
            fail(f"svod {words}: changed {sorted(changed)}")


def check_no_room(folder, out):
    store = folder / ".svod" / "facts.sqlite"
    everything = [folder.parent]
    full = "файл больше, чем допускает система"
    for size in (0, 100, 4096, 9000):
        signing = ("issue", folder, NAME, "--number", "1", "--date", "2021-08-20")
        refused(signing, full, everything, **room_of(size))
        refused(("issue", folder, NAME, "--agreement"), full, everything, **room_of(min(size, 100)))
        refused(("build", folder, "--out", out, "--as-of", "2021-09-30"), full, everything, **room_of(size))
    # The documents have room, the store of facts has not: the former one stays.
    was = store.read_bytes()
    biggest = max(path.stat().st_size for path in out.rglob("*") if path.is_file())
    if biggest + 4096 >= len(was):
        fail("the store of facts is too small for this test")
    done = messages("build", folder, "--out", out, "--as-of", "2021-09-30", expect=1, **room_of(biggest + 4096))
    one_of(done, "S102")
    if store.read_bytes() != was or list(folder.rglob(".svod-*")):
        fail("a store of facts that had no room took the place of the former")
    # A paper sent to be agreed stays so when the signature has no room.
    svod("issue", folder, NAME, "--agreement")
    refused(("issue", folder, NAME, "--number", "1", "--date", "2021-08-20"), full, everything, **room_of(4096))
    svod("issue", folder, NAME, "--number", "1", "--date", "2021-08-20")


def check_small_disk(folder, out):
    """A real disk without room, where the system lets one make it."""
    disk = out.with_name("disk")
    disk.mkdir()
    script = """mount -t tmpfs -o size=300k tmpfs "$1" || exit 77
        cp -r "$2" "$1/work" && head -c $((300 * 1024)) /dev/zero >"$1/filler" 2>/dev/null
        files() { find "$1" -type f ! -name .out.lock -exec sha256sum {} + | sort; }
        before=$(files "$1")
        "$3" issue "$1/work" "$4" --number 1 --date 2021-08-20; code=$?
        "$3" words "$1/work" "$4"; code="$code $?"
        "$3" build "$1/work" --out "$1/out"; echo "codes $code $?"
        [ "$before" = "$(files "$1")" ] && echo same"""
    small = out.with_name("small")
    shutil.copytree(folder, small, ignore=shutil.ignore_patterns(".svod", "issued*", "wording", "submissions"))
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", disk, small, SVOD, NAME], capture_output=True)
    if done.returncode == 77 or b"unshare failed" in done.stderr:
        return
    has(done.stderr.decode(), "B102", "на диске нет места")
    has(done.stdout.decode(), "codes 2 2 2", "same")


def check_places(folder, out):
    beside = out.with_name("file")
    beside.write_text("моё", encoding="utf-8")
    refused(("build", folder, "--out", beside), "на месте папки документов стоит файл", [folder.parent])
    refused(("build", folder, "--out", beside / "docs"), "файл вместо папки", [folder.parent])
    refused(("build", folder, "--out", out.parent / ("д" * 200)), "слишком длинное имя", [folder.parent])
    # Through a link: the folder that it leads to is filled, the link stays.
    target, link = out.with_name("target"), out.with_name("link")
    target.mkdir()
    link.symlink_to(target)
    svod("build", folder, "--out", link)
    svod("build", folder, "--out", link, "--as-of", "2021-09-01")
    if not link.is_symlink() or not (target / f"{NAME}.pdf").exists():
        fail("a link to a folder of documents was replaced")


def check_rights(folder, out):
    """Folders that may only be read, by a user whom rights bind."""
    user = {}
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for path in [folder.parent, *folder.parent.rglob("*")]:
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid}
        try:
            subprocess.run([SVOD, "--version"], capture_output=True, check=True, **user)
        except (PermissionError, subprocess.CalledProcessError):
            return   # the program lies where only root may go
    closed = out.with_name("closed")
    (closed / "docs").mkdir(parents=True)
    closed.chmod(0o555)
    refused(("build", folder, "--out", closed / "docs"), "нет прав на запись", [folder.parent], **user)
    refused(("build", folder, "--out", closed / "new"), "нет прав на запись", [folder.parent], **user)
    closed.chmod(0o755)
    (folder / "issued").chmod(0o555)
    folder.chmod(0o555)
    refused(("issue", folder, "Приказы/Второй", "--agreement"), "нет прав на запись", [folder.parent], **user)
    folder.chmod(0o755)
    (folder / "issued").chmod(0o755)


def main():
    with workspace() as (folder, out):
        second = f"  - {{name: Приказы/Второй, template: order, formats: [pdf], parameters: {{paper: order-2}}}}\n"
        give_papers(folder, {"order-1": ORDER, "order-2": ORDER.replace("order-1", "order-2")}, DOCUMENTS + second)
        svod("build", folder, "--out", out)
        check_no_room(folder, out)
        check_small_disk(folder, out)
        check_places(folder, out)
        check_rights(folder, out)


main()
