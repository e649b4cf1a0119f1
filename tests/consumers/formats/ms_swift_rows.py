"""ms-swift: its loader with its automatic preparation, strict, so that a bad row raises instead of vanishing."""

import os

os.environ.setdefault("USE_HF", "1")

from swift.dataset import load_dataset  # noqa: E402


def kept(folder, file, kind_of, zen, rows):
    made, _ = load_dataset([str(file)], num_proc=1, strict=True, load_from_cache_file=False)
    if kind_of in ("preference", "reward"):
        assert all(row["rejected_response"] for row in made)
    if kind_of == "unpaired":
        assert all(row["label"] in (True, False) for row in made)
    return len(made)
