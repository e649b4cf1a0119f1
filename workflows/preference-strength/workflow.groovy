about 'A panel of judges stands in for an ensemble of reward models: the mean difference of its scores is a pair\'s strength.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie')    Path items = 'sample.jsonl'
@Param(help = 'weakest share of the pairs, which is flipped', min = 0.01, max = 1) double weakest = 0.1
@Param(help = 'temperature of the judges', min = 0, max = 2)           double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)      int longest = 1024

record Item(String id, String prompt, String a, String b, Label human) {}

def first = judge('first') { model 'juror-a'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def second = judge('second') { model 'juror-b'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def third = judge('third') { model 'juror-c'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def fourth = judge('fourth') { model 'juror-d'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def fifth = judge('fifth') { model 'juror-e'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def sixth = judge('sixth') { model 'juror-f'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }

def ensemble = jury('ensemble') { jurors first, second, third, fourth, fifth, sixth; settle meanScore }

// A pair's strength is the mean over all judges of what they score the one above the other.
def measured = read(Item, items).compare(ensemble)
def pairs = measured.pairs()

agreement('agreement', measured) { against { it.human }; percent() }
pairs.weak(share: weakest, flip).into dpo('flipped')
pairs.weak(share: weakest, soften).into dpo('softened')
pairs.margins().into dpo('margins')
measured.into jsonl('strengths')
