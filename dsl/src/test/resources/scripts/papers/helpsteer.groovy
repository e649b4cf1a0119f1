about 'Three annotators rate each answer on five scales and say which of two they like better, and how much.'

record Item(String id, String prompt, String a, String b) {}
record Answered(String id, String prompt, String side, String answer) {}
record Rating(
    @Range(min = 0, max = 4) int helpfulness, @Range(min = 0, max = 4) int correctness,
    @Range(min = 0, max = 4) int coherence, @Range(min = 0, max = 4) int complexity,
    @Range(min = 0, max = 4) int verbosity) {}
record Rated(String id, String prompt, String side, String answer, String rater,
    int helpfulness, int correctness, int coherence, int complexity, int verbosity) {}
record ToRate(String id, String prompt, String side, String answer, String rater) {}
record Liked(String id, String prompt, String a, String b, double strength, String justification) {}

def rater = agent('rater', Rating) {
    temperature 1
    system 'You rate answers as {{rater}} would.'
    prompt 'Question: {{prompt}}\nAnswer: {{answer}}'
}
def first = judge('first') { scoring from: 0, to: 4 }
def second = judge('second') { scoring from: 0, to: 4 }
def third = judge('third') { scoring from: 0, to: 4 }
def panel = jury('panel') { jurors first, second, third; settle meanScore }

def items = read(Item, 'pairs.jsonl')
items.explode(Answered) { [new Answered("${it.id}-a", it.prompt, 'a', it.a), new Answered("${it.id}-b", it.prompt, 'b', it.b)] }
    .cross(ToRate, rater: ['a teacher', 'an engineer', 'an editor'])
    .ask(Rated, rater)
    .into jsonl('ratings')

def signed = items.compare(panel)
    .filter { row ->
        def strengths = row.votes.collect { it.outcome == 'second' ? it.margin : -it.margin }
        strengths.max() - strengths.min() <= 2
    }
signed.map(Liked) { row ->
    new Liked(row.item.id, row.item.prompt, row.item.a, row.item.b,
        row.outcome == 'second' ? row.margin : -row.margin, row.rationale)
}.into jsonl('preferences')
signed.pairs(minGap: 1).margins().into dpo('pairs')
