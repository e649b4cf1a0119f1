about 'Two models learn to work together: feedback that led to the better revision is preferred, and the revision to its draft.'

@Param(help = 'JSONL with id and prompt')                        Path prompts = 'sample.jsonl'
@Param(help = 'temperature of the reviewer', min = 0, max = 2)   double reviewTemperature = 1
@Param(help = 'temperature of the judge', min = 0, max = 2)      double judgeTemperature = 0
@Param(help = 'longest answer in tokens', min = 32, max = 8192)  int longest = 1024

record Task(String id, String prompt) {}
record Drafted(String id, String prompt, String draft) {}
record Advised(String id, String prompt, String draft, String one, String two) {}
record Advice(String id, String prompt, String helped, String other) {}
record Turn(String id, String question, String prompt, String revision, String draft) {}
record Best(String id, String prompt, String best) {}
record Match(String id, String prompt, String a, String b) {}

def generator = agent('generator') { model 'generator'; maxTokens longest; prompt '{{prompt}}' }
def reviewer = agent('reviewer') { model 'reviewer'; maxTokens longest; temperature reviewTemperature; prompt file('review.prompt.md') }
def heedsOne = agent('heeds-one') { model 'generator'; maxTokens longest; prompt file('revise-one.prompt.md') }
def heedsTwo = agent('heeds-two') { model 'generator'; maxTokens longest; prompt file('revise-two.prompt.md') }
def alone = agent('alone') { model 'baseline'; maxTokens longest; prompt '{{prompt}}' }
def referee = judge('referee') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10 }
def onTurns = judge('on-turns') { model 'judge'; temperature judgeTemperature; maxTokens longest; scoring outOf: 10; question '{{question}}' }

// A draft, two pieces of feedback on it, a revision in the light of each: which is better?
def drafted = read(Task, prompts).generate(generator).map(Drafted) { new Drafted(it.task.id, it.task.prompt, it.first.text) }
def advised = drafted.generate(samples: 2, reviewer)
        .map(Advised) { new Advised(it.task.id, it.task.prompt, it.task.draft, it.first.text, it.last.text) }
def revised = advised.generate(heedsOne, heedsTwo).compare(referee).where { it.decided }

def advice = revised.map(Advice) {
    new Advice(it.item.id, "Question: ${it.item.prompt}\n\nAnswer: ${it.item.draft}\n\nSay what would make the answer better.",
            it.outcome == 'first' ? it.item.one : it.item.two, it.outcome == 'first' ? it.item.two : it.item.one)
}.pairs(chosen: 'helped', rejected: 'other')

def turns = revised.map(Turn) {
    new Turn(it.item.id, it.item.prompt, "Question: ${it.item.prompt}\n\nYour answer: ${it.item.draft}\n\nFeedback: " +
            (it.outcome == 'first' ? it.item.one : it.item.two) + '\n\nWrite the updated answer alone.', it.winner, it.item.draft)
}.compare(onTurns, 'revision', 'draft').where { it.outcome == 'first' }.pairs()

// a: the better revision; b: one model alone.
def match = revised.map(Best) { new Best(it.item.id, it.item.prompt, it.winner) }.generate(alone)
        .map(Match) { new Match(it.task.id, it.task.prompt, it.task.best, it.first.text) }.compare(referee)

advice.into dpo('reviewer-dpo')
advice.into kto('reviewer-kto')
turns.into dpo('generator-dpo')
turns.into kto('generator-kto')
agreement('win-rate', match) { against { 'A' }; percent() }
