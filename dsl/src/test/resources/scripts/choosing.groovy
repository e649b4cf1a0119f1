about 'Every word that chooses among rows, drafts and pairs.'

record Task(String id, String prompt, String human, String model, String topic) {}
record Review(double score, String feedback) {}

def writer = agent('writer') { prompt '{{prompt}}' }
def other = agent('other') { prompt '{{prompt}}' }
def critic = agent('critic', Review) { prompt '{{prompt}} {{answer}}' }
def referee = judge('referee') { scoring outOf: 10 }
def chief = judge('chief') { scoring outOf: 10 }
def panel = jury('panel') { jurors referee, judge('second') { }, judge('third') { }; settle meanScore }

def tasks = read(Task, 'tasks.jsonl')
    .gates('prompt') { language 'en', 'deu'; secrets(); benchmarks 'gsm8k.jsonl' }
    .gates(['human', 'model']) { length(min: 20, max: 4000); benchmarks words: 8, 'mmlu.txt' }
    .dedupe { it.prompt }
    .dedupe(near: 0.8) { it.prompt }
    .sample(500)
    .sample(share: 0.5)

tasks.pairs(chosen: 'human', rejected: 'model').into dpo('labelled')
tasks.score(panel, 'human', 'model').pairs(chosen: 'human', rejected: 'model').weak(below: 0, flip).into dpo('mended')

def drafts = tasks.generate(samples: 4, writer, other).gates { residue(); whole() }
drafts.pairs(chosen: 'human', rejected: random).into dpo('spin')
drafts.pairs(chosen: first, rejected: 'model').until(accepted: 10).into dpo('first')
def scored = drafts.dedupe { it.first.text }.sample(100).score(panel)
scored.pairs(chosen: best, rejected: random).into dpo('random')
scored.pairs(ranks: all, minGap: 2, ties: keep).weak(share: 0.1, drop).weak(share: 0.2, soften)
    .gates { length(ratio: 3); apart 0.9; personalData(); ownFamily() }
    .refusals(chosen: keep, rejected: drop).margins().dedupe { it.chosen }.sample(share: 0.9)
    .until(accepted: 5, strata: 3) { it.task.topic }.into dpo('all')
scored.until(accepted: 20) { it.task.topic }.into kto('good', atLeast: 7)
tasks.refine(writer, critic) { atMost 3; reviewLast false }.pairs(ranks: revised).into dpo('revised')

def compared = tasks.generate(writer, other).compare(referee).dedupe { it.winner }.sample(share: 0.5)
compared.escalate(share: 0.2, chief).pairs(ties: keep).into kto('ties', atLeast: 7)
compared.escalate(below: 1, chief).sample(10).until(accepted: 3).into dpo('asked-again')
compared.pairs().dedupe(near: 0.9) { it.chosen }.sample(7).until(accepted: 3).into dpo('few')
