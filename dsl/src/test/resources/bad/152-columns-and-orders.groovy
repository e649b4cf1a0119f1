record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def writer = agent('writer') { model 'w'; prompt '{{prompt}}' }
def items = read(Item, 'items.jsonl')
items.verify(strict, 'solution').into jsonl('steps')
items.score(strict, 'a', 'a').into jsonl('twice')
items.generate(samples: 3, writer).rank(orders: 0, strict).into jsonl('ranked')
agreement('nobody', [])
