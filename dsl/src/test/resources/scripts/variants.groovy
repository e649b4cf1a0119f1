about 'Every word of the language once, and the forms it has.'

@Param(help = 'first file') Path first = 'a.jsonl'
@Param(help = 'how much better', min = 0) double gap = 0.5
@Param(help = 'how many', min = 1) int count = 4
@Param(oneOf = ['short', 'long']) String style = 'short'
@Param boolean strictly = true
@Param long most = 1_000

record Task(String id, String prompt, int size) {}
record Question(String id, String prompt) {}
record Review(@Range(min = 1, max = 10) int score, String feedback) {}
record Pairwise(String id, String prompt, String a, String b) {}
enum Fit { good, bad }
record Rich(Fit fit, @OneOf(['yes', 'no']) String safe, List<String> points, boolean done, double share) {}

budget calls: 100
seed 42

boolean longEnough(String text, int least) { text.size() >= least }
def wanted = ['x', 'y']

def writer = agent('writer') {
    model 'openai:gpt-4o-mini'
    temperature 1
    topP 0.9
    maxTokens 200
    stop 'END', "STOP-$style"
    system "Be ${style}."
    prompt file('writer.prompt.md')
    revise '{{answer}} {{feedback}}'
    image '{{id}}.png'
}
def other = agent('other') { prompt '{{prompt}}' }
def strict = agent('strict', Review) { prompt '{{prompt}} {{answer}}'; again '{{answer}}' }
def kind = agent('kind', Review) { prompt '{{answer}}' }
def editor = agent('editor') { prompt 'Improve: {{answer}}' }
def rich = agent('rich', Rich) { prompt '{{answer}}' }

def scorer = judge('scorer') {
    model 'judge'
    temperature 0.2
    maxTokens 300
    criteria 'Truth counts.'
    question 'Q: {{prompt}}'
    scoring outOf: 5
    bothOrders()
}
def chooser = judge('chooser') { directComparison(); oneOrder() }

def tasks = read(Task, first, Path.of('b.csv'))
    .filter { it.prompt.size() > 2 && longEnough(it.prompt, count) }
    .where { Task task -> wanted.contains(task.id) || strictly && task.size < most }
def questions = tasks.map(Question) { new Question(it.id, "Why? ${it.prompt}") }

def two = questions.refine(writer, strict, kind) {
    atMost count
    stopWhen { it.score >= 9 }
    reviewLast false
}
two.filter { it.rounds > 0 && it.best.text.size() > 3 && it.task.id != '' && it.score > 2 && it.first.model != it.last.agent }
    .pairs(ranks: adjacent, minGap: 1).into dpo('ranked')
questions.refine(writer, editor) { atMost 2; stopWhen { it.contains('perfect') } }.into critiques('edits')
questions.refine(writer, [strict, editor, rich, kind]) { atMost 2 }.into critiques('mixed')

def drafts = questions.generate(samples: count, writer, other)
drafts.score(scorer).pairs().into kto('kto')
drafts.score(scorer).into kto('desirable', atLeast: 3.5)
drafts.map(Question) { new Question(it.task.id, it.best.text) }.generate(other).into sft('sft')
questions.generate(writer, other).compare(chooser).where { !it.tie && it.decided && it.margin > gap && !it.flipped && it.winner != it.loser }.into dpo('decided')

def judged = read(Pairwise, '-').compare(scorer)
judged.pairs(minGap: gap).filter { it.margin > 1 && it.chosen != it.rejected && it.task.id != 'x' && it.scored }.into dpo('chosen')
judged.named('verdicts').into jsonl('verdicts')
for (String name in ['p', 'q']) {
    def persona = agent("as $name") { system "You are $name."; prompt '{{prompt}}' }
    questions.generate(persona).into sft("by-$name")
}
['r', 's'].each { name -> questions.filter { it.id == name }.into jsonl("only-$name".toString()) }
