record Task(String id, String prompt) {}
record Review(double score, String feedback) {}
def writer = agent("writer") { model "m"; prompt "{{prompt}}"; revise "{{feedback}}" }
def critic = agent("critic", Review) { model "m"; prompt "{{prompt}} {{answer}}" }
def tasks = read(Task, "tasks.jsonl")
def other = agent("other") { prompt "{{prompt}}"; revise "{{feedbak}} {{score}}" }
tasks.refine(other, critic) { atMost 2 }.into critiques("out")
