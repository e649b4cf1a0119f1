about 'The same judge is asked six times in both orders: how often does it contradict itself?'

record Pairwise(String id, String prompt, String a, String b) {}
record Draw(String id, String annotator, int sample, boolean swapped, String outcome) {}
record Steady(String id, double agreed, boolean flipped, boolean unanimous) {}

def judge = judge('judge') { temperature 1; samples 6; directComparison(); bothOrders() }

def judged = read(Pairwise, 'pairs.jsonl').compare(judge)
judged.explode(Draw) { row ->
    row.judgments.findAll { it.readable }.collect { new Draw(row.item.id, it.annotator, it.sample, it.swapped, it.outcome) }
}.into jsonl('draws')
def steady = judged.map(Steady) { row ->
    def said = row.judgments.findAll { it.readable }.collect { it.outcome }
    def most = said.empty ? 0 : ['first', 'second', 'tie'].collect { one -> said.count { it == one } }.max()
    new Steady(row.item.id, said.empty ? 0.0d : most / (double) said.size(), row.flipped, said.toSet().size() == 1)
}
steady.into jsonl('steady', by: [])
