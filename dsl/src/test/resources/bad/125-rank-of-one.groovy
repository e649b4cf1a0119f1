record Item(String id, String prompt, String a, String b, String human) {}
def writer = agent('writer') { model 'w'; prompt '{{prompt}}' }
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def items = read(Item, 'items.jsonl')
def alone = judge('alone') { model 'm4'; scoringAlone() }
items.generate(writer).rank(strict).into jsonl('one')
items.generate(samples: 3, writer).rank(alone).into jsonl('two')
items.generate(samples: 3, writer).rank(orders: 4, strict).into jsonl('three')
