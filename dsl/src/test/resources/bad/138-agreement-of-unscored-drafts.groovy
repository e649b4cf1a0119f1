record Item(String id, String prompt, String a, String b, String human) {}
def writer = agent('writer') { model 'w'; prompt '{{prompt}}' }
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def items = read(Item, 'items.jsonl')
def drafts = items.generate(samples: 2, writer)
agreement('both', [drafts, drafts.score(strict)]) { correlation() }
