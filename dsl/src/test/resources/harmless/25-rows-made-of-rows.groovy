// Harmless: rows made of rows.
record Task(String id, String prompt) {}
record Question(String id, String prompt, int length) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
read(Task, 'sample.jsonl').map(Question) { new Question(it.id + '-q', it.prompt.toUpperCase(), it.prompt.size()) }.filter { it.length > 2 }.generate(w, v).into jsonl('rows')
