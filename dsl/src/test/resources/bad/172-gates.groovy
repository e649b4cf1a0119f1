record Task(String id, String prompt, String human, String model) {}
def writer = agent("writer") { prompt "{{prompt}}" }
def referee = judge("referee") { scoring outOf: 10 }
def tasks = read(Task, "tasks.jsonl")
def drafts = tasks.generate(samples: 2, writer)
def pairs = drafts.score(referee).pairs()
pairs.gates { length(min: 9, max: 3); length([:]); length(ratio: 0.5) }.into dpo("a")
tasks.gates("promt") { residue() }.into jsonl("b")
pairs.gates { language "englisch", "en" }.into dpo("c")
pairs.gates { apart 7; residue(); residue() }.into dpo("d")
