record Task(String id, String prompt) {}
budget usd: -1
def a = agent("a") {
    temperature 3
    topP 0
    maxTokens 0
    prompt "{{prompt}}"
}
def j = judge("j") { scoring outOf: 1 }
read(Task, "x").generate(samples: 0, a).score(j).pairs(minGap: -1).into dpo("out")
