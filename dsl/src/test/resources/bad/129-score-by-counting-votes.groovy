record Item(String id, String prompt, String a, String b, String human) {}
def writer = agent('writer') { model 'w'; prompt '{{prompt}}' }
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def items = read(Item, 'items.jsonl')
def panel = jury('panel') { jurors strict, helpful }
def terse = judge('terse') { model 'm3'; directComparison() }
def heavy = jury('heavy') { jurors strict, terse; settle weighted; weights strict: 2, terse: 1 }
items.generate(samples: 2, writer).score(panel).into jsonl('out')
items.score(heavy, 'a', 'b').into jsonl('also')
