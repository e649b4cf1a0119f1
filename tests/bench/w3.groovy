about 'W3: a writer and a reviewer take turns, three drafts and three reviews a row.'

@Param(help = 'JSONL with id and prompt') Path prompts

record Task(String id, String prompt) {}
record Review(@Range(min = 1, max = 10) double score, String feedback) {}

def writer = agent('writer') {
    model 'writer-a'
    maxTokens 256
    prompt '{{prompt}}'
    revise '''A reviewer said: {{feedback}}
              Write the improved answer alone.'''
}

def critic = agent('critic', Review) {
    model 'judge'
    maxTokens 256
    prompt '''Question: {{prompt}}
              Answer: {{answer}}'''
}

def loop = read(Task, prompts).refine(writer, critic) { atMost 3 }

loop.pairs(chosen: best, rejected: worst).into dpo('pairs')
