about 'Three judges vote on each pair; the verdict most of them came to is the jury\'s, and a draw is a tie.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie') Path items = 'sample.jsonl'
@Param(help = 'top of the jurors\' scale', min = 5, max = 100)      int outOf = 10
@Param(help = 'temperature of the jurors', min = 0, max = 2)        double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)   int longest = 1024

record Item(String id, String prompt, String a, String b, Label human) {}

def first = judge('first') { model 'juror-a'; temperature judgeTemperature; maxTokens longest; scoring outOf: outOf }
def second = judge('second') { model 'juror-b'; temperature judgeTemperature; maxTokens longest; scoring outOf: outOf }
def third = judge('third') { model 'juror-c'; temperature judgeTemperature; maxTokens longest; scoring outOf: outOf }
def panel = jury('panel') { jurors first, second, third; settle majority }

def pairs = read(Item, items)
def verdicts = pairs.compare(panel)

agreement('agreement', [pairs.compare(first), pairs.compare(second), pairs.compare(third), verdicts]) {
    against { it.human }
    kappa()
    fleiss()
}

verdicts.pairs().into dpo('pairs')
verdicts.where { !it.unanimous }.into jsonl('dissent')
