record Task(String id, String prompt) {}
def tasks = read(Task, "tasks.jsonl")
int helper(String s) { s.sise() }
tasks.filter { helper(it.id) > 2 }.into jsonl('x')
