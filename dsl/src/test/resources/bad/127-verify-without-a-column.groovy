record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
items.verify(strict).into jsonl('out')
