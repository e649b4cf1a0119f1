"""Trains on every data set of a run folder with TRL's own trainers: preparation, collation and five steps.

usage: trl_train.py RUN

The model is tiny and random, the tokenizer is made here; nothing is fetched from anywhere. What is tested is that TRL takes
the rows as they are and keeps all of them, not what a model learns from them.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = tempfile.mkdtemp(prefix="fellowship-consumers-")
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["WANDB_DISABLED"] = "true"

from datasets import get_dataset_config_names, load_dataset  # noqa: E402
from tokenizers import Tokenizer, decoders, models, pre_tokenizers  # noqa: E402
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast  # noqa: E402
from trl import DPOConfig, DPOTrainer, KTOConfig, KTOTrainer, SFTConfig, SFTTrainer  # noqa: E402

TEMPLATE = (
    "{% for message in messages %}<{{ message.role }}>{{ message.content }}<end>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)


def tokenizer():
    """One token for each byte, so that every text can be said."""
    vocabulary = {letter: at for at, letter in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}
    made = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    special = ["<end>", "<pad>", "<system>", "<user>", "<assistant>"]
    made.add_special_tokens(special)
    wrapped = PreTrainedTokenizerFast(tokenizer_object=made, eos_token="<end>", pad_token="<pad>")
    wrapped.chat_template = TEMPLATE
    return wrapped


def model(words, folder):
    """On disk, since some trainers load their reference model from where the model came from."""
    shape = LlamaConfig(
        vocab_size=len(words), hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
        max_position_embeddings=8192, pad_token_id=words.pad_token_id, eos_token_id=words.eos_token_id,
    )
    LlamaForCausalLM(shape).save_pretrained(folder)
    return LlamaForCausalLM.from_pretrained(folder)


def trainer_for(columns):
    """By the columns alone, as a person would choose."""
    known = {
        frozenset(["prompt", "chosen", "rejected"]): (DPOTrainer, DPOConfig),
        frozenset(["prompt", "completion", "label"]): (KTOTrainer, KTOConfig),
        frozenset(["prompt", "completion"]): (SFTTrainer, SFTConfig),
    }
    return known.get(frozenset(columns))


def main(folder):
    trained = 0
    for name in get_dataset_config_names(str(folder)):
        rows = load_dataset(str(folder), name)["train"]
        found = trainer_for(rows.column_names)
        if found is None:
            continue
        trainer_type, config_type = found
        words = tokenizer()
        with tempfile.TemporaryDirectory() as out:
            arguments = config_type(
                output_dir=out, max_steps=5, per_device_train_batch_size=4, max_length=8192, use_cpu=True, bf16=False,
                report_to=[], save_strategy="no", disable_tqdm=True, logging_strategy="no",
            )
            trainer = trainer_type(
                model=model(words, Path(out) / "model"), args=arguments, train_dataset=rows, processing_class=words,
            )
            kept = len(trainer.train_dataset)
            if kept != len(rows):
                raise ValueError(f"{name}: TRL kept {kept} of {len(rows)} rows")
            loss = trainer.train().training_loss
            if not loss == loss:
                raise ValueError(f"{name}: the loss is no number")
        print(f"{name}: {trainer_type.__name__} took all {kept} rows, loss {loss:.3f} after five steps")
        trained += 1
    if trained == 0:
        raise ValueError("there is nothing that TRL trains on")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        main(Path(sys.argv[1]))
    except Exception as fault:
        sys.exit(f"{sys.argv[1]}: {type(fault).__name__}: {fault}")
