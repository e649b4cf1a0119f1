// stolen results: tries a change of a list by an operator.
def seen = []
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { seen << it.id; true }.into jsonl('rows')
