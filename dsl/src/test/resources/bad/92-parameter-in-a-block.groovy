record Task(String id, String prompt) {}
def tasks = read(Task, "tasks.jsonl")
if (true) { @Param int x = 3 }
