about 'Rows asked, crossed, exploded; drafts given, measured, chosen, reviewed, revised.'

record Task(String id, String prompt, String answer, List<String> candidates) {}
record Persona(String id, String prompt, int age, String gender) {}
record Decision(@OneOf(['yes', 'no']) String decision, @Range(min = 0, max = 1) double sure) {}
record Decided(String id, int age, String gender, String decision, double sure) {}
record Thought(String id, String prompt, String answer, String thought) {}
record Sample(String prompt, String completion) {}
record Labelled(String prompt, String completion, boolean label) {}
record Chosen(String prompt, String chosen, String rejected) {}
record Share(String id, double share) {}
record Vote(String id, String annotator, String outcome) {}
record Review(double score, String feedback) {}
record Pairwise(String id, String prompt, String a, String b, Label human) {}
record Step(String id, String text, boolean right, String error) {}

def decider = agent('decider', Decision) { prompt 'Aged {{age}}, {{gender}}: {{prompt}}' }
def thinker = agent('thinker') { prompt '{{prompt}} Think step by step.' }
def evolver = agent('evolver') { prompt 'Make this harder: {{prompt}}' }
def writer = agent('writer') { prompt '{{prompt}}'; revise 'Feedback: {{feedback}} (score {{score}}). Change as little as you can.' }
def polisher = agent('polisher') { prompt '{{prompt}}' }
def critic = agent('critic', Review) { prompt '{{prompt}}\n{{answer}}' }
def grader = judge('grader') { scoring outOf: 10; certainty() }
def prover = judge('prover') { errorTypes 'arithmetic', 'logic' }

def tasks = read(Task, 'tasks.jsonl')

tasks.cross(Persona, age: [20, 60], gender: ['female', 'male'])
    .ask(Decided, decider)
    .into jsonl('decided')

tasks.ask(samples: 3, Thought, thinker)
    .filter { hasNumber(it.thought) && number(it.thought) == number(it.answer) }
    .map(Sample) { new Sample(it.prompt, it.thought) }
    .into sft('cot')

record Evolved(String id, String prompt) {}
def rounds = tasks.map(Evolved) { new Evolved(it.id, it.prompt) }
    .ask(into: 'prompt', Evolved, evolver)
    .ask(into: 'prompt', Evolved, evolver)
rounds.generate(writer).into sft('evolved')

tasks.generate(samples: 5, thinker)
    .map(Share) { row -> new Share(row.task.id, mean(row.drafts.collect { holds(it.text, row.task.answer) ? 1 : 0 })) }
    .into jsonl('p-ik')

def measured = tasks.generate(samples: 4, writer, polisher).measure('mtld') { mtld(it.text) + 0 * it.task.id.size() }
measured.choose(best).into sft('diverse')
measured.pairs(chosen: best, rejected: random).into dpo('against-chance')
tasks.generate(samples: 2, writer).measure('easy') { readability(it.text) - 100 * shareOf(['damn'], it.text) + typeTokenRatio(it.text) + words(it.text) / sentences(it.text) }
    .choose(worst).into sft('hard')

def revised = tasks.drafts('answer').review(critic).revise(writer)
revised.map(Chosen) { new Chosen(it.task.prompt, it.last.text, it.first.text) }.into dpo('clair')
revised.explode(Labelled) { row -> row.drafts.findAll { !it.critiques.empty }.collect { new Labelled(row.task.prompt, it.critiques[0].text, it.critiques[0].score > 5 && it.critiques[0].scored && it.critiques[0].reviewer != '' && it.critiques[0].fields.size() > 0) } }
    .into kto('judgments')
tasks.drafts('candidates').score(grader).pairs(ranks: adjacent).into dpo('given')
tasks.drafts('answer', 'candidates').measure('length') { words(it.text) }.revise(polisher).named('polished').into jsonl('polished')
tasks.verify(prover, 'answer')
    .explode(Step) { row -> row.first.judgments[0].steps.collect { new Step(row.task.id, it.text, it.right, it.error) } }
    .into jsonl('steps')

def judged = read(Pairwise, 'pairs.jsonl').compare(grader)
judged.explode(Vote) { row -> row.votes.collect { new Vote(row.item.id, it.annotator, it.outcome) } }.into jsonl('votes')
judged.explode(Sample) { row ->
    row.judgments.findAll { it.readable && it.outcome == 'first' && !it.swapped && it.sample == 0 && !it.scored && it.certain && it.certainty > 0.5 && it.rationale != it.annotator }
        .collect { new Sample(it.question, it.reply) }
}.into sft('judge-sft')
judged.pairs().explode(Sample) { [new Sample(it.task.prompt, it.chosen)] }.into jsonl('kept')
tasks.score(grader, 'answer').filter { it.first.judgments.any { said -> said.score > 3 } }.into jsonl('good')

record Later(String id, String later) {}
record Joined(String id, String prompt, String later) {}
tasks.join(Joined, Later, 'later.jsonl', by: 'id').into jsonl('joined', by: [])
