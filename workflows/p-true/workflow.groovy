about 'A model says how likely its own answer is to be true, after it has seen other answers of its own.'

@Param(help = 'JSONL with id, prompt and solution')                        Path prompts = 'sample.jsonl'
@Param(help = 'answers that it sees before it judges', min = 1, max = 30)  int samples = 5
@Param(help = 'temperature of the answers', min = 0, max = 2)              double answerTemperature = 1
@Param(help = 'least P(True) of an answer to keep', min = 0, max = 1)      double threshold = 0.5
@Param(help = 'longest answer in tokens', min = 16, max = 4096)            int longest = 256

record Task(String id, String prompt, String solution) {}
record Proposed(String id, String prompt, String ideas, String answer, String solution) {}

def writer = agent('writer') { model 'self'; temperature answerTemperature; maxTokens longest; prompt '{{prompt}}' }

def sure = judge('p-true') {
    model 'self'
    criteria 'You say whether a proposed answer to a question is true.'
    question file('question.prompt.md')
    probabilityTrue()
}

// The first answer is proposed; all of them are shown as ideas.
def proposed = read(Task, prompts).generate(samples: samples, writer).map(Proposed) {
    new Proposed(it.task.id, it.task.prompt, it.drafts.collect { '- ' + it.text }.join('\n'), it.first.text, it.task.solution)
}
def judged = proposed.score(sure, 'answer')

agreement('calibration', judged) { against { it.answer.contains(it.solution) ? 1 : 0 }; correlation() }
judged.into jsonl('judged')
judged.where { it.scored && it.score >= threshold }.into sft('believed')
