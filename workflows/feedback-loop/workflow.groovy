about 'A generator revises its answer on a reviewer\'s feedback; the best draft meets the answer of one model alone.'

@Param(help = 'JSONL with id and prompt')                           Path prompts = 'sample.jsonl'
@Param(help = 'top of the judge\'s scale', min = 5, max = 100)      int outOf = 10
@Param(help = 'temperature of the judge', min = 0, max = 2)         double judgeTemperature = 0
@Param(help = 'longest answer in tokens', min = 32, max = 8192)     int longest = 1024

record Task(String id, String prompt) {}
record Review(String evaluation, @Range(min = 0, max = 10) double score, String feedback) {}
record Bout(String id, String prompt, String a, String b, String third) {}
record Match(String id, String prompt, String a, String b) {}
record Best(String id, String prompt, String best) {}

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
def referee = judge('referee') { model 'judge'; temperature judgeTemperature; scoring outOf: outOf; bothOrders() }

def loop = read(Task, prompts).refine(generator, reviewer) { atMost 3; reviewLast false }

// The best draft: the first meets the second, the winner meets the third. A tie lets the later draft go on.
def opening = loop.where { it.count == 3 }
        .map(Bout) { new Bout(it.task.id, it.task.prompt, it.first.text, it.drafts[1].text, it.last.text) }
        .compare(referee).where { it.outcome != 'undecided' }
def finale = opening
        .map(Match) { new Match(it.item.id, it.item.prompt, it.decided ? it.winner : it.item.b, it.item.third) }
        .compare(referee).where { it.outcome != 'undecided' }

// a: the loop's best draft; b: one model alone.
def match = finale
        .map(Best) { new Best(it.item.id, it.item.prompt, it.decided ? it.winner : it.item.b) }
        .generate(alone)
        .map(Match) { new Match(it.task.id, it.task.prompt, it.task.best, it.first.text) }
        .compare(referee)

agreement('win-rate', match) { against { 'A' }; percent() }
match.pairs().into dpo('pairs')
match.into jsonl('matches')
loop.into critiques('critiques')
