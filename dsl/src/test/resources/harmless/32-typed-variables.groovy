// Harmless: typed variables.
int least = 2
double gap = 1
String name = 'pairs'
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
def j = judge('j') { scoring outOf: 10 }
read(Task, 'sample.jsonl').filter { it.prompt.size() >= least }.generate(w, v).compare(j).pairs(minGap: gap).into dpo(name)
