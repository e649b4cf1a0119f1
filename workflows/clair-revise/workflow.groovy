about 'A stronger model changes an answer as little as it must to mend it; the revision is preferred to the answer.'

@Param(help = 'JSONL with id and prompt')                              Path prompts = 'sample.jsonl'
@Param(help = 'temperature of the answers', min = 0, max = 2)          double answerTemperature = 0.7
@Param(help = 'most words that answer and revision share', min = 0, max = 1) double alike = 0.98
@Param(help = 'longest answer in tokens', min = 32, max = 8192)        int longest = 1024

record Task(String id, String prompt) {}
record Kept(String id, double before, double after) {}

def student = agent('student') { model 'student'; temperature answerTemperature; maxTokens longest; prompt '{{prompt}}' }
def reviser = agent('reviser') { model 'reviser'; maxTokens longest; prompt '{{prompt}}'; revise file('revise.prompt.md') }

def revisions = read(Task, prompts).generate(student).revise(reviser)

revisions.pairs(ranks: revised).gates { residue(); apart(alike) }.into dpo('pairs')

// A revision that is much longer or shorter was no small one.
revisions.where { it.count == 2 }.map(Kept) { new Kept(it.task.id, words(it.first.text), words(it.last.text)) }.into jsonl('lengths')
