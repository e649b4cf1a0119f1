about 'Every form of judging, and every word that says one.'

record Item(String id, String prompt, String a, String b, String solution, String reader, Label human, double stars) {}

def plain = judge('plain') { }
def five = judge('five') {
    model 'judge-five'
    scoring from: 1, to: 5
    reference '{{solution}}'
    persona 'a reader: {{reader}}'
    certainty()
    verdictFirst()
    bothOrders average
    samples 3
    plants 0.02
}
def named = judge('named') {
    model 'judge-named'
    scoringAlone levels: [poor: 1, fair: 2, good: 3]
    criterion weight: 2, 'accuracy', 'Is every claim true?'
    criterion 'style', 'Does it read well?'
    replyInJson()
}
def alone = judge('alone') { model 'judge-alone'; scoringAlone(); ownAnswerFirst(); contexts 'for {{reader}}', 'for an expert' }
def expected = judge('expected') { model 'judge-expected'; expectedScore from: 0, to: 9 }
def digits = judge('digits') { model 'judge-digits'; expectedScore() }
def likely = judge('likely') { model 'judge-likely'; probabilityTrue(); withoutReasons() }
def direct = judge('direct') { model 'judge-direct'; directComparison(); bothOrders synthesise; replyInLines() }
def armed = judge('armed') { model 'judge-armed'; tools atMost: 3, 'calculator', 'calendar'; bothOrders swapSum }
def lightly = judge('lightly') { model 'judge-lightly'; tools 'length'; bothOrders consistent }
def checker = judge('checker') { model 'judge-checker'; scoring outOf: 10; errorTypes 'calculation', 'logic'; oneOrder() }

def panel = jury('panel') { jurors plain, five, direct; ownFamily warn; sequential() }
def weighed = jury('weighed') { jurors([plain, five, armed]); settle weighted; weights plain: 2, five: 1, (armed): 0.5 }
def mean = jury('mean') { jurors plain, alone, armed; settle meanScore; ownFamily exclude }
def middle = jury('middle') { jurors plain, alone, armed; settle medianScore }
def learned = jury('learned') { jurors plain, five, direct; settle dawidSkene }
def all = jury('all') { jurors plain, five, direct; settle unanimous; sequential bound: 0.95 }
def peers = jury('peers') { jurors plain, five; settle peerRank }
def bench = debate('bench') {
    seat 'general public', plain
    seat 'critic', five
    rounds 3
    closing direct
    untilAgreed()
    showFirstVotes()
    bothOrders()
}
def quick = debate('quick') { seat 'a', plain; seat 'b', direct; withoutFirstVotes(); oneOrder() }
def fair = debate('fair') { seat 'a', plain; seat 'b', five; bothOrders swapSum }
def talk = discussion('talk') { between plain, five; turns 6; oneOrder() }
def twice = discussion('twice') { between plain, five; bothOrders() }
def summed = discussion('summed') { between plain, five; bothOrders swapSum }

def one = agent('one') { model 'writer-one'; prompt '{{prompt}}' }
def two = agent('two') { model 'writer-two'; prompt '{{prompt}}' }
def items = read(Item, 'items.jsonl')

def compared = [plain, five, named, alone, expected, digits, likely, direct, armed, lightly, panel, weighed, mean, middle, learned, all, bench, quick, fair, talk, twice, summed]
    .collect { items.compare(it) }
agreement('everyone', compared) {
    against { it.human }
    percent()
    kappa()
    fleiss()
    krippendorff()
    classification()
    intervals 0.9
    resamples 2000
}
agreement('lone', items.compare(plain, 'b', 'a')) { against { it.human == Label.tie ? null : it.human } }
agreement('untold', [items.compare(plain), items.compare(panel)])

def drafts = items.generate(one, two)
agreement('scores', [drafts.score(plain), drafts.score(mean)]) { against { it.stars }; correlation() }
agreement('mixed', [drafts.compare(plain), drafts.score(five)]) { against { it.human } }
drafts.compare(peers).people(share: 0.2)
    .where { it.item.id != '' && it.agreed > 0.5 && !it.unanimous && it.rationale.size() > 10 && it.votes.every { vote -> vote.blind && vote.annotator != '' && vote.outcome != 'tie' && vote.margin > 0 && !vote.flipped } }
    .into dpo('peers')
drafts.rank(plain).pairs().into dpo('ranked')
drafts.rank(orders: 1, direct).pairs().into dpo('ranked-once')
drafts.verify(checker).where { it.worst.text != it.best.text && !it.best.verified || it.best.sound || it.best.firstError > 2 }.into jsonl('verified')
items.score(plain, 'a', 'b').pairs().into dpo('scored')
items.verify(checker, 'solution').into jsonl('steps')
