"""Axolotl: the strategies that the exported YAML names, configured by that YAML, over every row."""

import importlib

import tiny
import yaml
from axolotl.utils.dict import DictDefault


def kept(folder, file, kind_of, zen, rows):
    given = yaml.safe_load((folder / "axolotl.yaml").read_text(encoding="utf-8"))
    entry = given["datasets"][0]
    assert (folder / entry["path"]).resolve() == file.resolve()
    cfg = DictDefault({**given, "sequence_len": 65536, "train_on_inputs": False, "chat_template": "tokenizer_default",
                       "dataset_prepared_path": None, "datasets": [entry]})
    words = tiny.tokenizer()
    if kind_of in ("preference", "unpaired"):
        return transformed(cfg, kind_of, rows, words)
    return tokenized(cfg, kind_of, rows, words)


def transformed(cfg, kind_of, rows, words):
    if kind_of == "preference":
        from axolotl.prompt_strategies.dpo.chat_template import default

        made, _ = default(cfg)
        done = [made(dict(row), tokenizer=words) for row in rows]
        assert all(row["prompt"] and row["chosen"] and row["rejected"] for row in done)
        assert all(row["messages"][-1]["content"] in done[at]["prompt"] for at, row in enumerate(rows))
    else:
        from axolotl.prompt_strategies.kto.user_defined import default

        made = default(cfg)
        done = [made(dict(row)) for row in rows]
        assert all(isinstance(row["label"], bool) and row["completion"] for row in done)
    return len(done)


def tokenized(cfg, kind_of, rows, words):
    names = {
        "reward": "axolotl.prompt_strategies.bradley_terry.chat_template",
        "stepwise": "axolotl.prompt_strategies.stepwise_supervised",
        "language-modeling": "axolotl.prompt_strategies.chat_template",
    }
    module = importlib.import_module(names[kind_of])
    strategy = module.load(words, cfg, ds_cfg=cfg["datasets"][0])
    done = [strategy.tokenize_prompt(dict(row)) for row in rows]
    return len([row for row in done if row])
