"""TRL: its trainers' own preparation and collation; where a type has no trainer without generation, its templating."""

import tempfile

import tiny
from trl import DPOConfig, DPOTrainer, KTOConfig, KTOTrainer, RewardConfig, RewardTrainer, SFTConfig, SFTTrainer
from trl.data_utils import is_conversational, maybe_apply_chat_template, prepare_multimodal_messages
from trl.experimental.tpo import TPOConfig, TPOTrainer

TRAINERS = {
    "preference": (DPOTrainer, DPOConfig),
    "preference-plain": (DPOTrainer, DPOConfig),
    "critique-preference": (DPOTrainer, DPOConfig),
    "judge-preference": (DPOTrainer, DPOConfig),
    "unpaired": (KTOTrainer, KTOConfig),
    "prompt-completion": (SFTTrainer, SFTConfig),
    "language-modeling": (SFTTrainer, SFTConfig),
    "critique": (SFTTrainer, SFTConfig),
    "judge": (SFTTrainer, SFTConfig),
    "reward": (RewardTrainer, RewardConfig),
    "triple": (TPOTrainer, TPOConfig),
}


def kept(folder, file, kind_of, zen, rows):
    if zen == "pictures":
        return pictures(rows)
    if kind_of == "prompt-only":
        words = tiny.tokenizer()
        return len([row for row in rows if is_conversational(row) and maybe_apply_chat_template(row, words)["prompt"]])
    if kind_of == "stepwise":  # This TRL has no trainer of process rewards any more.
        return len([row for row in rows if len(row["completions"]) == len(row["labels"])])
    trainer_type, config_type = TRAINERS[kind_of]
    words = tiny.tokenizer()
    with tempfile.TemporaryDirectory() as out:
        arguments = config_type(
            output_dir=out, per_device_train_batch_size=2, max_length=65536, use_cpu=True, bf16=False, report_to=[],
            save_strategy="no", disable_tqdm=True, logging_strategy="no", dataloader_pin_memory=False,
        )
        trainer = trainer_type(
            model=tiny.model(words, out + "/model", reward=kind_of == "reward"), args=arguments, train_dataset=rows,
            processing_class=words,
        )
        next(iter(trainer.get_train_dataloader()))
        return len(trainer.train_dataset)


def pictures(rows):
    """Each picture must find its place: a row with another number of them raises."""
    count = 0
    for row in rows:
        made = prepare_multimodal_messages(row.get("prompt") or row["messages"], row["images"])
        shown = [part for message in made for part in message["content"] if part["type"] == "image"]
        assert len(shown) == len(row["images"]) and all(part["image"].size == (32, 32) for part in shown)
        count += 1
    return count
