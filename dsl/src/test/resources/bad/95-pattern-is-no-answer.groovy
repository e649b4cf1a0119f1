record Task(String id, String prompt) {}
def tasks = read(Task, "tasks.jsonl")
tasks.filter { it.id =~ /x/ }.into jsonl('x')
