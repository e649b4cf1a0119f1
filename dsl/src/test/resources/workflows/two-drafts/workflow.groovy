about 'A writer and a critic take turns; the best draft is preferred to the first.'

@Param(help = 'JSONL with id and prompt')                 Path prompts = 'sample.jsonl'
@Param(help = 'drafts for each prompt', min = 2, max = 8) int drafts = 2

record Task(String id, String prompt) {}
record Review(@Range(min = 1, max = 10) double score, String feedback) {}

budget usd: 5, calls: 20_000

def writer = agent('writer') {
    model 'writer'
    temperature 0.8
    prompt '''{{prompt}}'''
    revise '''A reviewer said: {{feedback}}
              Write the improved answer alone.'''
}

def critic = agent('critic', Review) {
    model 'critic'
    prompt file('critic.prompt.md')
}

def loop = read(Task, prompts).refine(writer, critic) {
    atMost drafts
    stopWhen { it.score >= 9 }
}

loop.pairs(chosen: best, rejected: first).into dpo('pairs')
loop.into critiques('critiques')
