"""Exports the corpus in zen/ for every consumer and type, and gives each file to the consumer's own code.

usage: check_formats.py [--only CONSUMER,…] [--light] [--out DIR] FELLOWSHIP…

FELLOWSHIP is the command, as ./fellowship, or java -cp … fellowship.cli.Main. Each file is first held to `fellowship
verify`. Then the consumers that this Python has read it: their loader, and the preparation that their trainers begin with.
Prints a line a file: consumer, version, type, format, rows written, rows kept. Ends with 1 when a row was lost, a consumer
warned or failed, or nothing was checked. Nothing is fetched from anywhere. With --light only `datasets` and `pyarrow` read the files, whatever else is installed. What
stands in DIR already, with its export.json, is read and not exported anew: several Pythons can share one DIR.
"""

import argparse
import importlib
import importlib.metadata
import json
import logging
import os
import subprocess
import sys
import tempfile
import traceback
import warnings
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = tempfile.mkdtemp(prefix="fellowship-consumers-")
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["WANDB_DISABLED"] = "true"

HERE = Path(__file__).resolve().parent
BOTH = ("jsonl", "parquet")

# consumer, type, files of zen, formats
TABLE = [
    ("trl", "preference", ("text", "tools"), BOTH),
    ("trl", "preference", ("pictures",), ("parquet",)),
    ("trl", "preference-plain", ("text",), BOTH),
    ("trl", "unpaired", ("text", "labels"), BOTH),
    ("trl", "prompt-only", ("text", "tools"), BOTH),
    ("trl", "prompt-completion", ("text", "tools"), BOTH),
    ("trl", "language-modeling", ("text", "tools"), BOTH),
    ("trl", "language-modeling", ("pictures",), ("parquet",)),
    ("trl", "reward", ("text",), BOTH),
    ("trl", "triple", ("text",), BOTH),
    ("trl", "stepwise", ("steps",), BOTH),
    ("trl", "critique", ("text",), BOTH),
    ("trl", "critique-preference", ("text",), BOTH),
    ("trl", "judge", ("text",), BOTH),
    ("trl", "judge-preference", ("text",), BOTH),
    ("llama-factory", "preference", ("text", "tools", "pictures"), ("jsonl",)),
    ("llama-factory", "unpaired", ("text", "labels"), ("jsonl",)),
    ("llama-factory", "language-modeling", ("text", "tools", "pictures"), ("jsonl",)),
    ("llama-factory", "preference", ("text",), ("parquet",)),
    ("axolotl", "preference", ("text",), BOTH),
    ("axolotl", "unpaired", ("labels",), BOTH),
    ("axolotl", "reward", ("text",), BOTH),
    ("axolotl", "stepwise", ("steps",), BOTH),
    ("axolotl", "language-modeling", ("text", "tools"), BOTH),
    ("openrlhf", "preference", ("text",), BOTH),
    ("openrlhf", "reward", ("text",), BOTH),
    ("openrlhf", "prompt-only", ("text",), BOTH),
    ("openrlhf", "prompt-completion", ("text",), BOTH),
    ("ms-swift", "preference", ("text", "tools", "pictures"), ("jsonl",)),
    ("ms-swift", "reward", ("text",), ("jsonl",)),
    ("ms-swift", "unpaired", ("text", "labels"), ("jsonl",)),
    ("ms-swift", "prompt-only", ("text",), ("jsonl",)),
    ("ms-swift", "language-modeling", ("text", "tools"), ("jsonl",)),
    ("nemo-rl", "preference", ("text",), BOTH),
    ("nemo-rl", "preference-binary", ("text",), BOTH),
    ("verl", "prompt-only", ("text",), ("parquet",)),
    ("verl", "prompt-only", ("pictures",), ("parquet",)),
    ("verl", "language-modeling", ("text",), ("parquet",)),
    ("verl", "preference-plain", ("text",), ("parquet",)),
    ("cut", "critique", ("text",), BOTH),
    ("prometheus", "absolute", ("text",), BOTH),
    ("prometheus", "relative", ("text",), BOTH),
    ("helpsteer", "attributes", ("text",), BOTH),
    ("helpsteer", "strength", ("text",), BOTH),
    ("ultrafeedback", "ratings", ("text",), BOTH),
    ("alpaca-eval", "outputs", ("text",), BOTH),
    ("votes", "votes", ("text",), BOTH),
]

# The module of each consumer's own check, and the package it needs.
CHECKS = {
    "trl": ("formats.trl_rows", "trl"),
    "openrlhf": ("formats.openrlhf_rows", "openrlhf"),
    "ms-swift": ("formats.ms_swift_rows", "ms-swift"),
    "llama-factory": ("formats.llama_factory_rows", "llamafactory"),
    "axolotl": ("formats.axolotl_rows", "axolotl"),
    "verl": ("formats.verl_rows", "verl"),
}


