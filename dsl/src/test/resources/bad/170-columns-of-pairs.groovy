record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
drafts.score(referee).pairs(chosen: "humn", rejected: worst).into dpo("a")
drafts.pairs(chosen: 5, rejected: random).into dpo("b")
tasks.pairs(chosen: "human", rejected: "human").into dpo("c")
tasks.pairs(chosen: "human").into dpo("d")
