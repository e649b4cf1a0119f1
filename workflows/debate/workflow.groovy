about 'Three referees, one model in three roles, talk for two rounds about each pair; then each gives its scores.'

@Param(help = 'JSONL with id, prompt, a, b and human: a, b or tie')   Path items = 'sample.jsonl'
@Param(help = 'rounds of talk before the scores', min = 1, max = 6)   int talk = 2
@Param(help = 'top of the referees\' scale', min = 5, max = 100)      int outOf = 10
@Param(help = 'temperature of the referees', min = 0, max = 2)        double judgeTemperature = 0
@Param(help = 'longest turn or judgment in tokens', min = 32, max = 8192) int longest = 1024

record Item(String id, String prompt, String a, String b, Label human) {}

def referee = judge('referee') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: outOf }

// Each speaks once a round and sees the whole talk so far; the mean of the three closing scores decides.
def table = debate('table') {
    seat 'general public', referee
    seat 'psychologist', referee
    seat 'critic', referee
    rounds talk
    withoutFirstVotes()
}

def pairs = read(Item, items)
def alone = pairs.compare(referee)
def talked = pairs.compare(table)

agreement('agreement', [alone, talked]) { against { it.human }; kappa(); percent() }
talked.pairs().into dpo('pairs')
talked.into jsonl('debates')
