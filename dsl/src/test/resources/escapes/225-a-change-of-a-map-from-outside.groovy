// stolen results: tries a change of a map from outside.
def seen = [:]
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { seen.put(it.id, 1) == null }.into jsonl('rows')
