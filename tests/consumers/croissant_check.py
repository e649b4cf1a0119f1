"""Validates a run folder's croissant.json with MLCommons' own library and reads every record set through it.

usage: croissant_check.py RUN

What is read must be what stands in the files, message lists included. Prints a line for each record set; ends with 1 when
anything is wrong. The one warning that is taken is that of a missing date, which a run does not have.
"""

import json
import logging
import math
import sys
from pathlib import Path

import mlcroissant

DATE = "https://schema.org/datePublished"


class Warned(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def plain(value, prefix):
    """What the library calls r/prompt/role is role again; bytes are text."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, dict):
        return {key.removeprefix(prefix + "/"): plain(item, key) for key, item in value.items()}
    if isinstance(value, list) or type(value).__name__ == "ndarray":
        return [plain(item, prefix) for item in value]
    return value.item() if hasattr(value, "item") else value


def same(read, written):
    if written is None or read is None:
        return written is None and (read is None or read != read)
    if isinstance(written, float):
        return math.isclose(read, written, rel_tol=1e-12)  # pandas drops the last digit.
    return read == written


def main(folder):
    warned = Warned()
    logging.getLogger().addHandler(warned)
    logging.getLogger("absl").addHandler(warned)
    path = folder / "croissant.json"
    data = mlcroissant.Dataset(jsonld=str(path))
    wrong = [line for line in "\n".join(warned.lines).splitlines()
             if line.strip() and DATE not in line and "Found the following" not in line]
    if wrong:
        raise ValueError("warnings: " + "; ".join(wrong))
    if json.loads(path.read_text(encoding="utf-8"))["conformsTo"] != "http://mlcommons.org/croissant/1.1":
        raise ValueError("it does not conform to Croissant 1.1")
    for records in data.metadata.record_sets:
        name = records.id
        file = folder / records.fields[0].source.file_object
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        fields = [field.name for field in records.fields]
        count = 0
        for line, record in zip(lines, data.records(record_set=name), strict=True):
            read = plain(record, name)
            for field in fields:
                if not same(read[field], line[field]):
                    raise ValueError(f"{name}, row {count}, {field}: {read[field]!r} was read, {line[field]!r} is there")
            count += 1
        print(f"{name}: {count} records: " + ", ".join(fields))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        main(Path(sys.argv[1]))
    except Exception as fault:
        sys.exit(f"{sys.argv[1]}: {fault}")
