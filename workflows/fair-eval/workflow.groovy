about 'A judge\'s liking for one place is measured, averaged away, and what stays in doubt goes to people.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie')      Path items = 'sample.jsonl'
@Param(help = 'judgments in each order', min = 1, max = 20)              int k = 3
@Param(help = 'share of the pairs that people judge', min = 0, max = 1)  double beta = 0.2
@Param(help = 'temperature of the judge', min = 0, max = 2)              double judgeTemperature = 1
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)        int longest = 512

record Item(String id, String prompt, String a, String b, Label human) {}

// As judges are mostly asked: the scores, then the reasons.
def vanilla = judge('vanilla') {
    model 'judge'; temperature judgeTemperature; maxTokens longest; scoring from: 1, to: 10
    verdictFirst(); oneOrder()
}

// Multiple evidence: the reasons first, k times, the mean of the scores.
def evidence = judge('evidence') {
    model 'judge'; temperature judgeTemperature; maxTokens longest; scoring from: 1, to: 10
    samples k; oneOrder()
}

// Balanced position: the same in both orders, the mean of all 2k.
def balanced = judge('balanced') {
    model 'judge'; temperature judgeTemperature; maxTokens longest; scoring from: 1, to: 10
    samples k; bothOrders average
}

def pairs = read(Item, items)
def averaged = pairs.compare(balanced)

agreement('agreement', [pairs.compare(vanilla), pairs.compare(evidence), averaged]) { against { it.human }; kappa(); percent() }
averaged.people(share: beta).pairs().into dpo('pairs')
averaged.into jsonl('verdicts')
