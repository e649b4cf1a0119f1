about 'A judge, a jury and a debate decide the same labelled pairs; each is held against the known label.'

@Param(help = 'JSONL with id, instruction, response_a, response_b, label') Path labelled = 'pairs.jsonl'

record Item(String id, String instruction, String response_a, String response_b, Label label) {}

budget usd: 20

def strict = judge('strict') {
    model 'judge-a'
    maxTokens 200
    question '{{instruction}}'
    scoring outOf: 10
    plants 0.05
}

def helpful = judge('helpful') {
    model 'judge-b'
    maxTokens 200
    question '{{instruction}}'
    criteria 'You judge how much an answer helps the person who asked. Length and order do not count.'
    scoring outOf: 10
}

def terse = judge('terse') {
    model 'judge-c'
    maxTokens 200
    question '{{instruction}}'
    directComparison()
}

def panel = jury('panel') {
    jurors strict, helpful, terse
    settle majority
}

def bench = debate('bench') {
    seat 'general public', helpful
    seat 'psychologist', strict
    seat 'critic', terse
    rounds 1
    oneOrder()
}

def items = read(Item, labelled)
def alone = items.compare(strict, 'response_a', 'response_b')
def together = items.compare(panel, 'response_a', 'response_b')
def talked = items.compare(bench, 'response_a', 'response_b')

agreement('agreement', [alone, together, talked]) {
    against { it.label }
    percent()
    kappa()
    krippendorff()
    intervals 0.95
}

together.where { !it.tie }.into dpo('pairs')
