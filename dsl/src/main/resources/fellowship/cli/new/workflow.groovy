about 'A writer and a critic take turns; the best draft is preferred to the worst.'

@Param(help = 'JSONL with id and prompt')                 Path prompts = 'prompts.jsonl'
@Param(help = 'drafts for each prompt', min = 2, max = 8) int drafts = 3

record Task(String id, String prompt) {}
record Review(String feedback, @Range(min = 1, max = 100) double score) {}

budget usd: 5, calls: 20_000

def writer = agent('writer') {
    model 'writer'
    temperature 0.8
    maxTokens 160
    prompt '''{{prompt}}
              Answer in two or three sentences.'''
    revise '''A reviewer said: {{feedback}}
              Write the improved answer alone.'''
}

def critic = agent('critic', Review) {
    model 'critic'
    temperature 0.8
    maxTokens 96
    system 'You review answers: instruction following, helpfulness, relevance, accuracy, creativity.'
    prompt '''Question: {{prompt}}
              Answer: {{answer}}
              Say in a sentence or two what would make it better, then score it from 1 to 100.'''
}

def loop = read(Task, prompts).refine(writer, critic) {
    atMost drafts
    // stopWhen { it.score >= 90 }     // with a critic whose scores can be trusted
}

loop.pairs(chosen: best, rejected: worst).into dpo('pairs')
loop.into critiques('critiques')
