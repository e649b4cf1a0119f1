about 'The answers of an old and a new model are joined row by row: what the new one unlearned is counted, and becomes pairs.'

@Param(help = 'JSONL of the run of the old model with id, prompt, solution and before') Path before = 'sample.jsonl'
@Param(help = 'JSONL of the run of the new model with id and after')                    Path after = 'new.jsonl'
@Param(help = 'temperature of the judge', min = 0, max = 2)                             double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192)                       int longest = 1024

record Before(String id, String prompt, String solution, String before) {}
record After(String id, String after) {}
record Both(String id, String prompt, String solution, String before, String after) {}
record Flip(String id, boolean rightBefore, boolean rightAfter, boolean negative, boolean positive, boolean wrongOtherwise) {}

def checker = judge('checker') { model 'judge'; temperature judgeTemperature; maxTokens longest; directComparison(); reference '{{solution}}' }

// An answer is right where it holds the solution.
def both = read(Before, before).join(Both, After, after, by: 'id')

both.map(Flip) {
    def old = holds(it.before, it.solution)
    def now = holds(it.after, it.solution)
    new Flip(it.id, old, now, old && !now, now && !old, !old && !now && it.before != it.after)
}.into jsonl('flips', by: [])

// A judge is asked of negative flips alone; where it prefers the old answer too, that is a pair.
def unlearned = both.where { holds(it.before, it.solution) && !holds(it.after, it.solution) }.compare(checker, 'before', 'after')
unlearned.where { it.outcome == 'first' }.pairs().into dpo('unlearned')
unlearned.into jsonl('checked')
