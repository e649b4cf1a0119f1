record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
tasks.until(accepted: 0).into jsonl("a")
tasks.until([:]).into jsonl("b")
tasks.until(accepted: 5).dedupe { it.prompt }.into jsonl("c")
tasks.until(accepted: 5).until(accepted: 3).into jsonl("d")
tasks.sample(0).into jsonl("e")
tasks.sample(share: 2).into jsonl("f")
tasks.dedupe(near: 1.5) { it.prompt }.into jsonl("g")
