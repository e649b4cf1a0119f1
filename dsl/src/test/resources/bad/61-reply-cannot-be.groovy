record Task(String id, String prompt) {}
record Review(double score, String feedback) {}
def writer = agent("writer") { model "m"; prompt "{{prompt}}"; revise "{{feedback}}" }
def critic = agent("critic", Review) { model "m"; prompt "{{prompt}} {{answer}}" }
def tasks = read(Task, "tasks.jsonl")
record Odd(String feedback, Map more) {}
def odd = agent("odd", Odd) { prompt "{{answer}}" }
def odder = agent("odder", String) { prompt "{{answer}}" }
def oddest = agent("oddest", Integer) { prompt "{{answer}}" }
