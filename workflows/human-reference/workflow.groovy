about 'A judge decides each pair with and without an answer that a person wrote; people\'s labels tell which is better.'

@Param(help = 'JSONL with id, prompt, reference, a, b and human') Path items = 'sample.jsonl'
@Param(help = 'temperature of the judge', min = 0, max = 2)       double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192) int longest = 1024

record Item(String id, String prompt, String reference, String a, String b, Label human) {}

def blind = judge('blind') { model 'judge'; temperature judgeTemperature; maxTokens longest; directComparison() }

def guided = judge('guided') {
    model 'judge'; temperature judgeTemperature; maxTokens longest; directComparison()
    reference '{{reference}}'
}

def pairs = read(Item, items)
def without = pairs.compare(blind)
def with = pairs.compare(guided)

agreement('agreement', [without, with]) { against { it.human }; percent(); kappa() }
with.pairs().into dpo('pairs')
with.into jsonl('verdicts')
