// reflection: tries a word on a flow from inside a leaf.
record Task(String id, String prompt) {}
def rows = read(Task, 'sample.jsonl')
rows.filter { rows.into(jsonl('x')) == null }.into jsonl('rows')
