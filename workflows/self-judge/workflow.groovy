about 'A model scores its own answers by the probabilities of ten digits, with and without a reference; it answers where it is sure enough.'

@Param(help = 'JSONL with id, prompt and reference')                      Path prompts = 'sample.jsonl'
@Param(help = 'least score of an answer that is given', min = 0, max = 9) double threshold = 5
@Param(help = 'longest answer in tokens', min = 32, max = 8192)           int longest = 1024

record Task(String id, String prompt, String reference) {}

def writer = agent('writer') { model 'self'; temperature 0; maxTokens longest; prompt '{{prompt}}' }

// One digit from 0 to 9; the score is the mean of all ten, weighed by how likely the model is to say each.
def informed = judge('informed') { model 'self'; expectedScore from: 0, to: 9; reference '{{reference}}' }
def unaided = judge('unaided') { model 'self'; expectedScore from: 0, to: 9 }

def answers = read(Task, prompts).generate(writer)
def judged = answers.score(unaided)

agreement('agreement', [answers.score(informed), judged]) { correlation() }
judged.where { it.scored && it.score >= threshold }.into sft('answered')
judged.into jsonl('judged')
