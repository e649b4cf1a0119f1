about 'Two drafts and a critic.'

@Param(help = 'JSONL with id and prompt')             Path prompts
@Param(help = 'drafts', min = 2, max = 8)             int drafts = 2

budget calls: 5

record Task(String id, String prompt) {}
record Review(double score, String feedback, String praise) {}

def writer = agent('writer') { prompt '{{prompt}}'; revise file('revise.prompt.md') }
def critic = agent('critic', Review) { prompt '{{prompt}}: {{answer}}' }
def referee = judge('referee') { scoring outOf: 10 }

def loop = read(Task, prompts).refine(writer, critic) { atMost drafts }
loop.pairs(chosen: best, rejected: first).into dpo('pairs')
loop.into critiques('critiques')
def match = loop.map(Task) { new Task(it.task.id, it.best.text) }
match.into jsonl('best')
read(Task, prompts).generate(samples: 2, writer).compare(referee).into jsonl('verdicts')
