"""verl: its data sets over the Parquet files."""

import json

import tiny
from omegaconf import OmegaConf


def kept(folder, file, kind_of, zen, rows):
    words = tiny.tokenizer()
    if kind_of == "preference-plain":
        from verl.utils.dataset.rm_dataset import RMDataset

        made = RMDataset(str(file), words, max_length=65536, cache_dir=str(folder / "cache"))
    elif kind_of == "language-modeling":
        from verl.utils.dataset.multiturn_sft_dataset import MultiTurnSFTDataset

        made = MultiTurnSFTDataset(str(file), words, OmegaConf.create(
            {"max_length": 65536, "truncation": "error", "messages_key": "messages", "ignore_input_ids_mismatch": True}))
    else:
        from verl.utils.dataset.rl_dataset import RLHFDataset

        made = RLHFDataset([str(file)], words, OmegaConf.create(
            {"prompt_key": "prompt", "image_key": "images", "max_prompt_length": 65536, "filter_overlong_prompts": False,
             "cache_dir": str(folder / "cache"), "truncation": "error"}))
    for at in range(len(made)):
        made[at]
    return len(made)
