about 'One judge, asked by each of the paper\'s prompting strategies, held against people\'s labels.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie') Path items = 'sample.jsonl'
@Param(help = 'temperature of the judge', min = 0, max = 2)         double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)   int longest = 1024

record Item(String id, String prompt, String a, String b, Label human) {}

// Which is better, or are they equal? Evidence first, then the verdict.
def directly = judge('direct') { model 'judge'; temperature judgeTemperature; maxTokens longest; directComparison() }

// Each answer in a reply of its own; the two scores are compared afterwards.
def alone = judge('alone-10') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoringAlone outOf: 10 }

// Both answers in one reply, with a score for each.
def outOf5 = judge('combined-5') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: 5 }
def outOf10 = judge('combined-10') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def outOf100 = judge('combined-100') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: 100 }

def pairs = read(Item, items)
def chosen = pairs.compare(outOf10)

agreement('agreement', [pairs.compare(directly), pairs.compare(alone), pairs.compare(outOf5), chosen, pairs.compare(outOf100)]) {
    against { it.human }
    kappa()
    percent()
    classification()
}

chosen.pairs().into dpo('pairs')
chosen.into jsonl('verdicts')
