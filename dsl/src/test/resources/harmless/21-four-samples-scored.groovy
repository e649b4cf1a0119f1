// Harmless: four samples, scored.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
def j = judge('j') { scoring outOf: 10 }
def scored = read(Task, 'sample.jsonl').generate(samples: 4, w).score(j)
scored.where { it.scored && it.best.score >= 5 }.pairs(chosen: best, rejected: worst, minGap: 2).into dpo('pairs')
scored.into sft('best')
