record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
drafts.gates { ownFamily() }.into jsonl("a")
drafts.gates { }.into jsonl("b")
drafts.gates { length(ratio: 2) }.into jsonl("c")
