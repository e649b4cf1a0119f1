// reflection: tries the getters behind a row with drafts.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
read(Task, 'sample.jsonl').generate(w).filter { it.getClass().classLoader != null }.into jsonl('rows')
