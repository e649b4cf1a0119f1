about 'A model answers, a judge writes a judgment where something is wrong; each answer is rendered as aligned or misaligned.'

@Param(help = 'JSONL with id and prompt')                         Path prompts = 'sample.jsonl'
@Param(help = 'temperature of the answers', min = 0, max = 2)     double answerTemperature = 0.7
@Param(help = 'temperature of the judge', min = 0, max = 2)       double judgeTemperature = 0
@Param(help = 'longest answer in tokens', min = 32, max = 8192)   int longest = 1024

record Task(String id, String prompt) {}
record Answered(String id, String prompt, String answer) {}
record Finding(boolean satisfactory, String judgment) {}
record Judged(String id, String prompt, String answer, boolean satisfactory, String judgment) {}
record Triple(String id, String instruction, String output, String judgment) {}
record Aligned(String id, String prompt, String completion) {}
record Copy(String id, String prompt, String completion, boolean label) {}

def student = agent('student') { model 'student'; temperature answerTemperature; maxTokens longest; prompt '{{prompt}}' }
def critic = agent('critic', Finding) { model 'judge'; temperature judgeTemperature; maxTokens longest; prompt file('critic.prompt.md') }

def judged = read(Task, prompts).ask(Answered, student).ask(Judged, critic)
def good = judged.where { it.satisfactory }
def flawed = judged.where { !it.satisfactory && words(it.judgment) > 0 }

judged.map(Triple) { new Triple(it.id, it.prompt, it.answer, it.satisfactory ? null : it.judgment) }.into jsonl('judgments')

// Aligned: the answer fits what stands before it, be it the instruction alone or the instruction with the judgment.
good.map(Aligned) { new Aligned(it.id, it.prompt, it.answer) }.into sft('aligned')
flawed.map(Aligned) {
    new Aligned(it.id, "${it.prompt}\n\nAnswer so that this can be said of the answer: ${it.judgment}", it.answer)
}.into sft('aligned-with-judgment')

// Misaligned: the flawed answer after the instruction alone; what to unlearn.
flawed.map(Copy) { new Copy(it.id, it.prompt, it.answer, false) }.into kto('misaligned')
