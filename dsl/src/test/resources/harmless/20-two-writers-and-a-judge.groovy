// Harmless: two writers and a judge.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
def j = judge('j') { scoring outOf: 10 }
read(Task, 'sample.jsonl').generate(w, v).compare(j).pairs(minGap: 1).into dpo('pairs')
