// Harmless: drafts looked at one by one.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
def v = agent('v') { temperature 0.7; maxTokens 200; system 'Be vivid.'; prompt '{{prompt}}' }
def j = judge('j') { scoring outOf: 10 }
read(Task, 'sample.jsonl').generate(w, v).score(j).filter { it.drafts.every { draft -> draft.text.size() > 0 } && it.drafts*.agent.contains('w') && it.task.id != '' }.into jsonl('rows')
