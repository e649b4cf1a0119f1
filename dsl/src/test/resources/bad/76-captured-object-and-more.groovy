record Task(String id, String prompt) {}
record Review(double score, String feedback) {}
def writer = agent("writer") { model "m"; prompt "{{prompt}}"; revise "{{feedback}}" }
def critic = agent("critic", Review) { model "m"; prompt "{{prompt}} {{answer}}" }
def tasks = read(Task, "tasks.jsonl")
def d = new Date()
tasks.filter { d != null }.into jsonl('x')
tasks.generate(writer).into sft('bad name')