class Warned(logging.Handler):
    """What loggers of these packages say at the level of warnings."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.texts = []

    def emit(self, record):
        self.texts.append(f"{record.name}: {record.getMessage()}")

    def told(self, found):
        """What Python's own warnings said; those of a package's use of another package are not about the rows."""
        self.texts += [f"{one.category.__name__}: {one.message}" for one in found
                       if not issubclass(one.category, (DeprecationWarning, PendingDeprecationWarning, FutureWarning, ImportWarning,
                                                     ResourceWarning))]


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def call(command, *args):
    done = subprocess.run([*command, *args], capture_output=True, text=True)
    if done.returncode != 0:
        raise ValueError(f"fellowship {' '.join(args)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def by_datasets(file, kind, fields):
    """Loads it without being told anything of it; its rows, and its columns."""
    from datasets import load_dataset

    rows = load_dataset("json" if kind == "jsonl" else "parquet", data_files=str(file), split="train")
    if kind == "parquet":
        import pyarrow.parquet

        if pyarrow.parquet.read_table(file).num_rows != len(rows):
            raise ValueError("pyarrow reads other rows than datasets")
    if any("json" in str(kind).lower() for kind in rows.features.values()):
        raise ValueError(f"a column arrives as free JSON: {rows.features}")
    if any(value is None for row in rows for value in row.values()):
        raise ValueError("a column holds null")
    return rows


def ready(consumer):
    """Imports what reads the rows: what a package warns of when it is imported is not about the rows."""
    module, package = CHECKS.get(consumer, (None, None))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        importlib.import_module("datasets")
        if package and version(package):
            importlib.import_module(module)


def check(command, out, consumer, kind_of, zen, kind):
    folder = out / f"{consumer}-{kind_of}-{zen}-{kind}"
    file = folder / f"train.{kind}"
    note = folder / "export.json"
    if not note.exists():
        told = call(command, "export", str(HERE / "zen" / f"{zen}.jsonl"), "--for", consumer, "--type", kind_of,
                    "--format", kind, "--out", str(folder), "--json")
        if kind == "jsonl":
            call(command, "verify", str(file), "--for", consumer, "--type", kind_of)
        note.write_text(told, encoding="utf-8")
    told = json.loads(note.read_text(encoding="utf-8"))
    rows = by_datasets(file, kind, None)
    results = [("datasets", version("datasets"), len(rows))]
    module, package = CHECKS.get(consumer, (None, None))
    if package and version(package):
        prepared = importlib.import_module(module).kept(folder, file, kind_of, zen, rows)
        results.append((consumer, version(package), prepared))
    return told["rows"], results


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--only", default="")
    parser.add_argument("--out", default="")
    parser.add_argument("--light", action="store_true")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    given = parser.parse_args()
    if not given.command:
        sys.exit(__doc__)
    sys.path.insert(0, str(HERE))
    if given.light:
        CHECKS.clear()
    out = Path(given.out or tempfile.mkdtemp(prefix="fellowship-formats-"))
    only = set(given.only.split(",")) - {""}
    heard = Warned()
    for name in ("trl", "llamafactory", "swift", "axolotl", "openrlhf", "verl", "datasets", "llamafactory.data.converter"):
        logging.getLogger(name).addHandler(heard)
    checked = wrong = 0
    print(f"{'consumer':14} {'version':10} {'type':20} {'zen':9} {'format':8} {'in':>4} {'kept':>5}")
    for consumer, kind_of, zens, kinds in TABLE:
        if only and consumer not in only:
            continue
        for zen in zens:
            for kind in kinds:
                heard.texts.clear()
                try:
                    ready(consumer)
                    with warnings.catch_warnings(record=True) as found:
                        warnings.simplefilter("always")
                        written, results = check(given.command, out, consumer, kind_of, zen, kind)
                    heard.told(found)
                except Exception as fault:
                    wrong += 1
                    print(f"{consumer} {kind_of} {zen} {kind}: {type(fault).__name__}: {fault}")
                    if os.environ.get("FELLOWSHIP_TRACE"):
                        traceback.print_exc()
                    continue
                for who, known, kept in results:
                    checked += 1
                    note = "" if kept == written else "  LOST"
                    print(f"{who:14} {known:10} {consumer + ' ' + kind_of if who == 'datasets' else kind_of:28} {zen:9} {kind:8} {written:4} {kept:5}{note}",
                          flush=True)
                    wrong += kept != written
                for text in heard.texts:
                    wrong += 1
                    print(f"  warned: {text}")
    absent = sorted({consumer for consumer, (_, package) in CHECKS.items() if not version(package)} & (only or set(CHECKS)))
    if absent:
        print("not in this Python, so held to verify's rules and loaded by datasets alone: " + ", ".join(absent))
    print(f"{checked} files read, {wrong} wrong")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
