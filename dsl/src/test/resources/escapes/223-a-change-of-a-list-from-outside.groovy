// stolen results: tries a change of a list from outside.
def seen = []
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { seen.add(it.id) }.into jsonl('rows')
