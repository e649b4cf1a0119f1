"""LLaMA-Factory: its loader over the exported dataset_info.json, its converter, and the preparation of the stage."""

import tiny
from llamafactory.data import get_dataset, get_template_and_fix_tokenizer
from llamafactory.data.loader import _get_merged_dataset
from llamafactory.hparams import get_train_args

STAGES = {"preference": "dpo", "unpaired": "kto", "language-modeling": "sft"}


def kept(folder, file, kind_of, zen, rows):
    words = tiny.tokenizer()
    tiny.model(words, folder / "model")
    words.save_pretrained(folder / "model")
    stage = STAGES[kind_of]
    given = {
        "stage": stage, "model_name_or_path": str(folder / "model"), "dataset": "train", "dataset_dir": str(folder),
        "media_dir": str(folder), "template": "default", "cutoff_len": 65536, "output_dir": str(folder / "out"),
        "do_train": True, "overwrite_cache": True, "preprocessing_num_workers": 1, "finetuning_type": "full", "use_cpu": True,
        "report_to": "none",
    }
    model_args, data_args, training_args, _, _ = get_train_args(given)
    data_stage = "rm" if stage == "dpo" else stage
    if zen == "pictures":  # What follows needs a model that sees: the converter has the rules of pictures.
        for picture in ("red.png", "blue.png"):
            (folder / picture).write_bytes((folder.parent / picture).read_bytes() if (folder.parent / picture).exists() else b"")
        aligned = _get_merged_dataset(["train"], model_args, data_args, training_args, data_stage)
        return len([row for row in aligned if row["_prompt"]])
    template = get_template_and_fix_tokenizer(words, data_args)
    made = get_dataset(template, model_args, data_args, training_args, data_stage, words)
    return len(made["train_dataset"])
