// reflection: tries the plan behind a flow.
record Task(String id, String prompt) {}
def rows = read(Task, 'sample.jsonl')
rows.plan.problems.hasErrors()
