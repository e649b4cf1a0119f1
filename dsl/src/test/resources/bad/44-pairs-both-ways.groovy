record Task(String id, String prompt) {}
record Review(double score, String feedback) {}
def writer = agent("writer") { model "m"; prompt "{{prompt}}"; revise "{{feedback}}" }
def critic = agent("critic", Review) { model "m"; prompt "{{prompt}} {{answer}}" }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.refine(writer, critic) { atMost 3 }
drafts.pairs(chosen: best, rejected: best).into dpo("one")
drafts.pairs(ranks: all, chosen: best).into dpo("two")
