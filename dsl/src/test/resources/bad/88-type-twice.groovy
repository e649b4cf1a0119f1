record Task(String id, String prompt) {}
def tasks = read(Task, "tasks.jsonl")
record Task(String other) {}
