record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
def pairs = drafts.score(referee).pairs()
pairs.weak(share: 0.1, below: 2, drop).into dpo("a")
pairs.weak(share: 3, drop).into dpo("b")
pairs.weak(share: 0.1, keep).into dpo("c")
drafts.pairs(chosen: first, rejected: last).weak(below: 0, flip).into dpo("d")
pairs.weak([:], drop).into dpo("e")
