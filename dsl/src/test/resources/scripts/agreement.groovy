about 'A judge, a jury and a debate decide the same pairs; each is compared with people.'

@Param(help = 'JSONL with id, instruction, a, b, human') Path labelled

record Item(String id, String instruction, String a, String b, Label human) {}

def strict  = judge('strict')  { model 'judge-small'; scoring outOf: 10; bothOrders() }
def helpful = judge('helpful') { model 'judge-mid';   scoring outOf: 10; bothOrders() }
def terse   = judge('terse')   { model 'judge-other'; directComparison(); bothOrders() }

def panel = jury('panel')   { jurors strict, helpful, terse; settle majority }
def bench = debate('bench') { seat 'general public', helpful; seat 'psychologist', strict; seat 'critic', terse; rounds 2 }

def items = read(Item, labelled)
def verdicts = [items.compare(strict), items.compare(panel), items.compare(bench)]

agreement('agreement', verdicts) { against { it.human }; kappa(); krippendorff(); intervals 0.95 }
items.compare(panel).where { !it.tie }.into dpo('pairs')
