about 'What a feedback loop comes to teaches one model to answer so at once: its best draft is preferred to its worst.'

@Param(help = 'JSONL with id and prompt')                           Path prompts = 'sample.jsonl'
@Param(help = 'drafts for each prompt', min = 2, max = 8)           int drafts = 3
@Param(help = 'temperature of the judge', min = 0, max = 2)         double judgeTemperature = 0
@Param(help = 'longest answer in tokens', min = 32, max = 8192)     int longest = 1024

record Task(String id, String prompt) {}
record Review(String evaluation, @Range(min = 0, max = 10) double score, String feedback) {}
record Best(String id, String prompt, String best) {}
record Match(String id, String prompt, String a, String b) {}

def generator = agent('generator') {
    model 'generator'
    maxTokens longest
    prompt '{{prompt}}'
    revise file('revise.prompt.md')
}

def reviewer = agent('reviewer', Review) {
    model 'reviewer'
    maxTokens longest
    system file('reviewer.prompt.md')
    prompt file('review.prompt.md')
    again file('review-again.prompt.md')
}

def alone = agent('alone') { model 'baseline'; maxTokens longest; prompt '{{prompt}}' }
def referee = judge('referee') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }

// The judge sees all drafts of a prompt together, each of them once in every place.
def ranked = read(Task, prompts).refine(generator, reviewer) { atMost drafts; reviewLast false }.rank(referee)
def improved = ranked.pairs(chosen: best, rejected: worst)

// a: the loop's best draft; b: one model alone.
def match = ranked.where { it.scored }
        .map(Best) { new Best(it.task.id, it.task.prompt, it.best.text) }
        .generate(alone)
        .map(Match) { new Match(it.task.id, it.task.prompt, it.task.best, it.first.text) }
        .compare(referee)

improved.into dpo('dpo')
improved.into kto('kto')
agreement('win-rate', match) { against { 'A' }; percent() }
