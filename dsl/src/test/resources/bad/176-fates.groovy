record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
def pairs = drafts.score(referee).pairs()
pairs.refusals(chosen: flip).into dpo("a")
pairs.refusals(chosen: best).into dpo("b")
drafts.score(referee).pairs(ties: flip).into dpo("c")
drafts.margins().into dpo("d")
drafts.escalate(share: 0.1, referee).into dpo("e")
