"""Kills the real program at random moments and looks what is left.

    kill.py KITH_CLI writes|import|control|rotate|rotate-control

What was acknowledged must be there afterwards, the book whole and free to open. `control` takes what was merely sent
for acknowledged: the same check must then find a loss. `rotate-control` puts back the key file that a rotation began
with: the book must then not open. Rounds by KITH_ROUNDS, the random seed by KITH_SEED.
"""

import csv
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROUNDS = int(os.environ.get("KITH_ROUNDS", "6"))
SEED = int(os.environ.get("KITH_SEED", "1"))
ROWS = 60_000


class Failure(Exception):
    pass


class Book:
    """A book in a folder of its own, opened by its recovery code, which costs no derivation."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.path = os.path.join(folder, "book.kith")
        self.code = os.path.join(folder, "recovery.txt")
        secret = os.path.join(folder, "passphrase.txt")
        with open(secret, "w", encoding="utf-8") as file:
            file.write("a passphrase for trials\n")
        self.call("--passphrase-file", secret, "new", "--recovery-out", self.code, recovery=False)

    def words(self, *words, recovery=True):
        way = ["--recovery-file", self.code] if recovery else []
        return [self.program, "--book", self.path, "--json", "--lang", "en", *way, *words]

    def call(self, *words, recovery=True, expect=0):
        done = subprocess.run(self.words(*words, recovery=recovery), capture_output=True, text=True, timeout=600)
        if expect is not None and done.returncode != expect:
            raise Failure(f"{words} answered {done.returncode}: {done.stdout} {done.stderr}")
        return done.returncode, json.loads(done.stdout) if done.stdout.strip() else None

    def start(self, *words):
        return subprocess.Popen(self.words(*words), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL)

    def rows(self, columns):
        found = {}
        after = []
        while True:
            _, page = self.call("list", "customer", "--columns", ",".join(columns), "--limit", "5000", *after)
            for row in page["rows"]:
                found[row["id"]] = [row["fields"].get(column) for column in columns]
            if not page.get("next"):
                return found
            after = ["--after", page["next"]]

    def check_whole(self):
        _, verified = self.call("verify")
        if not verified["ok"]:
            raise Failure(f"not whole: {verified}")


class Writer:
    """Feeds `batch` some commands ahead and notes which were answered."""

    AHEAD = 8

    def __init__(self, book, number, known, when):
        self.known = known  # id -> description, of those acknowledged
        self.when = when
        self.number = number
        self.sent = []
        self.answered = 0
        self.refused = None
        self.names = {}
        self.unsure = {}  # id -> descriptions that were sent and not answered
        self.lock = threading.Condition()
        self.process = book.start("batch")
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            try:
                answer = json.loads(line)
            except ValueError:
                return  # cut off within the line
            with self.lock:
                command = self.sent[self.answered]
                if "error" in answer:
                    self.refused = f"{command}: {answer}"
                    return
                self.acknowledge(command, answer["id"])
                self.answered += 1
                self.lock.notify_all()

    def acknowledge(self, command, record):
        if command[0] == "create":
            self.known[record] = None
            self.names[record] = command[1]
        else:
            self.known[command[1]] = command[2]

    def send(self, chance):
        if self.refused:
            raise Failure(self.refused)
        with self.lock:
            self.lock.wait_for(lambda: len(self.sent) - self.answered < self.AHEAD or self.process.poll() is not None,
                               timeout=60)
            records = list(self.known)
        if records and chance.random() < 0.4:
            self.number += 1
            command = ("set", chance.choice(records), f"text {self.number}")
            line = f"set customer {command[1]} \"description={command[2]}\"\n"
            self.unsure.setdefault(command[1], []).append(command[2])
        else:
            self.number += 1
            command = ("create", f"Customer {self.number}")
            line = f"create customer \"name={command[1]}\" employees={self.number}\n"
        with self.lock:
            self.sent.append(command)
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass


def lost_writes(book, writer, names, when):
    found = book.rows(["name", "description"])
    by_name = {fields[0] for fields in found.values()}
    lost = 0
    if when == "sent":
        for command in writer.sent:
            lost += command[0] == "create" and command[1] not in by_name
            lost += command[0] == "set" and not any(fields[1] == command[2] for fields in found.values())
        return lost, found
    for record, name in names.items():
        if record not in found or found[record][0] != name:
            lost += 1
    for record, text in writer.known.items():
        if text is None or record not in found:
            continue
        # A later text that was sent and not answered may have been written too.
        later = writer.unsure.get(record, [])
        later = later[later.index(text) + 1:] if text in later else later
        if found[record][1] != text and found[record][1] not in later:
            lost += 1
    return lost, found


def try_writes(program, when):
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="kith-kill-") as folder:
        book = Book(program, folder)
        known, names, number, lost, written = {}, {}, 0, 0, 0
        for _ in range(ROUNDS):
            writer = Writer(book, number, known, when)
            until = None  # from the first answer on, at any moment
            while until is None or time.monotonic() < until:
                try:
                    writer.send(chance)
                except BrokenPipeError:
                    raise Failure("the program ended by itself") from None
                if until is None and writer.answered > 0:
                    until = time.monotonic() + chance.random() * 0.5
            writer.kill()
            names.update(writer.names)
            number, written = writer.number, written + writer.answered
            round_lost, found = lost_writes(book, writer, names, when)
            lost += round_lost
            book.check_whole()
            # Where the book and the notes differ without loss, the book is right.
            for record, (name, text) in found.items():
                known[record] = text
                names[record] = name
        print(f"{ROUNDS} rounds, {written} writes acknowledged, {lost} lost")
        return lost


def write_rows(path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "code", "employees", "owner"])
        for i in range(ROWS):
            rows.writerow([f"Customer {i}", f"c{i}", "x" if i % 100 == 99 else i % 50, f"Owner {i % 5}"])


def try_import(program):
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="kith-kill-") as folder:
        book = Book(program, folder)
        path = os.path.join(folder, "customers.csv")
        rejects = os.path.join(folder, "rejected.csv")
        write_rows(path)
        begin = ["import", "customer", path, "--make", "owner", "--rejects", rejects]
        words = begin
        kills = 0
        report = None
        while report is None:
            process = book.start(*words)
            if kills < ROUNDS:
                try:
                    process.wait(timeout=0.2 + chance.random() * 3)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    kills += 1
            out, _ = process.communicate()
            if process.returncode == 0:
                report = json.loads(out)
            elif process.returncode != -signal.SIGKILL:
                if process.returncode == 2 and words != begin:
                    # Killed before its first transaction, or behind its last: there is nothing to go on with.
                    _, there = book.call("list", "customer", "--limit", "0", "--count")
                    if there["count"] > 0:
                        break
                    words = begin
                    continue
                raise Failure(f"{words} answered {process.returncode}: {out}")
            if report is None:
                book.check_whole()
                words = ["import", "--resume"]
        wrong = ROWS // 100
        expected = {"read": ROWS, "created": ROWS - wrong, "updated": 0, "skipped": 0, "rejected": wrong, "related": 5}
        got = {key: report[key] for key in expected} if report else expected
        if got != expected:
            raise Failure(f"{got} instead of {expected}")
        codes = [fields[0] for fields in book.rows(["code"]).values()]
        if len(codes) != ROWS - wrong or len(set(codes)) != len(codes):
            raise Failure(f"{len(codes)} rows, {len(set(codes))} different")
        with open(rejects, encoding="utf-8-sig", newline="") as file:
            refused = list(csv.DictReader(file))
        if len({row["code"] for row in refused}) != wrong or len(refused) != wrong:
            raise Failure(f"{len(refused)} rows in the file of rejected ones")
        book.check_whole()
        book.call("undo")
        _, left = book.call("list", "customer", "--limit", "0", "--count")
        if left["count"] != 0:
            raise Failure(f"{left['count']} rows left after undo")
        print(f"{kills} kills, {ROWS} rows, none lost, none twice")
        return 0


def try_rotations(program, control):
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="kith-kill-") as folder:
        book = Book(program, folder)
        book.call("demo", "--customers", "5000", "--customers-only")
        _, before = book.call("verify")
        kept = {}
        for name in ("book.kith-keys", "book.kith-keys2"):
            with open(os.path.join(folder, name), "rb") as file:
                kept[name] = file.read()
        started = time.monotonic()
        book.call("keys", "rotate")
        whole = time.monotonic() - started
        if control:
            for name, key_file in kept.items():
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(key_file)
            code, _ = book.call("verify", expect=None)
            return code
        killed = 0
        for _ in range(4 * ROUNDS):
            process = book.start("keys", "rotate")
            try:
                process.wait(timeout=chance.random() * 1.2 * whole)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                killed += 1
            process.communicate()
            if process.returncode not in (0, -signal.SIGKILL):
                raise Failure(f"a rotation answered {process.returncode}")
            _, verified = book.call("verify")
            if verified != before:
                raise Failure(f"{verified} instead of {before}")
            left = [name for name in os.listdir(folder) if "rotated" in name]
            if left:
                raise Failure(f"{left} left beside the book")
        print(f"{killed} rotations killed, the book whole each time")
        return 0 if killed > 0 else 1


def main():
    program, mode = sys.argv[1], sys.argv[2]
    if mode == "rotate":
        return try_rotations(program, control=False)
    if mode == "rotate-control":
        return 0 if try_rotations(program, control=True) == 1 else 1
    if mode == "import":
        return try_import(program)
    lost = try_writes(program, "sent" if mode == "control" else "answered")
    if mode == "control":
        return 0 if lost > 0 else 1
    return 1 if lost > 0 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(failure, file=sys.stderr)
        sys.exit(1)
