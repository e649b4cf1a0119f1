about 'A writer and a critic take turns, a judge scores the drafts; the best one is preferred to the worst.'

@Param(help = 'JSONL with id and prompt')                 Path prompts = 'prompts.jsonl'
@Param(help = 'drafts for each prompt', min = 2, max = 8) int drafts = 3

record Task(String id, String prompt) {}

budget usd: 5, calls: 20_000

def writer = agent('writer') {
    model 'writer'
    temperature 0.7
    maxTokens 160
    prompt '''{{prompt}}
              Answer in two or three sentences.'''
    revise '''A reviewer said: {{feedback}}
              Write the improved answer alone.'''
}

def critic = agent('critic') {
    model 'critic'
    temperature 0.7
    maxTokens 96
    system 'You review answers: instruction following, helpfulness, relevance, accuracy, creativity.'
    prompt '''Question: {{prompt}}
              Answer: {{answer}}
              Say in one or two sentences what would make the answer better.'''
}

def scorer = judge('scorer') {
    model 'judge'
    temperature 1.0
    maxTokens 96
    scoring outOf: 100
}

def loop = read(Task, prompts).refine(writer, critic) {
    atMost drafts
    reviewLast false
}

loop.score(scorer).pairs(chosen: best, rejected: worst).into dpo('pairs')
loop.into critiques('critiques')
