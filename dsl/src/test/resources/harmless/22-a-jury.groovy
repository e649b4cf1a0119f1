// Harmless: a jury.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
def a = judge('a') { directComparison() }
def b = judge('b') { directComparison() }
def c = judge('c') { directComparison() }
def panel = jury('panel') { jurors a, b, c; settle majority }
def verdicts = read(Task, 'sample.jsonl').generate(w, v).compare(panel)
verdicts.where { !it.tie && it.votes.count { vote -> !vote.flipped } >= 1 }.into dpo('pairs')
