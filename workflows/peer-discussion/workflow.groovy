about 'Two reviewers who judged a pair alone read each other and talk until they agree.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie')      Path items = 'sample.jsonl'
@Param(help = 'turns of talk, both together', min = 2, max = 8)          int talk = 4
@Param(help = 'temperature of the reviewers', min = 0, max = 2)          double judgeTemperature = 0
@Param(help = 'longest turn or judgment in tokens', min = 32, max = 8192) int longest = 1024

record Item(String id, String prompt, String a, String b, Label human) {}

def first = judge('first') { model 'reviewer-a'; temperature judgeTemperature; maxTokens longest; directComparison() }
def second = judge('second') { model 'reviewer-b'; temperature judgeTemperature; maxTokens longest; directComparison() }

def peers = discussion('peers') { between first, second; turns talk }

def pairs = read(Item, items)
def talked = pairs.compare(peers)

agreement('agreement', [pairs.compare(first), pairs.compare(second), talked]) { against { it.human }; percent(); kappa() }
talked.pairs().into dpo('pairs')
talked.into jsonl('talks')
