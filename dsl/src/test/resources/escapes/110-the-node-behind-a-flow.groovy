// reflection: tries the node behind a flow.
record Task(String id, String prompt) {}
def rows = read(Task, 'sample.jsonl')
rows.node.making
