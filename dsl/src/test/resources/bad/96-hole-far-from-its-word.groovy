record Task(String id, String prompt) {}
def tasks = read(Task, "tasks.jsonl")
def a = agent('a') { prompt """
   {{prompt}} and {{ promtp }}
""" }
tasks.generate(a).into sft('x')
