about 'Of several answers the one with the richest words is kept; a random one is the control.'

record Prompt(String id, String prompt) {}

def one = agent('one') { temperature 1; prompt '{{prompt}}' }
def other = agent('other') { temperature 1; prompt '{{prompt}}' }

def measured = read(Prompt, 'prompts.jsonl')
    .generate(samples: 5, one, other)
    .measure('mtld') { mtld(it.text) }
measured.choose(best).into sft('diverse')
measured.choose(random).into sft('control')
measured.pairs().into dpo('diverse-pairs')
