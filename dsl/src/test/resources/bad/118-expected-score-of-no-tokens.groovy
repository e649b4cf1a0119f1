record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def wide = judge('wide') { model 'm4'; expectedScore from: 0, to: 100 }
def half = judge('half') { model 'm4'; expectedScore from: 0.5, to: 3 }
items.compare(wide).into dpo('out')
items.compare(half).into dpo('also')
