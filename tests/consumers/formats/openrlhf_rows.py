"""OpenRLHF: its data sets, built over its own loader's result, with the options that the exported type names."""

from types import SimpleNamespace

import tiny
from openrlhf.datasets import PromptDataset, RewardDataset, SFTDataset


def kept(folder, file, kind_of, zen, rows):
    data = SimpleNamespace(
        prompt_key="prompt", chosen_key="chosen", rejected_key="rejected", input_key="input",
        output_key="output" if kind_of == "prompt-completion" else None, label_key=None, apply_chat_template=True,
        tokenizer_chat_template=None, image_key="images",
    )
    strategy = SimpleNamespace(args=SimpleNamespace(data=data), is_rank_0=lambda: False, print=print)
    words = tiny.tokenizer()
    if kind_of in ("preference", "reward"):
        made = RewardDataset(rows, words, 65536, strategy, is_dpo=kind_of == "preference", num_processors=1)
        if kind_of == "reward":
            assert sorted(made.extras) == sorted(row["margin"] for row in rows)
        assert all(made.chosens) and all(made.rejects)
        for at, row in enumerate(rows):
            assert row["chosen"][-1]["content"] in made.chosens[at]
    elif kind_of == "prompt-completion":
        made = SFTDataset(rows, words, 65536, strategy, num_processors=1)
        assert all(made.responses)
    else:
        made = PromptDataset(rows, words, strategy)
    for at in range(len(made)):
        made[at]
    return len(made)
