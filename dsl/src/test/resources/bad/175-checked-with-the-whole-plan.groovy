record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
tasks.until(accepted: 5).dedupe { it.prompt }.into jsonl("c")
tasks.until(accepted: 5).until(accepted: 3).into jsonl("d")
tasks.sample(share: 2).into jsonl("f")
tasks.dedupe(near: 1.5) { it.prompt }.into jsonl("g")
def compared = drafts.compare(referee)
compared.escalate(share: 0.1, referee).into dpo("i")
compared.pairs(ties: keep).into kto("j")
drafts.pairs(ranks: revised).into dpo("k")
compared.pairs().weak(share: 3, drop).into dpo("l")
compared.escalate([:], judge("big") { }).into dpo("m")
tasks.gates("promt") { residue() }.into jsonl("n")
