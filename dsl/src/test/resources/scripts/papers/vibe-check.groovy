about 'In what ways do two models answer differently, and which of these do people prefer?'

record Pairwise(String id, String prompt, String a, String b, Label human) {}
record Proposal(String axis, String high, String low) {}
record Axis(String axis, String high, String low) {}
record OnAxis(String id, String prompt, String a, String b, Label human, String axis) {}
record Scored(String id, String axis, int score, int preference, int link) {}

def proposer = agent('proposer', Proposal) {
    temperature 1
    prompt 'Question: {{prompt}}\nA: {{a}}\nB: {{b}}\nName one axis on which A and B differ, what is high on it and what is low.'
}
def ranker = judge('ranker') {
    criteria 'Which of the two is further along this axis: {{axis}}?'
    directComparison()
    bothOrders consistent
}

def pairs = read(Pairwise, 'pairs.jsonl')
pairs.ask(Axis, proposer).dedupe(near: 0.5) { it.axis }.into jsonl('axes')

def scored = pairs.cross(OnAxis, axis: ['length', 'warmth', 'formality', 'certainty', 'use of examples'])
    .compare(ranker)
    .map(Scored) { row ->
        def score = row.outcome == 'first' ? 1 : row.outcome == 'second' ? -1 : 0
        def preference = row.item.human == Label.a ? 1 : row.item.human == Label.b ? -1 : 0
        new Scored(row.item.id, row.item.axis, score, preference, score * preference)
    }
scored.into jsonl('scores', by: 'axis')
