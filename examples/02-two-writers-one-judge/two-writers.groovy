about 'Two writers answer, one judge compares in both orders; the winner is preferred to the loser.'

@Param(help = 'JSONL with id and prompt') Path prompts = 'prompts.jsonl'

record Task(String id, String prompt) {}

budget usd: 2

def plain = agent('plain') {
    model 'writer-a'
    maxTokens 200
    prompt '{{prompt}}'
}

def vivid = agent('vivid') {
    model 'writer-b'
    maxTokens 200
    temperature 1.0
    system 'You explain with one vivid example.'
    prompt '{{prompt}}'
}

def referee = judge('referee') {
    model 'judge'
    scoring outOf: 10
    bothOrders()
}

def compared = read(Task, prompts).generate(plain, vivid).compare(referee)

compared.pairs(minGap: 1).into dpo('pairs')
compared.pairs(minGap: 1).into kto('unpaired')
compared.into jsonl('verdicts')
