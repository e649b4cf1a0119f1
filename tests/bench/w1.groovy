about 'W1: two generators and a judge on every row.'

@Param(help = 'JSONL with id and prompt') Path prompts

record Task(String id, String prompt) {}

def one = agent('one') {
    model 'writer-a'
    maxTokens 256
    prompt '{{prompt}}'
}

def two = agent('two') {
    model 'writer-b'
    maxTokens 256
    prompt '{{prompt}}'
}

def referee = judge('referee') {
    model 'judge'
    maxTokens 256
    scoring outOf: 10
    oneOrder()
}

read(Task, prompts).generate(one, two).compare(referee).pairs().into dpo('pairs')
