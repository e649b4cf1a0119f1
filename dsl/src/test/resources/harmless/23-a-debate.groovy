// Harmless: a debate.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
def j = judge('j') { scoring outOf: 10 }
def k = judge('k') { scoring outOf: 10 }
def bench = debate('bench') { seat 'a nurse', j; seat 'a teacher', k; rounds 1 }
read(Task, 'sample.jsonl').generate(w, v).compare(bench).into dpo('pairs')
