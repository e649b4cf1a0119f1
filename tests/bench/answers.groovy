about 'One question and one answer a row.'

@Param(help = 'JSONL with id and prompt') Path prompts

record Task(String id, String prompt) {}

def one = agent('one') {
    model 'writer'
    maxTokens 256
    prompt '{{prompt}}'
}

read(Task, prompts).generate(one).into sft('answers')
