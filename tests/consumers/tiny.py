"""A model and a tokenizer that are made here: tiny, random, and able to say every text. Nothing is fetched."""

from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification, PreTrainedTokenizerFast

TEMPLATE = (
    "{% if tools %}<system>{{ tools | tojson }}<end>{% endif %}"
    "{% for message in messages %}<{{ message.role }}>{{ message.content }}"
    "{% for call in message.tool_calls or [] %}{{ call.function | tojson }}{% endfor %}<end>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)


def tokenizer(most=65536):
    """One token for each byte, so that every text can be said."""
    vocabulary = {letter: at for at, letter in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}
    made = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    special = ["<end>", "<pad>", "<system>", "<user>", "<assistant>", "<tool>"]
    made.add_special_tokens(special)
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=made, eos_token="<end>", pad_token="<pad>", model_max_length=most)
    wrapped.chat_template = TEMPLATE
    return wrapped


def model(words, folder, reward=False):
    """On disk, since some trainers load their reference model from where the model came from."""
    shape = LlamaConfig(
        vocab_size=len(words), hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
        max_position_embeddings=65536, pad_token_id=words.pad_token_id, eos_token_id=words.eos_token_id, num_labels=1,
    )
    kind = LlamaForSequenceClassification if reward else LlamaForCausalLM
    kind(shape).save_pretrained(folder)
    return kind.from_pretrained(folder)
