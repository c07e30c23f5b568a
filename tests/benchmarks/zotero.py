"""A library of 50,000 items: reading it, again unchanged, and the report that the add-on asks for; time and memory.

    python tests/benchmarks/zotero.py [ITEMS]

Budget (DESIGN, section 9): 3 s (at most 6 s) and 150 MiB for 50,000 items, Zotero's own time apart. The items come
from a server in another process, which has every page ready; its own time is measured and taken off. Ratios are to
``python -c pass`` in the same run; a tenth of the items of the report has a first page of 2,000 signs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ITEMS = int(sys.argv[1]) if len(sys.argv) == 2 else 50_000
_GIVEN = ("Anna", "Bo", "Carl", "Dora", "Emil", "Fee", "Gert", "Hanna", "Ida", "Jan", "Kai", "Lea", "Max")
KISU = "Department of Physics, Kim Il Sung University, Pyongyang, Democratic People's Republic of Korea"
_FAMILIES = ("Abel", "Brandt", "Castell", "Dvorak", "Engel", "Fiala", "Grotz", "Hansen", "Imhof", "Jansen", "Kohl")

SERVER = r"""
import json, runpy, socket, sys, time
from urllib.parse import parse_qs, urlsplit
items, size = int(sys.argv[2]), 2_000
made = runpy.run_path(sys.argv[1])["item"]
pages = {}
for at in range(0, items, size):
    pages[str(at)] = json.dumps([made(n) for n in range(at, min(at + size, items))]).encode()
print(sum(map(len, pages.values())))
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
busy = 0.0
head = "HTTP/1.0 %s\r\nX-Zotero-Version: 10.0.1\r\nLast-Modified-Version: 1\r\nTotal-Results: %d\r\n"
head += "Content-Type: application/json\r\n\r\n"
while True:
    connection, _ = listening.accept()
    began = time.perf_counter()
    request = b""
    while b"\r\n\r\n" not in request:
        request += connection.recv(65536)
    target = request.split(b" ", 2)[1].decode()
    start = parse_qs(urlsplit(target).query).get("start", ["0"])[0]
    if target == "/busy":
        status, body = "200 OK", json.dumps(busy).encode()
    elif b"if-modified-since-version" in request.lower():
        status, body = "304 Not Modified", b""
    else:
        status, body = "200 OK", pages.get(start, b"[]")
    connection.sendall((head % (status, items)).encode() + body)
    connection.close()
    busy += time.perf_counter() - began
"""


def item(number: int) -> dict[str, object]:
    """An item as large as real ones are: an abstract, tags, five creators; one in a hundred says an affiliation."""
    creators = [
        {
            "creatorType": "author",
            "firstName": f"{_GIVEN[(number + n) % 13]} {chr(65 + (number * 3 + n) % 26)}.",
            "lastName": _FAMILIES[(number * 7 + n * 3) % 11],
        }
        for n in range(5)
    ]
    data = {
        "key": f"K{number:07d}",
        "version": 1,
        "itemType": "journalArticle",
        "title": f"Switchable plasmonic routers in layered media, part {number}",
        "creators": creators,
        "abstractNote": "We show that light goes where it is sent. " * 25,
        "date": str(1990 + number % 36),
        "DOI": f"10.1000/{number}",
        "extra": f"Affiliation: {KISU if number % 1000 == 0 else 'Max Born Institute, Berlin, Germany'}"
        if number % 100 == 0
        else "",
        "tags": [{"tag": "optics"}, {"tag": "routers"}],
        "collections": [],
        "relations": {},
    }
    return {
        "key": data["key"],
        "version": 1,
        "library": {"type": "user", "id": 0},
        "links": {},
        "meta": {},
        "data": data,
    }


PAGE = "A made-up title\nAnna E. Abel1, Bo F. Brandt2\n1 Institute of Invention, Berlin, Germany 2 Example University, "
PAGE += "Bonn, Germany\nAbstract\n" + "We show that light goes where it is sent. " * 45


def requests() -> str:
    """The same items as requests of the exchange, one a line; every tenth with a first page."""
    lines = []
    for at in range(0, ITEMS, 2_000):
        every = [
            {"id": str(n), "data": item(n)["data"], "notes": [], "fulltext": PAGE if n % 10 == 3 else ""}
            for n in range(at, min(at + 2_000, ITEMS))
        ]
        lines.append(json.dumps({"schema": "askfirst/zotero/2", "items": every}))
    return "\n".join(lines)


def bare() -> float:
    """Seconds of a Python that does nothing: the least of five."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        times.append(time.perf_counter() - began)
    return min(times)


BETWEEN = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""a small process between: a child begins with the memory of its parent, and this one holds all requests"""


def report(here: Path, nothing: float) -> None:
    """Make the HTML from standard input, and print time, memory and size."""
    (here / "requests.jsonl").write_text(requests())
    command = [sys.executable, "-m", "askfirst", "zotero", "--stdin", "--format", "html", "-o", str(here / "out.html")]
    environment = {**os.environ, "XDG_DATA_HOME": str(here / "data")}
    began = time.perf_counter()
    with open(here / "requests.jsonl", "rb") as given:
        done = subprocess.run(
            [sys.executable, "-c", BETWEEN, *command], env=environment, stdin=given, stdout=subprocess.PIPE
        )
    whole = time.perf_counter() - began - nothing
    size = (here / "out.html").stat().st_size / 1000
    print(f"{'the report from standard input':36} {whole:6.2f} s ({whole / nothing:.0f} x bare Python)", end="  ")
    print(f"{int(done.stdout) / 1024:6.0f} MiB   {size:.0f} kB of HTML")


def main() -> None:
    """Print one line a measurement."""
    nothing = bare()
    print(f"bare Python: {nothing * 1000:.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "authors.csv").write_text('name,affiliation\n"Anna Engel","Max Born Institute, Berlin"\n')
        command = [sys.executable, "-c", SERVER, __file__, str(ITEMS)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            print(f"{ITEMS} items, {int(server.stdout.readline()) / 1e6:.0f} MB of JSON")
            port = int(server.stdout.readline())
            for name, options in (
                ("whole library, nobody named", []),
                ("the same again, unchanged (304)", []),
                ("whole library, one author's works", ["--no-cache", "--authors", str(here / "authors.csv")]),
                ("the kept library, one author's works", ["--authors", str(here / "authors.csv")]),
            ):
                measure(name, port, here, options, nothing)
            report(here, nothing)
        finally:
            server.kill()


def measure(name: str, port: int, here: Path, options: list[str], nothing: float) -> None:
    """Run the command once, and print its time without the server's, its memory, and its ratio to a bare Python."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(here / "cache"), "XDG_DATA_HOME": str(here / "data")}
    command = [
        sys.executable,
        "-m",
        "askfirst",
        "zotero",
        "--endpoint",
        f"http://127.0.0.1:{port}/api",
        "--format",
        "json",
        *options,
    ]
    before, began = busy(port), time.perf_counter()
    run = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.stdout is not None
    answer = json.loads(run.stdout.read())
    _, _, used = os.wait4(run.pid, 0)
    whole = time.perf_counter() - began
    own = whole - (busy(port) - before)
    found = f"{answer['works']} works, {answer['looked_at']} looked at, {len(answer['found'])} shown"
    print(f"{name:36} {own:6.2f} s ({own / nothing:.0f} x bare Python)  {used.ru_maxrss / 1024:6.0f} MiB   {found}")


def busy(port: int) -> float:
    """Seconds the server has spent so far."""
    import urllib.request

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/busy") as answer:
        spent: float = json.load(answer)
        return spent


if __name__ == "__main__":
    main()
