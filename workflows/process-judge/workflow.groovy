about 'A judge goes through solutions step by step: which steps are right, where is the first mistake, of which kind is it?'

@Param(help = 'JSONL with id, prompt and solution')                  Path items = 'sample.jsonl'
@Param(help = 'temperature of the judge', min = 0, max = 2)          double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)    int longest = 2048

record Problem(String id, String prompt, String solution) {}

def checker = judge('checker') {
    model 'judge'; temperature judgeTemperature; maxTokens longest
    criteria file('checker.prompt.md')
    errorTypes 'reasoning', 'visual interpretation', 'numerical calculation', 'symbolic calculation',
            'knowledge', 'question understanding', 'no solution'
}

def verified = read(Problem, items).verify(checker, 'solution')

verified.into jsonl('steps')
verified.where { it.first.verified && it.first.sound }.into sft('sound')
