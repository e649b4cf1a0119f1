record Item(String id, String prompt, String a, String b, String human) {}
def writer = agent('writer') { model 'w'; prompt '{{prompt}}' }
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def items = read(Item, 'items.jsonl')
def panel = jury('panel') { jurors strict, helpful }
items.generate(samples: 3, writer).rank(panel).into jsonl('out')
