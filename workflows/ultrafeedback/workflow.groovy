about 'Four models answer each prompt, a judge rates every answer on four aspects; the best is preferred to the worst, or to any other.'

@Param(help = 'JSONL with id and prompt')                         Path prompts = 'sample.jsonl'
@Param(help = 'temperature of the judge', min = 0, max = 2)       double judgeTemperature = 0
@Param(help = 'longest judgment in tokens', min = 32, max = 8192) int longestJudgment = 500
@Param(help = 'longest answer in tokens', min = 32, max = 8192)   int longest = 1024

record Task(String id, String prompt) {}

def a = agent('a') { model 'writer-a'; maxTokens longest; system file('helpful.prompt.md'); prompt '{{prompt}}' }
def b = agent('b') { model 'writer-b'; maxTokens longest; system file('truthful.prompt.md'); prompt '{{prompt}}' }
def c = agent('c') { model 'writer-c'; maxTokens longest; system file('honest.prompt.md'); prompt '{{prompt}}' }
def d = agent('d') { model 'writer-d'; maxTokens longest; system file('plain.prompt.md'); prompt '{{prompt}}' }

def rater = judge('rater') {
    model 'judge'; temperature judgeTemperature; maxTokens longestJudgment
    scoring from: 1, to: 5
    criterion 'instruction_following', 'Does it do all that was asked, within the limits that were set?'
    criterion 'truthfulness', 'Is every claim true, and does none contradict the question or another?'
    criterion 'honesty', 'Is it as sure as it may be: firm where it knows, and open about what it does not know?'
    criterion 'helpfulness', 'Is it to the point, and does it bring what the person needs, and no more?'
}

def rated = read(Task, prompts).generate(a, b, c, d).score(rater)

rated.pairs(chosen: best, rejected: worst).into dpo('best-worst')
rated.pairs(chosen: best, rejected: random).into dpo('best-random')
rated.into jsonl('ratings')
