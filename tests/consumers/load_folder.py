"""Loads every data set of a run folder the way a trainer would, and holds each file to the rules of formats.

usage: load_folder.py RUN

Prints a line for each configuration; ends with 1 when anything is wrong. Nothing is fetched from anywhere.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = tempfile.mkdtemp(prefix="fellowship-consumers-")
os.environ["HF_DATASETS_DISABLE_PROGRESS_BARS"] = "1"

from datasets import get_dataset_config_names, load_dataset  # noqa: E402
import yaml  # noqa: E402


def refuse(text):
    raise ValueError(f"{text} is no JSON")


def once(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def strict(path, columns):
    """Strict JSON in UTF-8, one object a line, no byte order mark, the same keys in the same order on every line."""
    data = path.read_bytes()
    if not data.endswith(b"\n") or b"\r" in data or data.startswith(b"\xef\xbb\xbf"):
        raise ValueError("lines must end in one line feed, without a byte order mark")
    lines = data.decode("utf-8").split("\n")[:-1]
    for number, line in enumerate(lines, 1):
        row = json.loads(line, parse_constant=refuse, object_pairs_hook=once)
        if list(row) != columns:
            raise ValueError(f"line {number} has the keys {list(row)}, not {columns}")
        json.dumps(row, ensure_ascii=False).encode("utf-8")  # Fails on half a surrogate pair.
    return len(lines)


def main(folder):
    card = (folder / "README.md").read_text(encoding="utf-8")
    head = yaml.safe_load(card.split("---\n")[1])
    infos = {info["config_name"]: info for info in head["dataset_info"]}
    names = get_dataset_config_names(str(folder))
    if names != [config["config_name"] for config in head["configs"]]:
        raise ValueError(f"the loader sees {names}")
    default = load_dataset(str(folder))["train"]
    for config in head["configs"]:
        name = config["config_name"]
        data = load_dataset(str(folder), name)["train"]
        path = folder / config["data_files"][0]["path"]
        rows = strict(path, data.column_names)
        info = infos[name]
        split = info["splits"][0]
        if not rows == len(data) == split["num_examples"]:
            raise ValueError(f"{name}: {rows} lines, {len(data)} rows loaded, {split['num_examples']} on the card")
        if path.stat().st_size != split["num_bytes"]:
            raise ValueError(f"{name}: the card has another size")
        if config.get("default") and data.features != default.features:
            raise ValueError(f"{name} is the default and not what loads without a name")
        if not any(kind == "json" or kind == "float64" for kind in (f.get("dtype") for f in info["features"])):
            # Without nulls and free-form columns it must load without the card too.
            bare = load_dataset("json", data_files=str(path), split="train")
            if bare.features != data.features:
                raise ValueError(f"{name}: without the card it loads as {bare.features}")
        print(f"{name}: {rows} rows: " + ", ".join(f"{key} {kind}" for key, kind in data.features.items()))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        main(Path(sys.argv[1]))
    except Exception as fault:
        sys.exit(f"{sys.argv[1]}: {fault}")
