// reflection: tries a handle from inside a leaf.
record Task(String id, String prompt) {}
def w = agent('w') { prompt '{{prompt}}' }
read(Task, 'sample.jsonl').filter { w.plan() != null }.into jsonl('rows')
