about 'A judge looks things up with tools before it scores each answer; the trace of what it did is kept.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie')       Path items = 'sample.jsonl'
@Param(help = 'times that a tool may be used', min = 1, max = 8)          int uses = 4
@Param(help = 'temperature of the judge', min = 0, max = 2)               double judgeTemperature = 0
@Param(help = 'longest thought or judgment in tokens', min = 32, max = 8192) int longest = 1024

record Item(String id, String prompt, String a, String b, Label human) {}

// Thought, action, input and observation come first, then the reasons, then the score: +1 right, -1 wrong.
def armed = judge('armed') {
    model 'judge'; temperature judgeTemperature; maxTokens longest
    scoringAlone from: -1, to: 1
    tools atMost: uses, 'calendar', 'calculator'
}

def unarmed = judge('unarmed') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoringAlone from: -1, to: 1 }

def pairs = read(Item, items)
def looked = pairs.compare(armed)

agreement('agreement', [pairs.compare(unarmed), looked]) { against { it.human }; percent() }
looked.pairs().into dpo('pairs')
looked.into jsonl('traces')
