about 'Four samples of each answer from your own server, scored one by one; the best is preferred to the worst.'

@Param(help = 'JSONL with id and prompt')               Path prompts = 'prompts.jsonl'
@Param(help = 'samples for each prompt', min = 2, max = 16) int samples = 4

record Task(String id, String prompt) {}

def writer = agent('writer') {
    model 'writer'
    temperature 1.0
    maxTokens 400
    prompt '{{prompt}}'
}

def scorer = judge('scorer') {
    model 'judge'
    temperature 0
    scoring outOf: 10
}

def scored = read(Task, prompts).generate(samples: samples, writer).score(scorer)

scored.pairs(chosen: best, rejected: worst, minGap: 2).into dpo('pairs')
scored.into sft('best')
