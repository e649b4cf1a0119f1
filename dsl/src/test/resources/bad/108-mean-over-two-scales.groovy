record Item(String id, String prompt, String a, String b, String human) {}
def strict = judge('strict') { model 'm1' }
def helpful = judge('helpful') { model 'm2' }
def terse = judge('terse') { model 'm3'; directComparison() }
def items = read(Item, 'items.jsonl')
def five = judge('five') { model 'm5'; scoring outOf: 5 }
def sure = judge('sure') { model 'm6'; probabilityTrue() }
def panel = jury('panel') { jurors strict, five; settle medianScore }
def other = jury('other') { jurors strict, sure; settle meanScore }
items.compare(panel).into dpo('out')
items.compare(other).into dpo('also')
